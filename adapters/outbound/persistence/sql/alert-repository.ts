import { maxUnread, type AlertReader, type AlertStore } from '../../../../application/ports/alert-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import { alertLevels, alertTypes } from '../../../../domain/alerts/alert-kinds.js';
import { alertArrows, maxSubject, type Alert } from '../../../../domain/alerts/alert.js';
import { epochMs, int, oneOf, optional, text, words } from './codecs.js';
import { stateOf } from './domain-codecs.js';
import type { SqlEngine } from './engine.js';
import { addOnce } from './looked-up-insert.js';
import { SqlTable } from './sql-table.js';
import type { Session, WritingSession } from './unit-scope.js';

export const alertTable = new SqlTable<Alert>('console_alert', {
  alertNo: ['alert_no', text(32)], place: ['wait_place', text(maxSubject)], alertType: ['alert_type', oneOf(alertTypes)], level: ['alert_level', oneOf(alertLevels)], event: ['event_name', text(64)],
  message: ['message_text', words(500)], relatedOrderNo: ['related_order_no', optional(text(32))], times: ['raise_count', int], firstAt: ['first_at', epochMs], lastAt: ['last_at', epochMs],
  state: ['state', stateOf(alertArrows)], handledBy: ['handled_by', optional(words(128))], handledAt: ['handled_at', optional(epochMs)], remark: ['remark', words(200)], version: ['version', int],
}, ['alertNo'], ['alertType', 'event', 'relatedOrderNo', 'firstAt']);

/** Alerts on any engine (alert-books port). */
export class SqlAlertReader implements AlertReader {
  readonly #session: Session;
  constructor(session: Session) { this.#session = session; }

  /** async, so that a read in a unit that has ended is a rejection like every other fault. */
  async byNo(alertNo: string): Promise<Alert | undefined> { return this.one({ alertNo }); }
  async waitingAt(place: string): Promise<Alert | undefined> { return this.one({ place }); }
  async unread(): Promise<readonly Alert[]> {
    const [lastAt, no] = [alertTable.column('lastAt'), alertTable.column('alertNo')];
    const rows: unknown = await alertTable.matching(this.#session, { state: 'unread' }).orderBy([lastAt, no]).limit(maxUnread);
    return alertTable.list(rows);
  }

  protected one(match: Partial<Alert>): Promise<Alert | undefined> { return alertTable.first(this.#session, match); }
}

export class SqlAlertStore extends SqlAlertReader implements AlertStore {
  readonly #unit: WritingSession;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, engine: SqlEngine) {
    super(unit);
    this.#unit = unit;
    this.#engine = engine;
  }

  async add(alert: Alert): Promise<void> {
    if (await addOnce(alertTable, this.#unit, this.#engine, { place: alert.place }, alert) === 'exists') throw new ConcurrentChange('somebody told of it meanwhile');
  }
  put(alert: Alert): Promise<void> { return alertTable.put(this.#unit, alert); }

  protected override one(match: Partial<Alert>): Promise<Alert | undefined> { return alertTable.firstLocked(this.#unit, match); }
}
