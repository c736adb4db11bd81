import type { KeySignatures } from '../../../../application/ports/sign-in-means.js';
import { DEFAULT_USER_ID } from '../sm2-curve.js';
import type { Sm2Engine } from '../sm2-engine.js';

/** Signatures of UKeys over UTF-8 text: SM2 with SM3 under the standard user id. Key and signature in small hex, as the console's schemas say. */
export class Sm2KeySignatures implements KeySignatures {
  readonly #engine: Sm2Engine;

  constructor(engine: Sm2Engine) { this.#engine = engine; }

  isSigned(publicKey: string, text: string, signature: string): boolean {
    // Node decodes hex up to the first wrong letter and says nothing, so the form is looked at first.
    if (typeof text !== 'string' || typeof signature !== 'string' || !/^[0-9a-f]{128}$/.test(signature)) return false;
    return this.#engine.verify(publicKey, DEFAULT_USER_ID, Buffer.from(text, 'utf8'), Buffer.from(signature, 'hex'));
  }
}
