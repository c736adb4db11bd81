import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { SharePolicy } from '../../domain/sharing/share-records.js';
import { hasPolicy, type SharedTable } from '../../domain/sharing/shared-tables.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import { shareEntry, type Decider } from './share-audit.js';

export type PolicyRefusal = 'no-such-column' | 'never' | 'always-open' | 'basis-missing' | 'basis-too-long' | 'same';
export interface PolicyWish { readonly table: SharedTable; readonly column: string; readonly isFull: boolean; readonly basis: string }

const longestBasis = 500;

/**
 * Permission `share.policy`: lets the full value of one column of one table leave, or takes that back. Rows that went before are not called back: a
 * reload sends them in the new form. A credential cannot be authorised by anybody.
 */
export class AuthoriseColumn {
  readonly #unitOfWork: UnitOfWork;
  readonly #ids: Ids;
  readonly #clock: Clock;

  constructor(unitOfWork: UnitOfWork, ids: Ids, clock: Clock) {
    this.#unitOfWork = unitOfWork;
    this.#ids = ids;
    this.#clock = clock;
  }

  async run({ table, column: name, isFull, basis: given }: PolicyWish, by: Decider): Promise<Result<SharePolicy, PolicyRefusal>> {
    const column = table.columns.find((one) => one.name === name);
    const basis = given.trim();
    if (column === undefined) return refuse('no-such-column');
    if (column.sharing === 'never') return refuse('never');
    if (!hasPolicy(column)) return refuse('always-open');
    if (basis === '') return refuse('basis-missing');
    if (Array.from(basis).length > longestBasis) return refuse('basis-too-long');
    return this.#unitOfWork.run(async ({ sharing, audit }): Promise<Result<SharePolicy, PolicyRefusal>> => {
      const before = (await sharing.policies()).find((policy) => policy.table === table.name && policy.column === name);
      if ((before?.isFull ?? false) === isFull) return refuse('same');
      const policy: SharePolicy = { table: table.name, column: name, isFull, basis, decidedBy: by.operator, decidedAt: this.#clock.now(), version: before?.version ?? 1 };
      if (before) await sharing.putPolicy(policy);
      else await sharing.addPolicy(policy);
      await audit.append(shareEntry(this.#ids, this.#clock, by, {
        action: 'share.policy', objectNo: `${table.name}.${name}`, description: `${table.zh}的${column.zh}改为${isFull ? '共享完整值' : '脱敏或不共享'}`,
        before: { isFull: String(before?.isFull ?? false) }, after: { isFull: String(isFull), basis },
      }));
      return ok(policy);
    });
  }
}
