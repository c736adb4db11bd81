import { Sm2KeySignatures } from '../../../adapters/outbound/crypto/operators/sm2-key-signatures.js';
import { NativeSm2Engine } from '../../../adapters/outbound/crypto/sm2-native.js';
import { SmCryptoSm2Engine } from '../../../adapters/outbound/crypto/sm2-sm-crypto.js';
import { keySignaturesContract } from './key-signatures.contract.js';

keySignaturesContract('the native engine', () => new Sm2KeySignatures(new NativeSm2Engine()));
keySignaturesContract('sm-crypto', () => new Sm2KeySignatures(new SmCryptoSm2Engine()));
