import { isInstitutionNo, maxPayeesOfOne, type Institution } from '../../domain/directory/institution.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Acting } from '../../domain/operators/acting.js';
import { readMobile } from '../../domain/text-messages/phone.js';
import type { AdministratorRefusal, InstitutionAccounts } from '../ports/institution-accounts.js';
import { ConcurrentChange, type Stores } from '../ports/unit-of-work.js';
import { asRead, noteDeed } from './as-read.js';
import { institutionFacts, type PayeeParts } from './payee-audit.js';

export type ManageInstitutionRefusal =
  | { readonly code: 'number-malformed' | 'number-taken' | 'name-taken' | 'mobile-malformed' | 'account-malformed' | 'account-taken' | 'unknown' | 'changed-meanwhile' | 'in-use' | 'too-many' | AdministratorRefusal }
  | { readonly code: 'payee-unknown' | 'payee-of-another'; readonly merchantNo: string };
type Answer<T = Institution> = Result<T, ManageInstitutionRefusal>;

export interface InstitutionFacts { readonly institutionName: string; readonly contactName: string; /** Undefined in a change: as it was. */ readonly contactMobile: string | undefined; readonly remark: string }
export interface NewInstitution extends InstitutionFacts { readonly institutionNo: string; readonly adminAccount: string }
/** An institution as whoever changes it has read it. */
export interface SeenInstitution { readonly institutionNo: string; readonly version: number }
/** The code is given out here and nowhere else. */
export interface AddedInstitution { readonly institution: Institution; readonly activationCode: string }

