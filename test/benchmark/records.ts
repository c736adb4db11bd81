import type { InspectedOrder } from '../../bootstrap/inspect-order.js';
import type { Product } from './product.js';
import { latenciesOf, type Latencies } from './statistics.js';

/** What the platform itself wrote down about its payments (the client's limits are shown from records, design section 5). */
export interface RecordFigures { readonly attempts: number; readonly inToSent: Latencies; readonly sentToAnswered: Latencies; readonly inToRecorded: Latencies }

export async function inspect(product: Product, platformOrderNo: string): Promise<InspectedOrder> {
  const answer = await fetch(`${product.site.managementUrl}/control/orders/${platformOrderNo}`);
  if (!answer.ok) throw new Error(`order ${platformOrderNo} cannot be inspected: ${answer.status}`);
  return await answer.json() as InspectedOrder;
}

export function recordFigures(orders: readonly InspectedOrder[]): RecordFigures {
  const paid = orders.flatMap((order) => order.attempts).filter((attempt) => attempt.recordedAt !== undefined);
  const between = (from: (attempt: Attempt) => number | undefined, to: (attempt: Attempt) => number | undefined): Latencies =>
    latenciesOf(paid.map((attempt) => (to(attempt) ?? Number.NaN) - (from(attempt) ?? Number.NaN)).filter((ms) => !Number.isNaN(ms)));
  return {
    attempts: paid.length, inToSent: between((one) => one.receivedAt, (one) => one.sentAt), sentToAnswered: between((one) => one.sentAt, (one) => one.answeredAt),
    inToRecorded: between((one) => one.receivedAt, (one) => one.recordedAt),
  };
}

type Attempt = InspectedOrder['attempts'][number];
