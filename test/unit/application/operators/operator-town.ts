import { memoryPersistence } from '../../../../adapters/outbound/persistence/memory/memory-persistence.js';
import { MemoryDatabase } from '../../../../adapters/outbound/persistence/memory/memory-database.js';
import type { GivenChallenge } from '../../../../application/operators/ask-challenge.js';
import type { Proof } from '../../../../application/operators/factor-check.js';
import { operatorDesk, type OperatorDesk } from '../../../../application/operators/operator-desk.js';
import type { OperatorParts } from '../../../../application/operators/operator-parts.js';
import { defaultPasswordRules } from '../../../../domain/operators/password-rules.js';
import { defaultSessionRules } from '../../../../domain/operators/session.js';
import { CountingIds, FakeVault, HandClock } from '../../../contract/persistence/fakes.js';
import { noon } from '../../../builders/moments.js';
import { RecordingJournal } from '../recording-journal.js';

export const stepMs = 30_000;
/** What the browser of everybody in town holds. */
export const form = 'F'.repeat(32);
export const place = { address: '192.0.2.7', requestId: 'req-1' };
export const goodPassword = '晴天要带伞-Umbrella7';
/** The code that an authenticator shows at this moment. */
export const codeAt = (now: number): string => String(Math.floor(now / stepMs)).slice(-6);

/** A hash as an older release made it: right, and to be made anew. */
export const staleHash = (password: string): string => `old${hashOf(password)}`;
const hashOf = (password: string): string => `fake$${Buffer.from(password, 'utf8').toString('hex')}`;

/** An installation with its accounts, on stores in memory, or on a given one, and means of signing in that a test can read. */
export class OperatorTown {
  readonly clock = new HandClock(noon);
  readonly journal = new RecordingJournal();
  readonly database = new MemoryDatabase();
  readonly hashed: string[] = [];
  readonly parts: OperatorParts;
  readonly desk: OperatorDesk;
  allowed = 10_000;
  /** What happens while a password is looked at. */
  whileVerifying: () => Promise<void> = () => Promise.resolve();

  constructor(on?: Pick<OperatorParts, 'unitOfWork'>) {
    const [ids, vault, { clock }] = [new CountingIds('7'), new FakeVault(), this];
    const store = memoryPersistence({ vault, ids, clock }, this.database);
    this.parts = {
      unitOfWork: on?.unitOfWork ?? store.unitOfWork, vault, ids, clock, platformClock: clock, journal: this.journal, passwordRules: defaultPasswordRules, sessionRules: defaultSessionRules, origin: 'https://console.example',
      rateLimiter: { allow: () => this.allowed-- > 0, isSpent: () => this.allowed <= 0 },
      passwords: {
        hash: async (password) => hashOf(password),
        verify: async (password, stored) => {
          this.hashed.push('verify');
          await this.whileVerifying();
          return { isRight: [hashOf(password), staleHash(password)].includes(stored), isStale: stored === staleHash(password) };
        },
        spend: async () => { this.hashed.push('spend'); },
      },
      oneTimeCodes: {
        newSecret: () => `SECRET${ids.next().slice(-4)}`, enrolmentUri: (secret, account) => `otpauth://totp/${account}?secret=${secret}`,
        stepOf: (_secret, code, now, after) => {
          const step = Math.floor(now / stepMs);
          return [step - 1, step, step + 1].find((one) => one > after && String(one).slice(-6) === code);
        },
      },
      captchas: { make: () => ({ text: 'aB3kP', svg: '<svg/>' }) },
      sealedWords: {
        newKey: () => { const privateKey = ids.next(); return { privateKey, publicKey: `pub-${privateKey}` }; },
        open: (privateKey, cipher) => (cipher.startsWith(`pub-${privateKey}:`) ? cipher.slice(`pub-${privateKey}:`.length) : undefined),
      },
      publicKeys: { read: (_algorithm, text) => (text.startsWith('04') ? { ok: true, pem: text, fingerprint: `print of ${text}`, sha256: '' } : { ok: false, why: 'not on the curve' }) },
      keySignatures: { isSigned: (publicKey, text, signature) => signature === `${publicKey} signs ${text}` },
    };
    this.desk = operatorDesk({ ...this.parts, checkAudit: { run: async () => ({ ...await store.auditChain.verify(), signed: undefined }) }, permissions: new Set(['settlement.settlements.read', 'nontax.e-bills.read']) });
  }

