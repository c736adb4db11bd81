import { Sm2SealedWords } from '../../../adapters/outbound/crypto/operators/sm2-sealed-words.js';
import { sealedWordsContract } from './sealed-words.contract.js';

sealedWordsContract('SM2', () => new Sm2SealedWords());
