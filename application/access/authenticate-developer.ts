import { keysAt, mayComeFrom, type Developer } from '../../domain/directory/developer.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Directory } from '../ports/directory.js';
import type { Verifier } from '../ports/signatures.js';
import { TamperedError } from '../ports/vault.js';

export type AuthenticationRefusal =
  /** Unknown, disabled or wrongly signed: one answer, no oracle (GW-13). `developer` only where its record exists. */
  | { readonly code: 'not-authentic'; readonly developer: Developer | undefined }
  | { readonly code: 'address-not-allowed'; readonly developer: Developer };

/** `at`: when it arrived; a key that is to end then is no longer accepted. */
export interface SignedRequest { readonly devId: string; readonly text: string; readonly signature: string; readonly address: string; readonly at: EpochMs }

/** Who sent this? The algorithm and key come from the developer's record, never from the request (GW-04). */
export class AuthenticateDeveloper {
  readonly #directory: Directory;
  readonly #verifier: Verifier;
  /** A key of nobody: checking an unknown developer, or one without a key, costs what checking a known one does. */
  readonly #decoy: { readonly pem: string };

  constructor(directory: Directory, verifier: Verifier, decoyPublicKeyPem: string) {
    this.#directory = directory;
    this.#verifier = verifier;
    this.#decoy = { pem: decoyPublicKeyPem };
  }

  /** Whether such a developer may call at all. For refusing strangers cheaply; says nothing of who is calling. */
  async knows(devId: string): Promise<boolean> {
    return (await this.#known(devId))?.enabled === true;
  }

  async run(request: SignedRequest): Promise<Result<Developer, AuthenticationRefusal>> {
    const developer = await this.#known(request.devId);
    const keys = developer === undefined ? [] : keysAt(developer, request.at);
    if (developer === undefined || keys.length === 0) {
      await this.#verifier.verify(this.#decoy.pem, { algorithm: 'RSA2' }, request.text, request.signature);
      return refuse({ code: 'not-authentic', developer });
    }
    let unusable: Error | undefined;
    for (const { pem } of keys) {
      // During a rotation one broken key must not shut out the good one; without a good one it is a fault, not a wrong signature.
      const genuine = await this.#verifier.verify(pem, developer.scheme, request.text, request.signature).catch((error: unknown) => {
        unusable = error instanceof Error ? error : new Error('the key cannot be used');
        return false;
      });
      if (!genuine) continue;
      if (!developer.enabled) return refuse({ code: 'not-authentic', developer: undefined });
      return mayComeFrom(developer, request.address) ? ok(developer) : refuse({ code: 'address-not-allowed', developer });
    }
    if (unusable !== undefined) throw unusable;
    return refuse({ code: 'not-authentic', developer });
  }

  /** Whoever was written past the platform is nobody we know (INT-03); the alarm was raised where the row was met. */
  async #known(devId: string): Promise<Developer | undefined> {
    try {
      return await this.#directory.developer(devId);
    } catch (error) {
      if (error instanceof TamperedError) return undefined;
      throw error;
    }
  }
}
