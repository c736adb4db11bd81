import { isRegionCode, maxRegionDepth, type Region } from '../../domain/directory/region.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Acting } from '../../domain/operators/acting.js';
import { mayAdminister } from '../../domain/operators/operator.js';
import type { Stores } from '../ports/unit-of-work.js';
import { asRead, noteDeed, onOff, type DirectoryParts, type ReadRefusal } from './as-read.js';

export interface RegionFacts { readonly regionName: string; readonly parentRegionCode: string | undefined; readonly remark: string }
export type RegionRefusal =
  | ReadRefusal | 'code-malformed' | 'code-taken' | 'name-taken' | 'not-now'
  | 'parent-unknown' | 'parent-below' | 'too-deep'
  /** Accounts whose scope is the new parent, or a region above it, would see more: scope is granted by two people (RBAC-02). */
  | 'parent-widens-scope'
  /** No such account, or one that is switched off. */
  | 'admin-unknown'
  /** Nobody has granted the account this region: being named gives no rights (RBAC-03). */
  | 'admin-elsewhere'
  | 'used-by-region' | 'used-by-payee' | 'used-by-nontax' | 'used-by-operator';
type Answer = Result<Region, RegionRefusal>;

/** 区域数据管理 (1.1.6.1.2-b to -i). Every change takes the version that its form was read with. */
export class ManageRegions {
  readonly #parts: DirectoryParts;
  constructor(parts: DirectoryParts) { this.#parts = parts; }

  async add(acting: Acting, regionCode: string, facts: RegionFacts): Promise<Answer> {
    if (!isRegionCode(regionCode)) return refuse('code-malformed');
    const { unitOfWork, clock } = this.#parts;
    return unitOfWork.run(async (stores): Promise<Answer> => {
      const { regions } = stores.directory;
      const after: Region = { regionCode, ...trimmed(facts), adminOperatorNo: undefined, enabled: true, createdAt: clock.now(), version: 1 };
      if (await regions.any({ regionName: after.regionName })) return refuse('name-taken');
      const flaw = await flawOfParent(stores, after);
      if (flaw !== undefined) return refuse(flaw);
      if (await regions.add(after) === 'exists') return refuse('code-taken');
      await noteDeed(stores, this.#parts, acting, { action: 'region.added', objectKind: 'region', objectNo: regionCode, description: `新增区域 ${after.regionName}`, after: factsOf(after) });
      return ok(after);
    });
  }

  edit(acting: Acting, regionCode: string, version: number, facts: RegionFacts): Promise<Answer> {
    return this.#change(acting, regionCode, version, 'edited', '修改区域', async (before, stores) => {
      const after = { ...before, ...trimmed(facts) };
      if (after.regionName !== before.regionName && await stores.directory.regions.any({ regionName: after.regionName })) return refuse('name-taken');
      const flaw = after.parentRegionCode === before.parentRegionCode ? undefined : await flawOfParent(stores, after);
      if (flaw !== undefined) return refuse(flaw);
      return await widensScope(stores, before, after) ? refuse('parent-widens-scope') : ok(after);
    });
  }

