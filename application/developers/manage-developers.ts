import { isAddressRange } from '../../domain/directory/address-range.js';
import { readAddress } from '../../domain/directory/address.js';
import { maxPayees, type Developer } from '../../domain/directory/developer.js';
import { maskMobile } from '../../domain/kernel/personal-data.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Acting } from '../../domain/operators/acting.js';
import { readMobile } from '../../domain/text-messages/phone.js';
import type { Stores } from '../ports/unit-of-work.js';
import { auditDeveloper, changeDeveloper, type DeveloperParts, type Named, type NamedRefusal } from './developer-parts.js';
import { grantedPayees, unknownPayee } from './granted-payees.js';

export interface DeveloperFacts {
  readonly developerName: string;
  readonly contactName: string;
  /** undefined: as it is. */
  readonly contactMobile: string | undefined;
  readonly allowedAddresses: readonly string[];
  readonly requestsPerSecond: number;
  readonly textsPayers: boolean;
  readonly personalBillUrl: string | undefined;
  readonly merchantNos: readonly string[];
}
export type DeveloperRefusal = NamedRefusal
  | { readonly code: 'name-taken' | 'mobile-malformed' | 'url-malformed' | 'url-not-allowed' | 'too-many-payees' | 'in-use' | 'still-enabled' | 'not-now' }
  | { readonly code: 'range-malformed' | 'unknown-payee'; readonly which: string };
type Changed = Result<Developer, DeveloperRefusal>;
type Facts = Pick<Developer, 'developerName' | 'contactName' | 'allowedAddresses' | 'requestsPerSecond' | 'textsPayers' | 'merchantNos'>;

/** 开发者管理 (1.1.6.2.1-b to -e). Keys and origins are set apart from it, roles are given by whoever keeps them. */
export class ManageDevelopers {
  readonly #parts: DeveloperParts;
  constructor(parts: DeveloperParts) { this.#parts = parts; }

  /** The platform gives out the number. Without a key and without a role it can call nothing yet. */
  async add(acting: Acting, facts: DeveloperFacts): Promise<Changed> {
    const checked = check(facts);
    if (!checked.ok) return checked;
    const { clock, ids } = this.#parts;
    const developer: Developer = {
      ...checked.value.facts, devId: `DEV${ids.next()}`, scheme: { algorithm: 'RSA2' }, keys: [], enabled: true, allowedOrigins: [], allowedMethods: [], personalBillUrl: undefined, roleCodes: [],
      contactMobile: undefined, createdAt: clock.now(), version: 1,
    };
    return this.#parts.unitOfWork.run(async (stores): Promise<Changed> => {
      const { mobile } = checked.value;
      const refusal = await this.#clash(stores, developer, undefined);
      if (refusal !== undefined) return refuse(refusal);
      const after = { ...developer, ...masked(mobile) };
      if (await stores.directory.developers.add(after) === 'exists') throw new Error('a number was given out twice');
      if (mobile !== undefined) await stores.directory.developers.putMobile(after.devId, mobile);
      await auditDeveloper(stores, this.#parts, acting, { action: 'developer.added', description: `新增开发者 ${after.devId}` }, { after });
      return ok(after);
    });
  }

  async edit(acting: Acting, named: Named, facts: DeveloperFacts): Promise<Changed> {
    const checked = check(facts);
    if (!checked.ok) return checked;
    const { mobile } = checked.value;
    return changeDeveloper<DeveloperRefusal>(this.#parts, acting, named, { action: 'developer.edited', description: `修改开发者 ${named.devId}` }, async (stores, before) => {
      const url = facts.personalBillUrl === undefined ? ok(undefined) : readAddress(facts.personalBillUrl, before.allowedOrigins, this.#parts.httpsOnly);
      if (!url.ok) return refuse({ code: url.refusal === 'address-malformed' ? 'url-malformed' : 'url-not-allowed' });
      const after: Developer = { ...before, ...checked.value.facts, ...masked(mobile), personalBillUrl: url.value };
      const refusal = await this.#clash(stores, after, before);
      if (refusal !== undefined) return refuse(refusal);
      if (mobile !== undefined) await stores.directory.developers.putMobile(before.devId, mobile);
      return ok(after);
    });
  }

  /** Requests of a switched-off one are refused like those of a stranger (40003), at once. */
  async switch(acting: Acting, named: Named, enabled: boolean): Promise<Changed> {
    const deed = enabled ? { action: 'developer.enabled', description: `启用开发者 ${named.devId}` } : { action: 'developer.disabled', description: `停用开发者 ${named.devId}` };
    return changeDeveloper<DeveloperRefusal>(this.#parts, acting, named, deed, (_, before) => (before.enabled === enabled ? refuse({ code: 'not-now' }) : ok({ ...before, enabled })));
  }

  /** Only one that is switched off, so that no order of it comes meanwhile, and that no order names: callbacks and refunds need its record. */
  async remove(acting: Acting, { devId, version }: Named): Promise<Changed> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Changed> => {
      const before = await stores.directory.developers.one({ devId });
      if (before === undefined) return refuse({ code: 'unknown' });
      if (before.version !== version) return refuse({ code: 'changed-meanwhile' });
      if (before.enabled) return refuse({ code: 'still-enabled' });
      if (await stores.directory.developers.isUsed(devId)) return refuse({ code: 'in-use' });
      await stores.directory.developers.remove(before);
      await auditDeveloper(stores, this.#parts, acting, { action: 'developer.removed', description: `删除开发者 ${devId}` }, { before });
      return ok(before);
    });
  }

  /** Why it cannot stand beside the others. */
  async #clash({ directory }: Stores, after: Developer, before: Developer | undefined): Promise<DeveloperRefusal | undefined> {
    const alike = await directory.developers.where({ developerName: after.developerName });
    if (alike.some(({ devId }) => devId !== after.devId)) return { code: 'name-taken' };
    const which = await unknownPayee(directory, after.merchantNos, before?.merchantNos ?? []);
    if (which !== undefined) return { code: 'unknown-payee', which };
    return (await grantedPayees(directory, after)).length > maxPayees ? { code: 'too-many-payees' } : undefined;
  }
}

const masked = (mobile: string | undefined): Pick<Developer, 'contactMobile'> | Record<never, never> => (mobile === undefined ? {} : { contactMobile: maskMobile(mobile) });

/** What can be said of the facts as such. */
function check({ contactMobile, allowedAddresses, merchantNos, developerName, contactName, requestsPerSecond, textsPayers }: DeveloperFacts): Result<{ readonly facts: Facts; readonly mobile: string | undefined }, DeveloperRefusal> {
  const mobile = contactMobile === undefined ? undefined : readMobile(contactMobile);
  if (mobile?.ok === false) return refuse({ code: 'mobile-malformed' });
  const which = allowedAddresses.find((text) => !isAddressRange(text));
  if (which !== undefined) return refuse({ code: 'range-malformed', which });
  return ok({ facts: { developerName, contactName, allowedAddresses: [...new Set(allowedAddresses)], requestsPerSecond, textsPayers, merchantNos: [...new Set(merchantNos)] }, mobile: mobile?.value });
}
