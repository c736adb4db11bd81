import { isIndustryCode, type Industry, type InIndustry } from '../../domain/directory/industry.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Acting } from '../../domain/operators/acting.js';
import type { Stores } from '../ports/unit-of-work.js';
import { asRead, noteDeed, onOff, type DirectoryParts, type ReadRefusal } from './as-read.js';

export interface IndustryFacts { readonly industryName: string; readonly remark: string }
export type IndustryRefusal = ReadRefusal | 'code-malformed' | 'code-taken' | 'name-taken' | 'used-by-payee' | 'not-now';
type Answer = Result<Industry, IndustryRefusal>;

/** 行业数据管理 (1.1.6.1.3-b to -g). Every change takes the version that its form was read with. */
export class ManageIndustries {
  readonly #parts: DirectoryParts;
  constructor(parts: DirectoryParts) { this.#parts = parts; }

  async add(acting: Acting, industryCode: string, facts: IndustryFacts): Promise<Answer> {
    if (!isIndustryCode(industryCode)) return refuse('code-malformed');
    const { unitOfWork, clock } = this.#parts;
    return unitOfWork.run(async (stores): Promise<Answer> => {
      const { industries } = stores.directory;
      const after: Industry = { industryCode, ...trimmed(facts), enabled: true, createdAt: clock.now(), version: 1 };
      if (await industries.any({ industryName: after.industryName })) return refuse('name-taken');
      if (await industries.add(after) === 'exists') return refuse('code-taken');
      await noteDeed(stores, this.#parts, acting, { action: 'industry.added', objectKind: 'industry', objectNo: industryCode, description: `新增行业 ${after.industryName}`, after: factsOf(after) });
      return ok(after);
    });
  }

  edit(acting: Acting, industryCode: string, version: number, facts: IndustryFacts): Promise<Answer> {
    return this.#change(acting, industryCode, version, 'edited', '修改行业', async (before, { directory }) => {
      const after = { ...before, ...trimmed(facts) };
      return after.industryName !== before.industryName && await directory.industries.any({ industryName: after.industryName }) ? refuse('name-taken') : ok(after);
    });
  }

  /** Payees of an industry that is off take no new orders. */
  switch(acting: Acting, industryCode: string, version: number, enabled: boolean): Promise<Answer> {
    return this.#change(acting, industryCode, version, enabled ? 'enabled' : 'disabled', `${onOff(enabled)}行业`,
      async (before) => (before.enabled === enabled ? refuse('not-now') : ok({ ...before, enabled })));
  }

  async remove(acting: Acting, industryCode: string, version: number): Promise<Answer> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const { industries, payees } = stores.directory;
      const found = asRead(await industries.one({ industryCode }), version);
      if (!found.ok) return found;
      const users: readonly InIndustry[] = await payees.all();
      if (users.some((payee) => payee.industryCode === industryCode)) return refuse('used-by-payee');
      await industries.remove(found.value);
      await noteDeed(stores, this.#parts, acting, { action: 'industry.removed', objectKind: 'industry', objectNo: industryCode, description: `删除行业 ${found.value.industryName}`, before: factsOf(found.value) });
      return found;
    });
  }

  async #change(acting: Acting, industryCode: string, version: number, what: string, words: string, next: (before: Industry, stores: Stores) => Promise<Answer>): Promise<Answer> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const found = asRead(await stores.directory.industries.one({ industryCode }), version);
      const after = found.ok ? await next(found.value, stores) : found;
      if (!found.ok || !after.ok) return after;
      await stores.directory.industries.put(after.value);
      await noteDeed(stores, this.#parts, acting, {
        action: `industry.${what}`, objectKind: 'industry', objectNo: industryCode, description: `${words} ${after.value.industryName}`, before: factsOf(found.value), after: factsOf(after.value),
      });
      return after;
    });
  }
}

const trimmed = ({ industryName, remark }: IndustryFacts): IndustryFacts => ({ industryName: industryName.trim(), remark: remark.trim() });
const factsOf = ({ industryName, enabled, remark }: Industry): Readonly<Record<string, string>> => ({ industryName, enabled: onOff(enabled), remark });
