import { canonicalText } from '../../domain/access/canonical-text.js';
import { defaultUserId, type SignatureScheme } from '../../domain/access/signature-scheme.js';
import { mistakenTexts, writtenSignatures, type MistakenText, type SignatureMistake, type TextMistake } from '../../domain/access/signing-mistakes.js';
import { firstDifference, type Difference } from '../../domain/access/text-difference.js';
import { keysAt, type Developer } from '../../domain/directory/developer.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Clock } from '../ports/clock.js';
import type { Digests } from '../ports/digests.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { PublicKeyReader, StrangeAlgorithm, StrangeSignatures, Verifier } from '../ports/signatures.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

export interface WorkbenchParts {
  readonly unitOfWork: Pick<UnitOfWork, 'read'>;
  readonly verifier: Verifier;
  readonly strange: StrangeSignatures;
  readonly keyReader: PublicKeyReader;
  readonly digests: Digests;
  readonly clock: Clock;
  readonly rateLimiter: Pick<RateLimiter, 'allow'>;
  /** Hex: what a signature over the text is made of. */
  readonly digestOf: (text: string, scheme: SignatureScheme, publicKeyPem: string) => string;
  /** undefined where the text has no place in GBK. */
  readonly gbkBytes: (text: string) => Uint8Array | undefined;
}

export interface Question {
  readonly devId: string;
  /** As they were sent, in that order. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly signature: string;
  /** The text that the integrator's program signed, as far as it can show it. */
  readonly signedText: string | undefined;
}
/** The way in which a signature does verify. What is undefined is as it has to be. */
export interface Way {
  readonly fingerprint: string;
  readonly isAccepted: boolean;
  readonly text?: TextMistake | 'digest-signed' | 'pasted';
  readonly charset?: MistakenText['charset'];
  readonly signature?: SignatureMistake;
  readonly sm2Encoding?: 'der' | 'raw';
  readonly sm2UserId?: string;
  readonly algorithm?: StrangeAlgorithm;
}
export interface Examined {
  readonly developer: Developer;
  readonly canonicalText: string;
  /** Hex; of SM2 with the Z of the first key, none without a key. */
  readonly digest: string | undefined;
  /** By the gateway's own check: undefined where it refuses. */
  readonly verified: Way | undefined;
  /** What would verify, where the gateway refuses. */
  readonly explained: Way | undefined;
  readonly pasted: { readonly difference: Difference | undefined; readonly mistake: MistakenText | undefined } | undefined;
}
interface Tried { readonly bytes: Uint8Array; readonly way: Pick<Way, 'text' | 'charset'> }
interface HeldKey { readonly pem: string; readonly fingerprint: string; readonly isAccepted: boolean }

const perSecond = 1;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * 签名工作台: why a request is refused, found by the very code that refuses it. Nothing of what is asked is kept. It is no oracle: whoever asks has the
 * permission, and asks about as often as a person can paste.
 */
