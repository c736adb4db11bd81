import type { AuditEntry } from '../../domain/audit/audit-entry.js';
import { readAddress } from '../../domain/directory/address.js';
import { mayActFor, type Developer } from '../../domain/directory/developer.js';
import type { Payee } from '../../domain/directory/payee.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { slipRefusalWords } from '../../domain/payment-notices/slip-refund.js';
import { holds, isOfLostHours, isReleased, type RecoveryMark } from '../../domain/recovery/recovery-mark.js';
import { checkRefund, isReservedRefundNo, maxRefundsPerOrder, needsReview, newRefund, refundContent, type Refund, type RefundFacts, type RefundRefusal } from '../../domain/refunds/refund.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import type { Vault } from '../ports/vault.js';
import { slipAllows } from './slip-allows.js';

export interface RefundRequest {
  readonly developer: Developer;
  readonly facts: Omit<RefundFacts, 'devId' | 'origin'>;
  readonly address: string;
  readonly requestId: string;
}

export type RequestRefusal =
  | RefundRefusal
  /** RULE- and CANCEL- begin the platform's own refund numbers. */
  | { readonly code: 'reserved-number' }
  /** After a restore: the order, or its payment, may be one that was lost (BAK-03). */
  | { readonly code: 'recovering' }
  | { readonly code: 'no-permission' | 'order-unknown' | 'refund-exists' | 'address-missing' }
  | { readonly code: 'address-malformed' | 'address-not-allowed'; readonly field: 'notifyUrl' };

export interface RefundParts {
  readonly unitOfWork: UnitOfWork; readonly directory: Directory; readonly ids: Ids; readonly vault: Pick<Vault, 'blindIndexes'>; readonly clock: Clock; readonly httpsOnly: boolean;
}

/** A business system asks for money to go back (1.1.7.1.3-a). Without review it is under way when this returns (1.1.2.2.1). */
export class RequestRefund {
  readonly #parts: RefundParts;

  constructor(parts: RefundParts) {
    this.#parts = parts;
  }

  async run(request: RefundRequest): Promise<Result<Refund, RequestRefusal>> {
    const { developer } = request;
    const payee = await this.#parts.directory.payee(request.facts.merchantNo);
    if (!payee || !mayActFor(developer, payee.merchantNo)) return refuse({ code: 'no-permission' });
    if (isReservedRefundNo(request.facts.bizRefundOrderNo)) return refuse({ code: 'reserved-number' });
    const notifyUrl = this.#notifyUrl(request, payee);
    if (!notifyUrl.ok) return notifyUrl;
    const facts: RefundFacts = { ...request.facts, notifyUrl: notifyUrl.value, devId: developer.devId, origin: 'merchant' };
    // Digested as sent: the payee's own address may change before the same request comes again (design 4.8).
    const digests = this.#parts.vault.blindIndexes('pay_refund.content', refundContent(request.facts.notifyUrl === undefined ? { ...facts, notifyUrl: undefined } : facts));
    const mark = await this.#parts.unitOfWork.read(({ recovery }) => recovery.mark());
    return this.#parts.unitOfWork.run((stores) => this.#store(stores, { facts, digests, payee, request, mark }));
  }

  #notifyUrl(request: RefundRequest, payee: Payee): Result<string, RequestRefusal> {
    const given = request.facts.notifyUrl;
    if (given === undefined) return payee.refundNotifyUrl === undefined ? refuse({ code: 'address-missing' }) : ok(payee.refundNotifyUrl);
    const read = readAddress(given, request.developer.allowedOrigins, this.#parts.httpsOnly);
    return read.ok ? read : refuse({ code: read.refusal, field: 'notifyUrl' });
  }

  async #store(stores: Stores, { facts, digests, payee, request, mark }: Asked): Promise<Result<Refund, RequestRefusal>> {
    const { ids, clock } = this.#parts;
    const order = await stores.orders.take(facts.platformOrderNo);
    const known = await stores.refunds.byBizNo(facts.devId, facts.merchantNo, facts.bizRefundOrderNo);
    if (known) return digests.includes(known.contentDigest) ? ok(known) : refuse({ code: 'refund-exists' });
    if (!order || order.devId !== facts.devId || order.merchantNo !== facts.merchantNo) return refuse({ code: mayBeLost(mark, facts) ? 'recovering' : 'order-unknown' });
    if (order.state !== 'paid' || order.paidAttemptNo === undefined) {
      return refuse(holds(mark, 'payments', order.createdAt) ? { code: 'recovering' } : { code: 'not-refundable', why: '订单未支付成功' });
    }
    const attempt = await stores.attempts.byNo(order.paidAttemptNo);
    if (!attempt) throw new Error(`order ${order.platformOrderNo} has lost its paid attempt`);
    const refunds = await stores.refunds.ofOrder(order.platformOrderNo);
    if (refunds.length >= maxRefundsPerOrder) return refuse({ code: 'not-refundable', why: '该订单的退款次数已达上限' });
    const allowed = checkRefund(order, attempt, refunds, facts);
    if (!allowed.ok) return allowed;
    const slip = await slipAllows(stores, order, payee, { attemptNo: attempt.attemptNo, nontaxRefundRef: facts.nontaxRefundRef });
    if (!slip.ok) return refuse({ code: 'not-refundable', why: slipRefusalWords[slip.refusal] });
    const refund = newRefund(facts, {
      platformRefundOrderNo: ids.next(), attemptNo: attempt.attemptNo, contentDigest: digests[0] ?? '', requestedBy: `developer:${facts.devId}`,
      review: needsReview(payee, facts), now: clock.now(),
    });
    await stores.refunds.add(refund);
    await auditRefund(stores, {
      entryId: ids.next(), at: clock.now(), actor: { kind: 'developer', code: facts.devId, address: request.address }, action: 'refund.requested', description: '业务系统申请退款', requestId: request.requestId,
    }, refund);
    if (refund.state === 'refunding') await stores.outbox.enqueue({ topic: 'work-refund', key: refund.platformRefundOrderNo, dueAt: clock.now(), fresh: true });
    return ok(refund);
  }
}

interface Asked {
  readonly facts: RefundFacts;
  /** Of the content under every key there is, that of today first. */
  readonly digests: readonly string[];
  readonly payee: Payee; readonly request: RefundRequest; readonly mark: RecoveryMark | undefined;
}

const mayBeLost = (mark: RecoveryMark | undefined, facts: RefundFacts): boolean =>
  mark !== undefined && !isReleased(mark, 'payments') && isOfLostHours(mark, facts.platformOrderNo);

/** What is told of one change of a refund besides the refund itself. */
export type RefundEntry = Pick<AuditEntry, 'entryId' | 'at' | 'actor' | 'action' | 'description' | 'requestId'>;

/** The audit row of one change of a refund. */
export async function auditRefund(stores: Stores, entry: RefundEntry, refund: Refund): Promise<void> {
  await stores.audit.append({
    ...entry, objectKind: 'refund', objectNo: refund.platformRefundOrderNo, before: undefined,
    after: {
      refundState: refund.state, approvalState: refund.approvalState, refundAmount: refund.refundAmount.toString(), orderNo: refund.platformOrderNo,
      ...(refund.nontaxRefundRef !== undefined && { nontaxRefundRef: refund.nontaxRefundRef }),
    },
  });
}
