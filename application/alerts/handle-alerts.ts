import { handled, markedRead } from '../../domain/alerts/alert.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { deedEntry, type Acting } from '../../domain/operators/acting.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

export type AlertRefusal = 'unknown' | 'not-unread' | 'handled-already';
export interface HandleAlertsParts { readonly unitOfWork: UnitOfWork; readonly ids: Ids; readonly clock: Clock }

/** 统一提醒: reading and handling (PERF-3-b), each with its audit entry. */
export class HandleAlerts {
  readonly #parts: HandleAlertsParts;
  constructor(parts: HandleAlertsParts) { this.#parts = parts; }

  async read(acting: Acting, alertNo: string): Promise<Result<number, AlertRefusal>> {
    const { unitOfWork, ids, clock } = this.#parts;
    return unitOfWork.run(async ({ alerts, audit }): Promise<Result<number, AlertRefusal>> => {
      const alert = await alerts.byNo(alertNo);
      if (alert === undefined) return refuse('unknown');
      const read = markedRead(alert);
      if (!read.ok) return read;
      await alerts.put(read.value);
      await audit.append(deedEntry(ids.next(), clock.now(), acting, { action: 'alert.read', objectKind: 'alert', objectNo: alertNo, description: '将提醒标为已读' }));
      return ok(1);
    });
  }

  /** Those that are unread now, at most `maxUnread`; how many. */
  async readAll(acting: Acting): Promise<Result<number, AlertRefusal>> {
    const { unitOfWork, ids, clock } = this.#parts;
    return unitOfWork.run(async ({ alerts, audit }): Promise<Result<number, AlertRefusal>> => {
      const unread = await alerts.unread();
      for (const alert of unread) {
        const read = markedRead(alert);
        if (read.ok) await alerts.put(read.value);
      }
      if (unread.length > 0) await audit.append(deedEntry(ids.next(), clock.now(), acting, { action: 'alert.read-all', objectKind: 'alert', objectNo: 'all', description: '将全部提醒标为已读', after: { count: String(unread.length) } }));
      return ok(unread.length);
    });
  }

  async handle(acting: Acting, name: string, alertNo: string, remark: string): Promise<Result<number, AlertRefusal>> {
    const { unitOfWork, ids, clock } = this.#parts;
    return unitOfWork.run(async ({ alerts, audit }): Promise<Result<number, AlertRefusal>> => {
      const alert = await alerts.byNo(alertNo);
      if (alert === undefined) return refuse('unknown');
      const done = handled(alert, { name, remark }, clock.now());
      if (!done.ok) return done;
      await alerts.put(done.value);
      await audit.append(deedEntry(ids.next(), clock.now(), acting, {
        action: 'alert.handled', objectKind: 'alert', objectNo: alertNo, description: '处理提醒', before: { message: alert.message, times: String(alert.times) }, after: { remark },
      }));
      return ok(1);
    });
  }
}