export class CheckSignature {
  readonly #parts: WorkbenchParts;
  constructor(parts: WorkbenchParts) { this.#parts = parts; }

  async run(operatorNo: string, { devId, parameters, signature, signedText }: Question): Promise<Result<Examined, 'unknown' | 'too-many'>> {
    const { unitOfWork, digestOf, clock, rateLimiter, keyReader } = this.#parts;
    if (!rateLimiter.allow(`workbench:${operatorNo}`, perSecond)) return refuse('too-many');
    const developer = await unitOfWork.read(({ directory }) => directory.developers.one({ devId }));
    if (developer === undefined) return refuse('unknown');
    const { scheme } = developer;
    const accepted = keysAt(developer, clock.now());
    const keys = developer.keys.flatMap((key): HeldKey[] => {
      const read = keyReader.read(scheme.algorithm, key.pem);
      return read.ok ? [{ pem: key.pem, fingerprint: read.fingerprint, isAccepted: accepted.includes(key) }] : [];
    });
    const text = canonicalText(parameters);
    const mistaken = mistakenTexts(parameters, text, clearData(parameters['data'] ?? ''));
    const verified = await this.#first(keys.filter(({ isAccepted }) => isAccepted), [{ bytes: utf8(text), way: {} }], [scheme], [{ mistake: undefined, base64: signature }]);
    const [first] = keys;
    return ok({
      developer, canonicalText: text, digest: scheme.algorithm === 'SM2' && first === undefined ? undefined : digestOf(text, scheme, first?.pem ?? ''), verified,
      explained: verified === undefined && signature !== '' ? await this.#explain(developer, keys, text, this.#tries(text, mistaken, signedText), signature) : undefined,
      pasted: signedText === undefined ? undefined : { difference: firstDifference(utf8(text), utf8(signedText)), mistake: mistaken.find((one) => one.charset === 'utf-8' && one.text === signedText) },
    });
  }

  /** Texts that may have been signed, the right one first. */
  #tries(text: string, mistaken: readonly MistakenText[], signedText: string | undefined): readonly Tried[] {
    const { digests } = this.#parts;
    const hex = [digests.sha256Hex(text), digests.sm3Hex(text)];
    return [
      { bytes: utf8(text), way: {} },
      ...mistaken.flatMap(({ mistake, charset, text: one }): Tried[] => {
        const bytes = this.#bytesOf(one, charset);
        return bytes === undefined ? [] : [{ bytes, way: { ...(mistake && { text: mistake }), ...(charset !== 'utf-8' && { charset }) } }];
      }),
      ...hex.flatMap((one) => [utf8(one), utf8(one.toUpperCase()), Uint8Array.from(one.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))].map((bytes): Tried => ({ bytes, way: { text: 'digest-signed' } }))),
      ...(signedText === undefined ? [] : [{ bytes: utf8(signedText), way: { text: 'pasted' as const } }]),
    ];
  }

  /** One mistake after the other, and those of the text together with those of writing the signature down; the user id and the algorithm for the right text only. */
  async #explain({ scheme }: Developer, keys: readonly HeldKey[], text: string, texts: readonly Tried[], signature: string): Promise<Way | undefined> {
    const written = writtenSignatures(signature);
    const encodings = scheme.algorithm === 'SM2' ? encodingsOf(scheme) : [scheme];
    const right = texts.filter(({ way }) => way.text === undefined && way.charset === undefined || way.text === 'pasted');
    return await this.#first(keys, texts, encodings, written)
      ?? await this.#first(keys, right, scheme.algorithm === 'SM2' ? otherUsers(scheme, encodings) : [], written)
      ?? this.#strange(keys, scheme, right, written.map(({ base64 }) => base64));
  }

  async #first(keys: readonly HeldKey[], texts: readonly Tried[], schemes: readonly SignatureScheme[], written: ReturnType<typeof writtenSignatures>): Promise<Way | undefined> {
    const own = schemes[0];
    for (const { mistake, base64 } of written) {
      for (const { pem, fingerprint, isAccepted } of keys) {
        for (const { bytes, way } of texts) {
          for (const scheme of schemes) {
            if (!await this.#parts.verifier.verify(pem, scheme, bytes, base64).catch(() => false)) continue;
            return { fingerprint, isAccepted, ...way, ...(mistake && { signature: mistake }), ...oddities(scheme, own) };
          }
        }
      }
    }
    return undefined;
  }

  #strange(keys: readonly HeldKey[], { algorithm }: SignatureScheme, texts: readonly Tried[], written: readonly string[]): Way | undefined {
    for (const { pem, fingerprint, isAccepted } of keys) {
      for (const { bytes, way } of texts) {
        for (const base64 of written) {
          const found = this.#parts.strange.recognise(pem, algorithm, bytes, base64);
          if (found !== undefined) return { fingerprint, isAccepted, ...way, algorithm: found };
        }
      }
    }
    return undefined;
  }

  #bytesOf(text: string, charset: MistakenText['charset']): Uint8Array | undefined {
    switch (charset) {
      case 'utf-8': return utf8(text);
      case 'gbk': return this.#parts.gbkBytes(text);
      case 'utf-16': return new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer);
    }
  }
}

/** The registered encoding first. */
const encodingsOf = (scheme: SignatureScheme): readonly SignatureScheme[] => [scheme, { ...scheme, sm2Encoding: scheme.sm2Encoding === 'raw' ? 'der' : 'raw' }];
/** The registered scheme stays the first, so that what differs from it is told. */
const otherUsers = (registered: SignatureScheme, encodings: readonly SignatureScheme[]): readonly SignatureScheme[] =>
  [registered, ...encodings.flatMap((scheme) => ['', defaultUserId, 'ALICE123@YAHOO.COM'].map((sm2UserId) => ({ ...scheme, sm2UserId })))];
const oddities = (scheme: SignatureScheme, registered: SignatureScheme | undefined): Pick<Way, 'sm2Encoding' | 'sm2UserId'> => ({
  ...(scheme.sm2Encoding !== undefined && scheme.sm2Encoding !== (registered?.sm2Encoding ?? 'der') && { sm2Encoding: scheme.sm2Encoding }),
  ...(scheme.sm2UserId !== undefined && scheme.sm2UserId !== (registered?.sm2UserId ?? defaultUserId) && { sm2UserId: scheme.sm2UserId }),
});

/** What stands in `data`. */
function clearData(data: string): string | undefined {
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length === 0 || bytes.toString('base64') !== data) return undefined;
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : undefined;
}
