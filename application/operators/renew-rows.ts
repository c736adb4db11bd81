import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Journal } from '../ports/journal.js';
import type { KeyWalk, KeyWalkPage } from '../ports/key-walk.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

export interface RenewRowsParts { readonly unitOfWork: UnitOfWork; readonly keyWalk: KeyWalk; readonly ids: Ids; readonly clock: Clock; readonly journal: Journal }

/** Brings one page of rows to the keys of today; its end is an audit entry of the same unit (KEY-02). */
export class RenewRows {
  readonly #parts: RenewRowsParts;
  constructor(parts: RenewRowsParts) { this.#parts = parts; }

  async run(): Promise<KeyWalkPage> {
    const { unitOfWork, keyWalk, ids, clock, journal } = this.#parts;
    const page = await unitOfWork.run(async ({ audit }) => {
      const taken = await keyWalk.page();
      if (taken.kind === 'ended') {
        await audit.append({
          entryId: ids.next(), at: clock.now(), actor: { kind: 'system', code: 'key-walk', address: undefined }, action: 'keys.rows-renewed', objectKind: 'key', objectNo: 'rows', description: '数据行已全部换用当前密钥',
          before: undefined, after: { rows: String(taken.state.rowsSeen), renewed: String(taken.state.rowsRenewed), changed: String(taken.state.rowsChanged) }, requestId: undefined,
        });
      }
      return taken;
    });
    for (const { table, rowNo } of page.named) journal.alarm('row-tampered', { table, rowNo });
    if (page.kind === 'ended') journal.info('rows-renewed', { rows: page.state.rowsSeen, renewed: page.state.rowsRenewed, changed: page.state.rowsChanged });
    return page;
  }
}