  get audited(): string[] { return this.database.tables.audit.all(false).map((row) => row.entry.action); }
  read<T>(work: Parameters<OperatorParts['unitOfWork']['read']>[0]): Promise<T> { return this.parts.unitOfWork.read(work) as Promise<T>; }
  async numberOf(account: string): Promise<string> {
    const found = await this.parts.unitOfWork.read(({ operators }) => operators.byAccount(account));
    if (found === undefined) throw new Error(`no account ${account}`);
    return found.operatorNo;
  }

  async challenge(purpose: 'sign-in' | 'activate', account: string): Promise<GivenChallenge> {
    const given = await this.desk.challenges.forStranger({ purpose, account, form, address: place.address });
    if (!given.ok) throw new Error(given.refusal);
    return given.value;
  }

  /** What the browser sends of a password. */
  cipher({ publicKey, nonce }: GivenChallenge, password: string): string { return `${publicKey}:${JSON.stringify({ password, nonce })}`; }

  /** Signs in with a password; the answer of the platform, or the word of its refusal. */
  async tryPassword(account: string, password: string, from: { readonly address?: string; readonly captcha?: string } = {}) {
    const given = await this.challenge('sign-in', account);
    const came = await this.desk.signIn.run({ ...place, ...(from.address !== undefined && { address: from.address }), form, challengeNo: given.challengeNo, account, cipher: this.cipher(given, password), captcha: from.captcha });
    return came.ok ? came.value : came.refusal;
  }

  async tryActivation(account: string, activationCode: string, password = goodPassword) {
    const given = await this.challenge('activate', account);
    return this.desk.activate.run({ ...place, form, challengeNo: given.challengeNo, account, activationCode, cipher: this.cipher(given, password), captcha: given.captcha && 'ab3kp' });
  }

  async proof(token: string, proof: Proof = { kind: 'totp', code: codeAt(this.clock.now()) }) {
    const came = await this.desk.prove.run({ ...place, token, proof });
    return came.ok ? came.value : came.refusal;
  }

  /** Activates an account with its code, sets up the second factor and gives the token of its session. */
  async arrive(account: string, activationCode: string, password = goodPassword): Promise<string> {
    const activated = await this.tryActivation(account, activationCode, password);
    if (!activated.ok) throw new Error(JSON.stringify(activated.refusal));
    if (activated.value.next === 'enrol') await this.desk.enrol.run(activated.value.token);
    const admitted = await this.proof(activated.value.token);
    if (typeof admitted === 'string') throw new Error(admitted);
    this.clock.at += stepMs;
    return admitted.token;
  }

  /** Signs an account in that is set up. */
  async enter(account: string, password = goodPassword): Promise<string> {
    const begun = await this.tryPassword(account, password);
    const admitted = typeof begun === 'string' ? begun : await this.proof(begun.token);
    if (typeof admitted === 'string') throw new Error(admitted);
    this.clock.at += stepMs;
    return admitted.token;
  }

  async seen(token: string, isBackground = false) {
    const checked = await this.desk.checkSession.run(token, isBackground);
    return checked.ok ? checked.value : checked.refusal;
  }
}

type First = 'sysadmin' | 'secadmin' | 'auditor';
/** A town whose three officers have arrived. */
export async function openOperatorTown(): Promise<OperatorTown & { readonly tokens: ReadonlyMap<First, string> }> {
  const town = new OperatorTown();
  const tokens = new Map<First, string>();
  for (const { operator, activationCode } of await town.desk.firstOfficers.run()) tokens.set(operator.account as First, await town.arrive(operator.account, activationCode));
  return Object.assign(town, { tokens });
}
