/**
 * What ten million orders of two years look like: decided from what the use cases write, so that sizes can be used for planning. `n` numbers the
 * orders; a share is a residue of it, so every month holds the same mix.
 */
export const months = 24;
export const dayMs = 86_400_000;
export const monthMs = Math.round(365.25 * dayMs / 12);
/** The newest order. Fixed: a run can be repeated. */
export const endAt = Date.UTC(2026, 10, 1);
export const startAt = endAt - months * monthMs;

/** Finished jobs are forgotten after this (adapters/inbound/jobs/done-jobs.ts). */
export const jobsFrom = endAt - 30 * dayMs;

export const developers = 5;
export const payeesOfDeveloper = 8;
/** Orders of one named user in two years. */
const ordersOfUser = 12;
export const userCount = (orders: number): number => Math.max(40, Math.floor(orders / ordersOfUser / 40) * 40);
/** Somebody who pays for others: one order of a thousand belongs to one of two such accounts. */
export const busyUsers = ['busy-0', 'busy-1'] as const;

/** SQL that is the same on both families. 86 % are paid, 14 % are closed; of the last two hours two thirds are still under way. */
export const sharesSql = {
  underWay: `at_ms > ${endAt - 2 * 3_600_000} and mod(n, 3) < 2`,
  paid: `state = 'paid'`,
  closed: `state = 'closed'`,
  /** 94 % began to pay, a quarter of them once more after a refusal: 1.17 attempts an order. */
  attempted: `state <> 'awaiting' and mod(n, 100) < 94`,
  twice: `state <> 'awaiting' and mod(n, 100) < 94 and mod(n, 4) = 0`,
  scanned: 'mod(n, 20) < 3',
  /** 2 %. */
  refunded: `state = 'paid' and mod(n, 50) = 1`,
  hasSlip: 'mod(n, 5) < 3',
  hasPayer: 'mod(n, 10) < 7',
  hasCertNo: 'mod(n, 2) = 0',
  hasUser: 'mod(n, 5) < 4',
  busy: 'mod(n, 1000) = 500',
  /** 0.05 % each. */
  abnormal: `state = 'paid' and mod(n, 2000) = 12`,
  repeated: `state = 'paid' and mod(n, 2000) = 16`,
} as const;

export const openRefund = `at_ms > ${endAt - dayMs} and mod(floor(n / 50.0), 4) = 0`;
/** Not yet accepted: some of the last hour's, and a few of each day whose business system was away. */
export const openCallback = `(at_ms > ${endAt - 3_600_000} and mod(n, 20) = 3) or (at_ms > ${endAt - dayMs} and mod(n, 1000) = 3)`;
export const failedCallback = 'mod(n, 500) = 7';
