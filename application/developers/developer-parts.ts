import { deedEntry, type Acting, type Deed } from '../../domain/operators/acting.js';
import type { Developer } from '../../domain/directory/developer.js';
import { refuse, type Result } from '../../domain/kernel/result.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { PublicKeyReader, Signer } from '../ports/signatures.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';

/** What the use cases about developers work with. */
export interface DeveloperParts {
  readonly unitOfWork: UnitOfWork;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly keyReader: PublicKeyReader;
  readonly signer: Pick<Signer, 'publicKeyPem'>;
  /** Every method that the gateway has. */
  readonly methods: ReadonlySet<string>;
  /** Addresses are https alone. */
  readonly httpsOnly: boolean;
}

/** The developer that is to change, as whoever changes it saw it. */
export interface Named { readonly devId: string; readonly version: number }
/** No such developer; somebody else changed it since the form was read. */
export type NamedRefusal = { readonly code: 'unknown' | 'changed-meanwhile' };

/** The first half of a fingerprint names a key well enough in the operation log. */
const fingerprintChars = 32;

/** What of a developer stands in its audit entries: keys as fingerprints, the contact's number masked. */
export function developerFacts({ developerName, scheme, keys, enabled, allowedOrigins, allowedAddresses, allowedMethods, merchantNos, requestsPerSecond, textsPayers, personalBillUrl, roleCodes, contactName, contactMobile }: Developer, keyReader: PublicKeyReader): Readonly<Record<string, string>> {
  const keyWords = keys.map(({ pem, until }) => {
    const read = keyReader.read(scheme.algorithm, pem);
    return `sm3:${read.ok ? read.fingerprint.slice(0, fingerprintChars) : 'unreadable'}${until === undefined ? '' : ` until ${new Date(until).toISOString()}`}`;
  });
  return {
    developerName, algorithm: scheme.algorithm, sm2Encoding: scheme.sm2Encoding ?? '', sm2UserId: scheme.sm2UserId ?? '', keys: keyWords.join(', '), enabled: String(enabled), allowedOrigins: allowedOrigins.join(' '),
    allowedAddresses: allowedAddresses.join(' '), allowedMethods: allowedMethods.join(' '), merchantNos: merchantNos.join(' '), requestsPerSecond: String(requestsPerSecond), textsPayers: String(textsPayers),
    personalBillUrl: personalBillUrl ?? '', roleCodes: roleCodes.join(' '), contactName, contactMobile: contactMobile ?? '',
  };
}

export async function auditDeveloper({ audit }: Pick<Stores, 'audit'>, { ids, clock, keyReader }: Pick<DeveloperParts, 'ids' | 'clock' | 'keyReader'>, acting: Acting, deed: Pick<Deed, 'action' | 'description'>, { before, after }: { readonly before?: Developer; readonly after?: Developer }): Promise<void> {
  const objectNo = (after ?? before)?.devId ?? '';
  await audit.append(deedEntry(ids.next(), clock.now(), acting, {
    ...deed, objectKind: 'developer', objectNo, ...(before && { before: developerFacts(before, keyReader) }), ...(after && { after: developerFacts(after, keyReader) }),
  }));
}

/** Changes one developer as it was read, and says so in the operation log: both or neither. */
export async function changeDeveloper<R extends { readonly code: string }>(
  parts: DeveloperParts, acting: Acting, { devId, version }: Named, deed: Pick<Deed, 'action' | 'description'>, change: (stores: Stores, before: Developer) => Promise<Result<Developer, R>> | Result<Developer, R>,
): Promise<Result<Developer, R | NamedRefusal>> {
  return parts.unitOfWork.run(async (stores): Promise<Result<Developer, R | NamedRefusal>> => {
    const before = await stores.directory.developers.one({ devId });
    if (before === undefined) return refuse({ code: 'unknown' });
    if (before.version !== version) return refuse({ code: 'changed-meanwhile' });
    const changed = await change(stores, before);
    if (!changed.ok) return changed;
    await stores.directory.developers.put(changed.value);
    await auditDeveloper(stores, parts, acting, deed, { before, after: changed.value });
    return changed;
  });
}
