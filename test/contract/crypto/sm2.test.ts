import { NativeSm2Engine } from '../../../adapters/outbound/crypto/sm2-native.js';
import { SmCryptoSm2Engine } from '../../../adapters/outbound/crypto/sm2-sm-crypto.js';
import { sm2EngineContract } from './sm2-engine.contract.js';
import { sm2VerifierContract } from './sm2-verifier.contract.js';

for (const [name, make] of [['native', () => new NativeSm2Engine()], ['sm-crypto', () => new SmCryptoSm2Engine()]] as const) {
  sm2EngineContract(name, make);
  sm2VerifierContract(name, make);
}
