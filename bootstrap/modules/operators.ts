import { ContainerModule } from 'inversify';
import { ChallengeRounds } from '../../adapters/inbound/jobs/challenge-rounds.js';
import { SvgCaptchas } from '../../adapters/outbound/captchas/svg-captchas.js';
import { Pbkdf2Passwords } from '../../adapters/outbound/crypto/operators/pbkdf2-passwords.js';
import { Sm2KeySignatures } from '../../adapters/outbound/crypto/operators/sm2-key-signatures.js';
import { Sm2SealedWords } from '../../adapters/outbound/crypto/operators/sm2-sealed-words.js';
import { TotpCodes } from '../../adapters/outbound/crypto/operators/totp-codes.js';
import { PublicKeys } from '../../adapters/outbound/crypto/public-keys.js';
import { createSm2Engine } from '../../adapters/outbound/crypto/self-test.js';
import { WallClock } from '../../adapters/outbound/system/wall-clock.js';
import { DirectoryRounds } from '../../adapters/inbound/jobs/directory-rounds.js';
import { KeyWalkRounds } from '../../adapters/inbound/jobs/key-walk-rounds.js';
import { CheckDirectoryRows } from '../../application/operators/check-directory-rows.js';
import { RenewRows } from '../../application/operators/renew-rows.js';
import { CheckAuditTrail } from '../../application/operators/check-audit-trail.js';
import { ExportAuditFile } from '../../application/operators/export-audit-file.js';
import { SignAuditHead } from '../../application/operators/sign-audit-head.js';
import { operatorDesk } from '../../application/operators/operator-desk.js';
import { allPermissions } from '../../contracts/console/permissions.js';
import { defaultPasswordRules } from '../../domain/operators/password-rules.js';
import { defaultSessionRules } from '../../domain/operators/session.js';
import { consoleBaseUrl, publicBaseUrl } from '../config.js';
import { tokens as t } from '../tokens.js';

/** What operators sign in with, and what they may do about accounts. */
export const operators = new ContainerModule(({ bind }) => {
  bind(t.passwords).toResolvedValue((vault) => new Pbkdf2Passwords(vault), [t.vault]);
  bind(t.oneTimeCodes).toResolvedValue(() => new TotpCodes());
  bind(t.captchas).toResolvedValue(() => new SvgCaptchas());
  bind(t.sealedWords).toResolvedValue(() => new Sm2SealedWords());
  // Keys of operators have a cache of their own: business systems by the hundred must not push them out.
  bind(t.keySignatures).toResolvedValue(() => new Sm2KeySignatures(createSm2Engine()));
  bind(t.operatorDesk).toResolvedValue(
    (unitOfWork, passwords, oneTimeCodes, captchas, sealedWords, keySignatures, vault, ids, platformClock, journal, rateLimiter, config, checkAudit) => operatorDesk({
      unitOfWork, passwords, oneTimeCodes, captchas, sealedWords, keySignatures, publicKeys: new PublicKeys(), vault, ids, platformClock, journal, rateLimiter,
      // Authenticators know the time of the world, and people stay signed in while a demo day goes by in a second.
      clock: config.profile === 'embedded' && config.wallClockToo ? new WallClock() : platformClock,
      passwordRules: defaultPasswordRules, sessionRules: defaultSessionRules, origin: consoleBaseUrl(config) ?? publicBaseUrl(config), permissions: new Set(allPermissions), checkAudit,
    }),
    [t.unitOfWork, t.passwords, t.oneTimeCodes, t.captchas, t.sealedWords, t.keySignatures, t.vault, t.ids, t.clock, t.journal, t.rateLimiter, t.config, t.checkAudit]);
  bind(t.renewRows).toResolvedValue((unitOfWork, keyWalk, ids, clock, journal) => new RenewRows({ unitOfWork, keyWalk, ids, clock, journal }), [t.unitOfWork, t.keyWalk, t.ids, t.clock, t.journal]);
  bind(t.keyWalkRounds).toResolvedValue((renew, journal) => new KeyWalkRounds({ renew, journal }), [t.renewRows, t.journal]);
  bind(t.directoryRounds).toResolvedValue((rowIntegrity, journal) => new DirectoryRounds({ check: new CheckDirectoryRows(rowIntegrity, journal), journal }), [t.rowIntegrity, t.journal]);
  bind(t.signAuditHead).toResolvedValue((chain, signer, verifier, clock, journal) => new SignAuditHead({ chain, signer, verifier, keys: new PublicKeys(), clock, journal }), [t.auditChain, t.signer, t.verifier, t.clock, t.journal]);
  bind(t.checkAudit).toResolvedValue((chain, signer, verifier, sign) => new CheckAuditTrail({ chain, signer, verifier, keys: new PublicKeys(), sign }), [t.auditChain, t.signer, t.verifier, t.signAuditHead]);
  bind(t.exportAuditFile).toResolvedValue(
    (chain, sign, signer, digests, unitOfWork, ids, platformClock) => new ExportAuditFile({ chain, sign, signer, keys: new PublicKeys(), digests, unitOfWork, ids, platformClock }),
    [t.auditChain, t.signAuditHead, t.signer, t.digests, t.unitOfWork, t.ids, t.clock]);
  bind(t.challengeRounds).toResolvedValue((desk, journal) => new ChallengeRounds({ forget: desk.forgetChallenges, forgetSignIns: desk.forgetSignIns, journal }), [t.operatorDesk, t.journal]);
});
