import { entriesOfEBill } from '../../domain/timeline/e-bill-entries.js';
import { nextSteps } from '../../domain/timeline/next-steps.js';
import { entriesOfNotice } from '../../domain/timeline/notice-entries.js';
import { entriesOfAbnormal, entriesOfAttempt, entriesOfCallback, entriesOfOrder, entriesOfRefund } from '../../domain/timeline/payment-entries.js';
import { entriesOfPersonalBill } from '../../domain/timeline/personal-bill-entries.js';
import { billKeysOf, entriesOfTrade } from '../../domain/timeline/settlement-entries.js';
import { entriesOfText, isToPayer, textsAbout } from '../../domain/timeline/text-entries.js';
import { timelineOf, type Timeline } from '../../domain/timeline/timeline.js';
import type { Clock } from '../ports/clock.js';
import { maxTradesAtOnce } from '../ports/settlement-books.js';
import type { Readers, UnitOfWork } from '../ports/unit-of-work.js';

/** Things whose jobs are asked for at once. */
const mostJobKeys = 500;

/** 「我的钱在哪」: everything that happened to one order, across all its records, with the time of the next automatic step. Reads only. */
export class ShowTimeline {
  readonly #unitOfWork: UnitOfWork;
  readonly #clock: Clock;

  constructor(unitOfWork: UnitOfWork, clock: Clock) {
    this.#unitOfWork = unitOfWork;
    this.#clock = clock;
  }

  /** Undefined: no such order. For operators; whoever shows it to a payer takes `forPayer` of it. */
  run(platformOrderNo: string): Promise<Timeline | undefined> {
    return this.#unitOfWork.read(async (readers) => {
      const order = await readers.orders.byNo(platformOrderNo);
      if (!order) return undefined;
      const [attempts, refunds, callbacks, abnormal, bills, push, { notice, log, strange }, { trades, settled }] = await Promise.all([
        readers.attempts.ofOrder(platformOrderNo), readers.refunds.ofOrder(platformOrderNo), readers.callbacks.ofOrder(platformOrderNo), readers.abnormalOrders.ofOrder(platformOrderNo),
        readers.eBills.ofOrder(platformOrderNo), readers.personalBillPushes.byOrder(platformOrderNo), noticeOf(readers, platformOrderNo), settlementOf(readers, platformOrderNo),
      ]);
      const texts = (await Promise.all(textsAbout(order, refunds, bills).map(([scene, bizKey]) => readers.texts.about(scene, bizKey)))).flat().filter((text) => isToPayer(text, order));
      const keys = [
        platformOrderNo, ...attempts.map(({ attemptNo }) => attemptNo), ...refunds.map((refund) => refund.platformRefundOrderNo), ...callbacks.map(({ callbackId }) => callbackId),
        ...(notice ? [notice.noticeNo] : []), ...texts.map(({ messageId }) => messageId), ...billKeysOf(trades),
      ];
      const entries = [
        ...entriesOfOrder(order), ...(notice ? entriesOfNotice(notice, log, strange) : []), ...attempts.flatMap(entriesOfAttempt), ...abnormal.flatMap(entriesOfAbnormal),
        ...refunds.flatMap(entriesOfRefund), ...callbacks.flatMap(entriesOfCallback), ...bills.flatMap(entriesOfEBill), ...entriesOfPersonalBill(push), ...texts.flatMap(entriesOfText),
        ...trades.flatMap((trade) => entriesOfTrade(trade, settled)),
      ];
      return timelineOf(entries, nextSteps(await readers.jobs.waitingFor([...new Set(keys)].slice(0, mostJobKeys)), this.#clock.now()));
    });
  }
}

async function noticeOf({ notices }: Readers, platformOrderNo: string) {
  const notice = await notices.byOrder(platformOrderNo);
  if (!notice) return { notice, log: [], strange: [] };
  const [log, strange] = await Promise.all([notices.logOf(notice.noticeNo), notices.abnormalOf(notice.noticeNo)]);
  return { notice, log, strange };
}

async function settlementOf({ trades: reader, settlement }: Readers, platformOrderNo: string) {
  const trades = await reader.ofOrder(platformOrderNo);
  const keys = trades.map(({ tradeKey }) => tradeKey).slice(0, maxTradesAtOnce);
  return { trades, settled: keys.length === 0 ? [] : await settlement.ofTrades(keys) };
}