  /** 区域管理员: one account, whose granted scope is this region; the one before is not it any more. */
  nameAdmin(acting: Acting, regionCode: string, version: number, adminOperatorNo: string): Promise<Answer> {
    return this.#change(acting, regionCode, version, 'admin-named', '指定区域管理员', async (before, { operators }) => {
      // Under the officers' locks, as accounts are switched off: none is named that is switched off in the same moment.
      await operators.officers();
      const operator = await operators.byNo(adminOperatorNo);
      if (operator === undefined || operator.state === 'disabled') return refuse('admin-unknown');
      return mayAdminister(operator, regionCode) ? ok({ ...before, adminOperatorNo }) : refuse('admin-elsewhere');
    });
  }

  /** Payees of a region that is off, and of every one below it, take no new orders. */
  switch(acting: Acting, regionCode: string, version: number, enabled: boolean): Promise<Answer> {
    return this.#change(acting, regionCode, version, enabled ? 'enabled' : 'disabled', `${onOff(enabled)}区域`,
      async (before) => (before.enabled === enabled ? refuse('not-now') : ok({ ...before, enabled })));
  }

  async remove(acting: Acting, regionCode: string, version: number): Promise<Answer> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const found = asRead(await stores.directory.regions.one({ regionCode }), version);
      if (!found.ok) return found;
      const use = await useOf(stores, regionCode);
      if (use !== undefined) return refuse(use);
      await stores.directory.regions.remove(found.value);
      await noteDeed(stores, this.#parts, acting, { action: 'region.removed', objectKind: 'region', objectNo: regionCode, description: `删除区域 ${found.value.regionName}`, before: factsOf(found.value) });
      return found;
    });
  }

  async #change(acting: Acting, regionCode: string, version: number, what: string, words: string, next: (before: Region, stores: Stores) => Promise<Answer>): Promise<Answer> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const found = asRead(await stores.directory.regions.one({ regionCode }), version);
      const after = found.ok ? await next(found.value, stores) : found;
      if (!found.ok || !after.ok) return after;
      await stores.directory.regions.put(after.value);
      await noteDeed(stores, this.#parts, acting, {
        action: `region.${what}`, objectKind: 'region', objectNo: regionCode, description: `${words} ${after.value.regionName}`, before: factsOf(found.value), after: factsOf(after.value),
      });
      return after;
    });
  }
}

/** Walks to the top with every region on the way locked: two changes that would make a circle together wait for each other, and one of them is run again. */
async function flawOfParent({ directory: { regions } }: Stores, { regionCode, parentRegionCode }: Region): Promise<'parent-unknown' | 'parent-below' | 'too-deep' | undefined> {
  let code = parentRegionCode;
  for (let depth = 1; code !== undefined; depth++) {
    if (code === regionCode) return 'parent-below';
    if (depth >= maxRegionDepth) return 'too-deep';
    const parent: Region | undefined = await regions.one({ regionCode: code });
    // A gap further up is older than this change.
    if (parent === undefined) return depth === 1 ? 'parent-unknown' : undefined;
    code = parent.parentRegionCode;
  }
  return undefined;
}

/** Whether an account is limited to a region that comes to stand above this one and did not before. */
async function widensScope(stores: Stores, before: Region, after: Region): Promise<boolean> {
  if (after.parentRegionCode === before.parentRegionCode) return false;
  const aboveBefore = await above(stores, before);
  for (const code of await above(stores, after)) if (!aboveBefore.includes(code) && (await stores.operators.inRegion(code)).length > 0) return true;
  return false;
}

/** Codes of the regions above one, the nearest first. */
async function above({ directory: { regions } }: Stores, { parentRegionCode }: Region): Promise<readonly string[]> {
  const codes: string[] = [];
  for (let code = parentRegionCode; code !== undefined && codes.length < maxRegionDepth && !codes.includes(code);) {
    codes.push(code);
    code = (await regions.one({ regionCode: code }))?.parentRegionCode;
  }
  return codes;
}

async function useOf({ directory, operators }: Stores, regionCode: string): Promise<'used-by-region' | 'used-by-payee' | 'used-by-nontax' | 'used-by-operator' | undefined> {
  if (await directory.regions.any({ parentRegionCode: regionCode })) return 'used-by-region';
  if (await directory.payees.any({ regionCode })) return 'used-by-payee';
  if (await directory.nontaxRegions.any({ regionCode })) return 'used-by-nontax';
  return (await operators.inRegion(regionCode)).length > 0 ? 'used-by-operator' : undefined;
}

const trimmed = ({ regionName, parentRegionCode, remark }: RegionFacts): RegionFacts => ({ regionName: regionName.trim(), parentRegionCode, remark: remark.trim() });
const factsOf = ({ regionName, parentRegionCode, adminOperatorNo, enabled, remark }: Region): Readonly<Record<string, string>> =>
  ({ regionName, parentRegionCode: parentRegionCode ?? '', adminOperatorNo: adminOperatorNo ?? '', enabled: onOff(enabled), remark });
