import type { SignatureScheme } from '../../domain/access/signature-scheme.js';
import { readAddress, readOrigin } from '../../domain/directory/address.js';
import { isSameKey, keysAt, maxKeys, type Developer } from '../../domain/directory/developer.js';
import { dayMs, type EpochMs } from '../../domain/kernel/china-time.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Acting } from '../../domain/operators/acting.js';
import { changeDeveloper, type DeveloperParts, type Named, type NamedRefusal } from './developer-parts.js';

/** What becomes of the keys that are accepted now: they stay until somebody retires them, end at a moment, or end at once. */
export type FormerKeys = { readonly kind: 'keep' } | { readonly kind: 'until'; readonly at: EpochMs } | { readonly kind: 'retire' };
export interface NewKey { readonly scheme: SignatureScheme; readonly text: string; readonly former: FormerKeys }
export type KeyRefusal = NamedRefusal
  | { readonly code: 'platforms-own-key' | 'key-known' | 'key-of-another' | 'scheme-changes' | 'too-many-keys' | 'bad-end' | 'no-such-key' | 'not-sm2' | 'origin-in-use' }
  | { readonly code: 'key-malformed'; readonly why: string } | { readonly code: 'origin-malformed'; readonly which: string };
type Changed = Result<Developer, KeyRefusal>;

/** A rotation takes weeks, not years. */
const longestEndMs = 366 * dayMs;

/** 开发者密钥与回调来源设置 (1.1.6.2.1-f; KEY-05, KEY-06, URL-01). What was pasted is read and never kept: only a good key's own spelling of it is. */
export class ManageDeveloperKeys {
  readonly #parts: DeveloperParts;
  constructor(parts: DeveloperParts) { this.#parts = parts; }

  /** The new key counts at once; those before beside it as `former` says. */
  async importKey(acting: Acting, named: Named, { scheme, text, former }: NewKey): Promise<Changed> {
    const { keyReader, signer, clock } = this.#parts;
    const read = keyReader.read(scheme.algorithm, text);
    if (!read.ok) return refuse({ code: 'key-malformed', why: read.why });
    if (isSameKey(read.pem, await signer.publicKeyPem(`platform.${scheme.algorithm}`))) return refuse({ code: 'platforms-own-key' });
    const now = clock.now();
    if (former.kind === 'until' && !isGoodEnd(former.at, now)) return refuse({ code: 'bad-end' });
    return this.#change(acting, named, 'developer.key-imported', '导入开发者公钥', async ({ directory }, before) => {
      const holder = (await directory.developers.all()).find(({ keys }) => keys.some(({ pem }) => isSameKey(pem, read.pem)));
      if (holder !== undefined) return refuse({ code: holder.devId === named.devId ? 'key-known' : 'key-of-another' });
      const kept = former.kind === 'retire' ? [] : keysAt(before, now);
      if (kept.length > 0 && !isSameScheme(before.scheme, scheme)) return refuse({ code: 'scheme-changes' });
      if (kept.length >= maxKeys) return refuse({ code: 'too-many-keys' });
      const ending = kept.map((key) => (former.kind === 'until' ? { ...key, until: Math.min(key.until ?? former.at, former.at) } : key));
      return ok({ ...before, scheme, keys: [{ pem: read.pem, since: now, until: undefined }, ...ending] });
    });
  }

  /** Ends a key at a moment, or at once: a compromised one must not count a minute longer, even where there is no other. */
  async retireKey(acting: Acting, named: Named, fingerprint: string, until: EpochMs | undefined): Promise<Changed> {
    if (until !== undefined && !isGoodEnd(until, this.#parts.clock.now())) return refuse({ code: 'bad-end' });
    return this.#change(acting, named, 'developer.key-retired', '停用开发者公钥', (_, before) => {
      const found = before.keys.find(({ pem }) => this.#fingerprintOf(before, pem) === fingerprint);
      if (found === undefined) return refuse({ code: 'no-such-key' });
      return ok({ ...before, keys: before.keys.flatMap((key) => (key !== found ? [key] : until === undefined ? [] : [{ ...key, until }])) });
    });
  }

  /** SM2 alone has something to choose. It counts for all keys of the developer at once. */
  async setScheme(acting: Acting, named: Named, scheme: Pick<SignatureScheme, 'sm2Encoding' | 'sm2UserId'>): Promise<Changed> {
    return this.#change(acting, named, 'developer.scheme-changed', '修改开发者签名参数', (_, before) =>
      (before.scheme.algorithm === 'SM2' ? ok({ ...before, scheme: { algorithm: 'SM2', ...scheme } }) : refuse({ code: 'not-sm2' })));
  }

  async setOrigins(acting: Acting, named: Named, origins: readonly string[]): Promise<Changed> {
    const allowed: string[] = [];
    for (const which of origins) {
      const read = readOrigin(which, this.#parts.httpsOnly);
      if (!read.ok) return refuse({ code: 'origin-malformed', which });
      if (!allowed.includes(read.value)) allowed.push(read.value);
    }
    return this.#change(acting, named, 'developer.origins-changed', '修改开发者回调来源', (_, before) => {
      const { personalBillUrl } = before;
      if (personalBillUrl !== undefined && readAddress(personalBillUrl, before.allowedOrigins, false).ok && !readAddress(personalBillUrl, allowed, false).ok) return refuse({ code: 'origin-in-use' });
      return ok({ ...before, allowedOrigins: allowed });
    });
  }

  #change(acting: Acting, named: Named, action: string, words: string, change: Parameters<typeof changeDeveloper<KeyRefusal>>[4]): Promise<Changed> {
    return changeDeveloper<KeyRefusal>(this.#parts, acting, named, { action, description: `${words} ${named.devId}` }, change);
  }

  #fingerprintOf({ scheme }: Developer, pem: string): string | undefined {
    const read = this.#parts.keyReader.read(scheme.algorithm, pem);
    return read.ok ? read.fingerprint : undefined;
  }
}

const isGoodEnd = (at: EpochMs, now: EpochMs): boolean => at > now && at <= now + longestEndMs;
const isSameScheme = (one: SignatureScheme, other: SignatureScheme): boolean =>
  one.algorithm === other.algorithm && (one.sm2Encoding ?? 'der') === (other.sm2Encoding ?? 'der') && (one.sm2UserId ?? '') === (other.sm2UserId ?? '');
