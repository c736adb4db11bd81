import { withRoles } from '../../domain/directory/developer-role.js';
import type { Developer } from '../../domain/directory/developer.js';
import type { Payee } from '../../domain/directory/payee.js';
import { isMerchantNo, originsFor, readPayeeFacts, type PayeeFacts, type PayeeFactsRefusal, type PayeeUse } from '../../domain/directory/payee-rules.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Acting } from '../../domain/operators/acting.js';
import type { Stores } from '../ports/unit-of-work.js';
import { asRead, noteDeed } from './as-read.js';
import { payeeFacts, type PayeeParts } from './payee-audit.js';

export type ManagePayeeRefusal =
  | PayeeFactsRefusal
  | { readonly code: 'number-malformed' | 'number-taken' | 'name-taken' | 'unknown' | 'changed-meanwhile' }
  | { readonly code: 'in-use'; readonly by: PayeeUse };
type Answer = Result<Payee, ManagePayeeRefusal>;

/** A payee as whoever changes it has read it. */
export interface SeenPayee { readonly merchantNo: string; readonly version: number }

/** 收款单位管理 (1.1.4.1.3): whose money it is, where news of it goes, and what of it wants a second person. */
export class ManagePayees {
  readonly #parts: PayeeParts;
  constructor(parts: PayeeParts) { this.#parts = parts; }

  /** A new payee, switched on, of no institution and without a channel yet: nobody can pay it before it is linked. */
  async add(acting: Acting, merchantNo: string, facts: PayeeFacts): Promise<Answer> {
    if (!isMerchantNo(merchantNo)) return refuse({ code: 'number-malformed' });
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const read = await this.#read(stores, merchantNo, facts, undefined);
      if (!read.ok) return read;
      const payee: Payee = { ...read.value, merchantNo, institutionNo: undefined, enabled: true, createdAt: this.#parts.clock.now(), version: 1 };
      if (await stores.directory.payees.add(payee) === 'exists') return refuse({ code: 'number-taken' });
      await this.#note(stores, acting, 'payee.added', '新增收款单位', undefined, payee);
      return ok(payee);
    });
  }

  async edit(acting: Acting, seen: SeenPayee, facts: PayeeFacts): Promise<Answer> {
    return this.#change(acting, seen, 'payee.edited', '修改收款单位', async (stores, before) => {
      const read = await this.#read(stores, before.merchantNo, facts, before);
      return read.ok ? ok({ ...before, ...read.value }) : read;
    });
  }

  /** From the next order on: orders that are there are paid, refunded and settled as before. */
  async disable(acting: Acting, seen: SeenPayee): Promise<Answer> {
    return this.#change(acting, seen, 'payee.disabled', '停用收款单位', async (_stores, before) => ok({ ...before, enabled: false }));
  }
  async enable(acting: Acting, seen: SeenPayee): Promise<Answer> {
    return this.#change(acting, seen, 'payee.enabled', '启用收款单位', async (_stores, before) => ok({ ...before, enabled: true }));
  }

  /** Only one that nothing refers to; one that ever had an order is switched off instead. */
  async remove(acting: Acting, seen: SeenPayee): Promise<Answer> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const before = await asSeen(stores, seen);
      if (!before.ok) return before;
      const use = await useOf(stores, before.value);
      if (use !== undefined) return refuse({ code: 'in-use', by: use });
      await stores.directory.payees.remove(before.value);
      await this.#note(stores, acting, 'payee.removed', '删除收款单位', before.value, undefined);
      return before;
    });
  }

  async #change(acting: Acting, seen: SeenPayee, action: string, description: string, change: (stores: Stores, before: Payee) => Promise<Answer>): Promise<Answer> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const before = await asSeen(stores, seen);
      const after = before.ok ? await change(stores, before.value) : before;
      if (!before.ok || !after.ok) return after;
      await stores.directory.payees.put(after.value);
      await this.#note(stores, acting, action, description, before.value, after.value);
      return after;
    });
  }

  async #read({ directory }: Pick<Stores, 'directory'>, merchantNo: string, facts: PayeeFacts, before: Payee | undefined): Promise<Result<PayeeFacts, ManagePayeeRefusal>> {
    const { regionCode, industryCode, payeeName } = facts;
    const region = regionCode === undefined ? undefined : await directory.regions.one({ regionCode });
    const industry = industryCode === undefined ? undefined : await directory.industries.one({ industryCode });
    const namesakes = payeeName === before?.payeeName ? [] : await directory.payees.where({ payeeName });
    if (namesakes.some((other) => other.merchantNo !== merchantNo)) return refuse({ code: 'name-taken' });
    return readPayeeFacts(facts, before, { region, industry, origins: originsFor(merchantNo, await developersOf(directory)), httpsOnly: this.#parts.isProduction });
  }

  #note(stores: Stores, acting: Acting, action: string, description: string, before: Payee | undefined, after: Payee | undefined): Promise<void> {
    const merchantNo = (after ?? before)?.merchantNo ?? '';
    return noteDeed(stores, this.#parts, acting, {
      action, objectKind: 'payee', objectNo: merchantNo, description: `${description} ${merchantNo}`, ...(before && { before: payeeFacts(before) }), ...(after && { after: payeeFacts(after) }),
    });
  }
}

/** The payee as it was read for the form, under its row's lock; somebody else's change meanwhile is not written over. */
async function asSeen({ directory }: Pick<Stores, 'directory'>, { merchantNo, version }: SeenPayee): Promise<Answer> {
  const found = asRead(await directory.payees.one({ merchantNo }), version);
  return found.ok ? found : refuse({ code: found.refusal });
}

/** Every developer with the payees that its roles grant. */
async function developersOf({ developers, developerRoles }: Pick<Stores['directory'], 'developers' | 'developerRoles'>): Promise<readonly Developer[]> {
  const roles = await developerRoles.all();
  return (await developers.all()).map((developer) => withRoles(developer, roles));
}

async function useOf({ directory, orders }: Pick<Stores, 'directory' | 'orders'>, { merchantNo, institutionNo }: Payee): Promise<PayeeUse | undefined> {
  const developers = await developersOf(directory);
  for (const { devId } of developers) if (await orders.anyOf(devId, merchantNo)) return 'orders';
  if ((await directory.payeeChannels.where({ merchantNo })).length > 0) return 'links';
  if (developers.some(({ merchantNos }) => merchantNos.includes(merchantNo))) return 'developers';
  // Whoever is given such a role later would act for a payee of that number.
  if ((await directory.developerRoles.all()).some(({ merchantNos }) => merchantNos.includes(merchantNo))) return 'developer-roles';
  return institutionNo === undefined ? undefined : 'institution';
}
