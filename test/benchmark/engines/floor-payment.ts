import type { BareConnection } from './bare-connections.js';
import type { PaymentSample, Row, SampledTable } from './payment-sample.js';

/** Where the floor stores: the product's own tables, or empty copies of them beside. */
export type TableNames = Readonly<Record<SampledTable, string>>;

/** Numbers as wide as the product's, and growing as they do. */
export class FloorNumbers {
  #count = 0;
  readonly #run: string;
  /** `worker` keeps processes apart. */
  constructor(worker: number) { this.#run = String(worker).padStart(2, '0'); }
  next(): string { return `${Date.now()}${this.#run}${String(++this.#count).padStart(11, '0')}`; }
}

/** Transactions of one payment, in the product's order. */
export const floorTransactions = ['order placed', 'attempt started', 'paid', 'job claimed', 'callback and job ended'] as const;

/**
 * The least a payment must do to its database: the same rows with the same indexes, in as many transactions as the product's path has, each made
 * durable, by prepared statements. No reads, no locks, no checks of what was changed.
 */
export async function floorPayment(connection: BareConnection, sample: PaymentSample, tables: TableNames, numbers: FloorNumbers): Promise<readonly string[]> {
  const [orderNo, attemptNo, entries] = [numbers.next(), numbers.next(), [numbers.next(), numbers.next(), numbers.next()]];
  const jobs = { expiry: numbers.next(), question: numbers.next(), delivery: numbers.next() };
  const insert = (table: SampledTable, changed: Row): Promise<unknown> => {
    const row = { ...sample[table], ...changed };
    const columns = Object.keys(row);
    return connection.run(`INSERT INTO ${tables[table]} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, columns.map((column) => row[column] ?? null));
  };
  const update = (table: SampledTable, changed: Row, where: Row): Promise<unknown> => connection.run(
    `UPDATE ${tables[table]} SET ${Object.keys(changed).map((column) => `${column} = ?`).join(', ')} WHERE ${Object.keys(where).map((column) => `${column} = ?`).join(' AND ')}`,
    [...Object.values(changed), ...Object.values(where)]);
  const job = (jobId: string, topic: string, key: string, dueInMs: number) => insert('outbox', { job_id: jobId, topic, job_key: key, state: 'READY', due_at: Date.now() + dueInMs, owner: null, claim_token: null, lease_until: null, created_at: Date.now() });
  const audit = (index: number) => insert('audit_entry', { entry_id: entries[index] ?? '', object_no: orderNo, happened_at: Date.now(), seq: 0, link_mac: null });
  const unit = async (work: readonly (() => Promise<unknown>)[]): Promise<void> => {
    await connection.begin();
    for (const step of work) await step();
    await connection.commit();
  };
  const order = sample.pay_order;
  const part = (row: Row, columns: readonly string[]): Row => Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
  await unit([
    () => insert('pay_order', {
      platform_order_no: orderNo, biz_order_no: `B${orderNo}`, cashier_token: `T${orderNo}`.padEnd(32, 't'), state: 'awaiting', paid_at: null, paid_attempt_no: null, pay_channel: null,
      channel_order_no: null, channel_discount_amount: null, created_at: Date.now(), version: 1,
    }),
    () => job(jobs.expiry, 'expire-order', orderNo, 7_200_000), () => audit(0),
  ]);
  await unit([
    () => update('pay_order', { state: 'paying', state_msg: order['state_msg'] ?? null, version: 2 }, { platform_order_no: orderNo }),
    () => insert('pay_attempt', { attempt_no: attemptNo, platform_order_no: orderNo, state: 'open', channel_order_no: null, paid_at: null, paid_by_payer: null, clearing_day: null, answered_at: null, recorded_at: null, created_at: Date.now(), version: 1 }),
    () => job(jobs.question, 'query-attempt', attemptNo, 10_000), () => audit(1),
  ]);
  await unit([
    () => update('pay_order', { ...part(order, ['state', 'state_msg', 'paid_at', 'pay_channel', 'channel_order_no', 'channel_discount_amount']), paid_attempt_no: attemptNo, version: 3 }, { platform_order_no: orderNo }),
    () => update('pay_attempt', { ...part(sample.pay_attempt, ['state', 'channel_order_no', 'paid_at', 'paid_by_payer', 'clearing_day', 'answered_at', 'recorded_at']), version: 2 }, { attempt_no: attemptNo }),
    () => insert('merchant_callback', { callback_id: `P-${attemptNo}`, platform_order_no: orderNo, state: 'pending', tries: 0, first_tried_at: null, last_tried_at: null, last_answer: null, accepted_at: null, created_at: Date.now(), version: 1 }),
    () => job(jobs.delivery, 'deliver-callback', `P-${attemptNo}`, 0),
    () => update('outbox', { state: 'DONE' }, { topic: 'expire-order', job_key: orderNo }), () => update('outbox', { state: 'DONE' }, { topic: 'query-attempt', job_key: attemptNo }), () => audit(2),
  ]);
  await unit([() => update('outbox', { state: 'CLAIMED', owner: 'floor', claim_token: 'c'.repeat(32), lease_until: Date.now() + 60_000, attempts: 1 }, { job_id: jobs.delivery })]);
  await unit([
    () => update('merchant_callback', { ...part(sample.merchant_callback, ['state', 'tries', 'first_tried_at', 'last_tried_at', 'last_answer', 'accepted_at']), version: 2 }, { callback_id: `P-${attemptNo}` }),
    () => update('outbox', { state: 'DONE', owner: null, claim_token: null, lease_until: null }, { job_id: jobs.delivery }),
  ]);
  return entries;
}

/** Numbers audit entries, many in one transaction, as the product's sequencer does. */
export async function numberEntries(connection: BareConnection, tables: TableNames, entries: readonly string[], from: number): Promise<void> {
  await connection.begin();
  for (const [index, entry] of entries.entries()) await connection.run(`UPDATE ${tables.audit_entry} SET seq = ?, link_mac = ? WHERE entry_id = ?`, [from + index, 'f'.repeat(64), entry]);
  await connection.commit();
}
