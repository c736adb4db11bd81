import { DerivationGate } from '../../../adapters/outbound/crypto/operators/derivation-gate.js';
import { Pbkdf2Passwords } from '../../../adapters/outbound/crypto/operators/pbkdf2-passwords.js';
import { SoftwareVault } from '../../../adapters/outbound/crypto/software-vault.js';
import { passwordsContract } from './passwords.contract.js';

const vault = new SoftwareVault({ dataKeys: (purpose) => [{ id: `${purpose}-01`, bytes: Buffer.alloc(32, 7), usedFrom: undefined }] });

passwordsContract('PBKDF2-HMAC-SM3', (cost) => new Pbkdf2Passwords(vault, { rounds: cost === 'today' ? 200 : 100, gate: new DerivationGate() }));