/** 收款机构管理 (1.1.4.1.5): institutions, who administers them, and which payees that person sees. */
export class ManageInstitutions {
  readonly #parts: PayeeParts;
  readonly #accounts: InstitutionAccounts;
  constructor(parts: PayeeParts, accounts: InstitutionAccounts) {
    [this.#parts, this.#accounts] = [parts, accounts];
  }

  /** With the account of its administrator, or not at all. */
  async add(acting: Acting, facts: NewInstitution): Promise<Answer<AddedInstitution>> {
    const { institutionNo, adminAccount, ...rest } = facts;
    const contactMobile = mobileIn(rest);
    if (!isInstitutionNo(institutionNo)) return refuse({ code: 'number-malformed' });
    if (!contactMobile.ok) return contactMobile;
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer<AddedInstitution>> => {
      const { institutions } = stores.directory;
      if (await institutions.one({ institutionNo }) !== undefined) return refuse({ code: 'number-taken' });
      if (await isNamed(stores, institutionNo, rest.institutionName)) return refuse({ code: 'name-taken' });
      const invited = await this.#accounts.invite(stores, acting, { account: adminAccount, name: rest.institutionName, institutionNo });
      if (!invited.ok) return refuse({ code: invited.refusal });
      const institution: Institution = { ...rest, institutionNo, adminOperatorNo: invited.value.operatorNo, contactMobile: contactMobile.value, enabled: true, createdAt: this.#parts.clock.now(), version: 1 };
      // The account is written already: this unit is run again, and finds it taken then.
      if (await institutions.add(institution) === 'exists') throw new ConcurrentChange('the institution was added meanwhile');
      await this.#note(stores, acting, 'institution.added', '新增收款机构', undefined, institution);
      return ok({ institution, activationCode: invited.value.activationCode });
    });
  }

  async edit(acting: Acting, seen: SeenInstitution, facts: InstitutionFacts): Promise<Answer> {
    const contactMobile = mobileIn(facts);
    if (!contactMobile.ok) return contactMobile;
    return this.#change(acting, seen, 'institution.edited', '修改收款机构', async (stores, before) => {
      if (facts.institutionName !== before.institutionName && await isNamed(stores, before.institutionNo, facts.institutionName)) return refuse({ code: 'name-taken' });
      return ok({ ...before, ...facts, contactMobile: contactMobile.value ?? before.contactMobile });
    });
  }

  /** Its administrator is shut out at once. */
  async disable(acting: Acting, seen: SeenInstitution): Promise<Answer> {
    return this.#change(acting, seen, 'institution.disabled', '停用收款机构', async (stores, before) => {
      const shut = await this.#accounts.shut(stores, acting, administratorOf(before));
      return shut.ok ? ok({ ...before, enabled: false }) : refuse({ code: shut.refusal });
    });
  }
  async enable(acting: Acting, seen: SeenInstitution): Promise<Answer> {
    return this.#change(acting, seen, 'institution.enabled', '启用收款机构', async (stores, before) => {
      const opened = await this.#accounts.open(stores, acting, administratorOf(before));
      return opened.ok ? ok({ ...before, enabled: true }) : refuse({ code: opened.refusal });
    });
  }

  /** Only without payees. The account of its administrator is shut and stays: what it did is named after it (AUD-01). */
  async remove(acting: Acting, seen: SeenInstitution): Promise<Answer> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const before = await asSeen(stores, seen);
      if (!before.ok) return before;
      if ((await stores.directory.payees.where({ institutionNo: seen.institutionNo })).length > 0) return refuse({ code: 'in-use' });
      const shut = await this.#accounts.shut(stores, acting, administratorOf(before.value));
      if (!shut.ok) return refuse({ code: shut.refusal });
      await stores.directory.institutions.remove(before.value);
      await this.#note(stores, acting, 'institution.removed', '删除收款机构', before.value, undefined);
      return before;
    });
  }

  /** 关联收款单位 (1.1.4.1.5-e): these payees and no others are its own from now on. One of another institution is not taken from it. */
  async linkPayees(acting: Acting, seen: SeenInstitution, merchantNos: readonly string[]): Promise<Answer> {
    const { institutionNo } = seen;
    const wanted = new Set(merchantNos);
    if (wanted.size > maxPayeesOfOne) return refuse({ code: 'too-many' });
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const { payees, institutions } = stores.directory;
      const before = await asSeen(stores, seen);
      if (!before.ok) return before;
      const own = (await payees.where({ institutionNo })).map(({ merchantNo }) => merchantNo);
      const [coming, leaving] = [[...wanted].filter((merchantNo) => !own.includes(merchantNo)).sort(), own.filter((merchantNo) => !wanted.has(merchantNo))];
      const changed = [];
      for (const merchantNo of coming) {
        const payee = await payees.one({ merchantNo });
        if (payee === undefined) return refuse({ code: 'payee-unknown', merchantNo });
        // A number that no institution has was written by the command line: it binds nobody.
        if (payee.institutionNo !== undefined && await institutions.one({ institutionNo: payee.institutionNo }) !== undefined) return refuse({ code: 'payee-of-another', merchantNo });
        changed.push({ ...payee, institutionNo });
      }
      for (const merchantNo of leaving) {
        const payee = await payees.one({ merchantNo });
        if (payee?.institutionNo === institutionNo) changed.push({ ...payee, institutionNo: undefined });
      }
      for (const payee of changed) await payees.put(payee);
      // Its version counts on, so that of two who choose at once one is told.
      await institutions.put(before.value);
      await noteDeed(stores, this.#parts, acting, {
        action: 'institution.payees-linked', objectKind: 'institution', objectNo: institutionNo, description: `关联收款机构 ${institutionNo} 的收款单位`,
        before: { payees: own.join(',') }, after: { payees: [...wanted].sort().join(',') },
      });
      return before;
    });
  }

  /** 重置机构管理员密码 (1.1.4.1.5-f): nobody else ever knows a password, the holder chooses one with the code (AUTH-08). */
  async resetAdministrator(acting: Acting, institutionNo: string): Promise<Answer<AddedInstitution>> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer<AddedInstitution>> => {
      const institution = await stores.directory.institutions.one({ institutionNo });
      if (institution === undefined) return refuse({ code: 'unknown' });
      const given = await this.#accounts.reset(stores, acting, administratorOf(institution));
      if (!given.ok) return refuse({ code: given.refusal });
      await this.#note(stores, acting, 'institution.administrator-reset', '重置机构管理员密码', institution, institution);
      return ok({ institution, activationCode: given.value });
    });
  }

  async #change(acting: Acting, seen: SeenInstitution, action: string, description: string, change: (stores: Stores, before: Institution) => Promise<Answer>): Promise<Answer> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const before = await asSeen(stores, seen);
      const after = before.ok ? await change(stores, before.value) : before;
      if (!before.ok || !after.ok) return after;
      await stores.directory.institutions.put(after.value);
      await this.#note(stores, acting, action, description, before.value, after.value);
      return after;
    });
  }

  #note(stores: Stores, acting: Acting, action: string, description: string, before: Institution | undefined, after: Institution | undefined): Promise<void> {
    const institutionNo = (after ?? before)?.institutionNo ?? '';
    return noteDeed(stores, this.#parts, acting, {
      action, objectKind: 'institution', objectNo: institutionNo, description: `${description} ${institutionNo}`, ...(before && { before: institutionFacts(before) }), ...(after && { after: institutionFacts(after) }),
    });
  }
}

const administratorOf = ({ institutionNo, adminOperatorNo: operatorNo }: Institution): { readonly institutionNo: string; readonly operatorNo: string } => ({ institutionNo, operatorNo });

function mobileIn({ contactMobile }: Pick<InstitutionFacts, 'contactMobile'>): Answer<string | undefined> {
  const read = contactMobile === undefined ? undefined : readMobile(contactMobile);
  return read?.ok === false ? refuse({ code: 'mobile-malformed' }) : ok(read?.value);
}

const isNamed = async ({ directory }: Pick<Stores, 'directory'>, institutionNo: string, institutionName: string): Promise<boolean> =>
  (await directory.institutions.where({ institutionName })).some((other) => other.institutionNo !== institutionNo);

async function asSeen({ directory }: Pick<Stores, 'directory'>, { institutionNo, version }: SeenInstitution): Promise<Answer> {
  const found = asRead(await directory.institutions.one({ institutionNo }), version);
  return found.ok ? found : refuse({ code: found.refusal });
}
