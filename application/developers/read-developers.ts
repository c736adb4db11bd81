import type { DeveloperRole } from '../../domain/directory/developer-role.js';
import { keysAt, type Developer, type DeveloperKey } from '../../domain/directory/developer.js';
import type { Payee } from '../../domain/directory/payee.js';
import type { DeveloperParts } from './developer-parts.js';

export interface ShownKey extends Pick<DeveloperKey, 'since' | 'until'> {
  /** SM3 and SHA-256 over the SPKI DER, hex; empty of a key that cannot be read any more. */
  readonly fingerprint: string;
  readonly sha256: string;
  readonly isAccepted: boolean;
}
export interface ShownKeys { readonly developer: Developer; readonly keys: readonly ShownKey[]; /** The platform's own, of either algorithm. */ readonly platformPems: Readonly<Record<'RSA2' | 'SM2', string>> }

/** What the forms about developers are filled with. */
export class ReadDevelopers {
  readonly #parts: Pick<DeveloperParts, 'unitOfWork' | 'clock' | 'keyReader' | 'signer'>;
  constructor(parts: Pick<DeveloperParts, 'unitOfWork' | 'clock' | 'keyReader' | 'signer'>) { this.#parts = parts; }

  /** As it was given itself, without what its roles grant. */
  async one(devId: string): Promise<Developer | undefined> { return this.#parts.unitOfWork.read(({ directory }) => directory.developers.one({ devId })); }
  async all(): Promise<readonly Developer[]> { return this.#parts.unitOfWork.read(({ directory }) => directory.developers.all()); }
  async role(roleCode: string): Promise<DeveloperRole | undefined> { return this.#parts.unitOfWork.read(({ directory }) => directory.developerRoles.one({ roleCode })); }
  async roles(): Promise<readonly DeveloperRole[]> { return this.#parts.unitOfWork.read(({ directory }) => directory.developerRoles.all()); }
  async payees(): Promise<readonly Payee[]> { return this.#parts.unitOfWork.read(({ directory }) => directory.payees.all()); }

  async keys(devId: string): Promise<ShownKeys | undefined> {
    const { keyReader, signer, clock } = this.#parts;
    const developer = await this.one(devId);
    if (developer === undefined) return undefined;
    const accepted = keysAt(developer, clock.now());
    const keys = developer.keys.map((key): ShownKey => {
      const read = keyReader.read(developer.scheme.algorithm, key.pem);
      return { fingerprint: read.ok ? read.fingerprint : '', sha256: read.ok ? read.sha256 : '', since: key.since, until: key.until, isAccepted: accepted.includes(key) };
    });
    return { developer, keys, platformPems: { RSA2: await signer.publicKeyPem('platform.RSA2'), SM2: await signer.publicKeyPem('platform.SM2') } };
  }
}
