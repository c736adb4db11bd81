import { ContainerModule } from 'inversify';
import { SvgCaptchas } from '../../adapters/outbound/captchas/svg-captchas.js';
import { Pbkdf2Passwords } from '../../adapters/outbound/crypto/operators/pbkdf2-passwords.js';
import { Sm2KeySignatures } from '../../adapters/outbound/crypto/operators/sm2-key-signatures.js';
import { Sm2SealedWords } from '../../adapters/outbound/crypto/operators/sm2-sealed-words.js';
import { TotpCodes } from '../../adapters/outbound/crypto/operators/totp-codes.js';
import { createSm2Engine } from '../../adapters/outbound/crypto/self-test.js';
import { tokens as t } from '../tokens.js';

/** What operators sign in with. */
export const operators = new ContainerModule(({ bind }) => {
  bind(t.passwords).toResolvedValue((vault) => new Pbkdf2Passwords(vault), [t.vault]);
  bind(t.oneTimeCodes).toResolvedValue(() => new TotpCodes());
  bind(t.captchas).toResolvedValue(() => new SvgCaptchas());
  bind(t.sealedWords).toResolvedValue(() => new Sm2SealedWords());
  // Keys of operators have a cache of their own: business systems by the hundred must not push them out.
  bind(t.keySignatures).toResolvedValue(() => new Sm2KeySignatures(createSm2Engine()));
});
