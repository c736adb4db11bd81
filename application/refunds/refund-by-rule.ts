import { businessDay } from '../../domain/kernel/china-time.js';
import { fen, sumOf } from '../../domain/kernel/money.js';
import { newRefund, refundContent, type RefundFacts } from '../../domain/refunds/refund.js';
import type { JobOutcome } from '../ports/jobs.js';
import type { Stores } from '../ports/unit-of-work.js';
import { auditRefund, type RefundParts } from './request-refund.js';

/** Job `refund-by-rule`: money nobody owes (after closing, a second time, charged in error, for a payment notice that somebody else had paid) goes back the way it came (design 4.4, 4.5). */
export class RefundByRule {
  readonly #parts: Omit<RefundParts, 'directory' | 'httpsOnly'>;

  constructor(parts: Omit<RefundParts, 'directory' | 'httpsOnly'>) {
    this.#parts = parts;
  }

  async run(attemptNo: string): Promise<JobOutcome> {
    const { unitOfWork, ids, clock, vault } = this.#parts;
    const known = await unitOfWork.read(({ attempts }) => attempts.byNo(attemptNo));
    if (!known) throw new Error(`no attempt ${attemptNo}`);
    await unitOfWork.run(async (stores) => {
      const order = await stores.orders.take(known.platformOrderNo);
      const attempt = await stores.attempts.byNo(attemptNo);
      if (!order || !attempt) throw new Error(`attempt ${attemptNo} has lost its order`);
      const isSecondPayment = attempt.state === 'paid' && (await stores.notices.byOrder(order.platformOrderNo))?.step === 'paid-elsewhere';
      if (!isSecondPayment && !['late', 'repeat', 'stray'].includes(attempt.state)) return;
      const refunds = (await stores.refunds.ofOrder(order.platformOrderNo)).filter((refund) => refund.attemptNo === attemptNo && refund.state !== 'failed');
      const left = attempt.amount - sumOf(refunds.map((refund) => refund.refundAmount));
      if (left <= 0n) return;
      const facts: RefundFacts = {
        origin: 'rule', devId: order.devId, merchantNo: order.merchantNo, bizRefundOrderNo: await numberOf(stores, attemptNo), refundOrderDate: businessDay(clock.now()),
        platformOrderNo: order.platformOrderNo, refundAmount: fen(left), refundTitle: isSecondPayment ? '缴款书重复缴款原路退回' : attempt.state === 'repeat' ? '重缴款项原路退回' : '异常到账原路退回',
        refundReason: undefined, notifyUrl: undefined, passbackParams: undefined, subMerchantNo: undefined, nontaxRefundRef: undefined,
      };
      if (await stores.refunds.byBizNo(facts.devId, facts.merchantNo, facts.bizRefundOrderNo)) return;
      const refund = newRefund(facts, {
        platformRefundOrderNo: ids.next(), attemptNo, contentDigest: vault.blindIndexes('pay_refund.content', refundContent(facts))[0] ?? '', requestedBy: 'system:refund-by-rule', review: false, now: clock.now(),
      });
      await stores.refunds.add(refund);
      await auditRefund(stores, { entryId: ids.next(), at: clock.now(), actor: { kind: 'system', code: 'refund-by-rule', address: undefined }, action: 'refund.by-rule', description: facts.refundTitle, requestId: undefined }, refund);
      await stores.outbox.enqueue({ topic: 'work-refund', key: refund.platformRefundOrderNo, dueAt: clock.now(), fresh: true });
    });
    return { kind: 'done' };
  }
}

/** One number for the rule, and one for each time that two people decided it since: a refund which the channel refused is tried again for them and by nothing else. */
async function numberOf({ reconciliation }: Pick<Stores, 'reconciliation'>, attemptNo: string): Promise<string> {
  let approvals = 0;
  for (const [kind, no] of [['repeat', attemptNo], ['abnormal', `paid-after-close:${attemptNo}`], ['abnormal', `channel-error:${attemptNo}`]] as const) {
    approvals += (await reconciliation.notesOf(kind, no)).filter(({ action }) => action === 'refund-approved').length;
  }
  return approvals === 0 ? `RULE-${attemptNo}` : `RULE-${attemptNo}-${approvals}`;
}
