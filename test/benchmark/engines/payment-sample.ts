import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';

export type Row = Readonly<Record<string, string | number | null>>;
export const sampledTables = ['pay_order', 'pay_attempt', 'merchant_callback', 'outbox', 'audit_entry'] as const;
export type SampledTable = (typeof sampledTables)[number];

/** The rows that one payment of the product has left: their columns, widths and last values are what the floor stores. */
export type PaymentSample = Readonly<Record<SampledTable, Row>>;

export async function samplePayment(engine: SqlEngine): Promise<PaymentSample> {
  const first = async (table: SampledTable, where: Row): Promise<Row> => {
    const rows = await engine.reader(table).select('*').where(where).limit(1) as Record<string, unknown>[];
    if (rows[0] === undefined) throw new Error(`a payment leaves no row in ${table}`);
    // Drivers add properties of their own and give large numbers as text.
    return Object.fromEntries(Object.entries(rows[0]).filter(([name]) => !name.startsWith('_')).map(([name, value]) => [name, value === null || typeof value === 'number' ? value : String(value)]));
  };
  const order = await first('pay_order', { state: 'paid' });
  const of = { platform_order_no: order['platform_order_no'] ?? '' };
  return {
    pay_order: order, pay_attempt: await first('pay_attempt', { ...of, state: 'paid' }), merchant_callback: await first('merchant_callback', of),
    outbox: await first('outbox', { topic: 'deliver-callback', state: 'DONE' }), audit_entry: await first('audit_entry', { action: 'order.paid', object_no: of.platform_order_no }),
  };
}
