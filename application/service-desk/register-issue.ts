import { maskMobile } from '../../domain/kernel/personal-data.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Acting } from '../../domain/operators/acting.js';
import { registerIssue, type Issue, type IssueOrders, type IssueRefusal, type IssueType } from '../../domain/service-desk/issue.js';
import { readMobile } from '../../domain/text-messages/phone.js';
import type { Stores } from '../ports/unit-of-work.js';
import { filesFor, keepStep, type IssueParts } from './issue-parts.js';

/** What an issue is registered on: an order or a refund of ours, or nothing but a number that somebody was told. */
export type IssueAbout =
  | { readonly kind: 'order'; readonly platformOrderNo: string }
  | { readonly kind: 'refund'; readonly platformRefundOrderNo: string }
  | { readonly kind: 'told'; readonly relatedOrderNo: string | undefined };
export interface NewIssue {
  readonly about: IssueAbout;
  readonly type: IssueType;
  readonly description: string;
  /** To call back, as somebody typed it. */
  readonly mobile: string | undefined;
  readonly attachmentNos: readonly string[];
}
export type RegisterRefusal = IssueRefusal | 'no-such-order' | 'no-such-refund' | 'mobile-malformed' | 'unknown-attachment';

/** 问题登记, 发起问题 (1.1.4.4.1-c, 1.1.4.4.2-c, 1.1.4.4.3-b). */
export class RegisterIssue {
  readonly #parts: IssueParts;
  constructor(parts: IssueParts) { this.#parts = parts; }

  run(acting: Acting, { about, type, description, mobile: typed, attachmentNos }: NewIssue): Promise<Result<Issue, RegisterRefusal>> {
    const { unitOfWork, ids, clock } = this.#parts;
    return unitOfWork.run(async (stores): Promise<Result<Issue, RegisterRefusal>> => {
      const mobile = typed === undefined ? undefined : readMobile(typed);
      if (mobile?.ok === false) return refuse('mobile-malformed');
      const orders = await ordersOf(stores, about);
      if (!orders.ok) return orders;
      const [issueNo, by, now] = [ids.next(), acting.by.operatorNo, clock.now()];
      const files = await filesFor(stores.issues, attachmentNos, { issueNo, stepNo: 1, by, now });
      if (!files.ok) return files;
      const told = registerIssue({ ...orders.value, issueNo, type, description, maskedMobile: mobile && maskMobile(mobile.value) }, { by, at: now, files: files.value });
      if (!told.ok) return told;
      const { issue } = told.value;
      await stores.issues.add(issue, mobile?.value);
      const facts = { type, relatedOrderNo: issue.relatedOrderNo ?? '', mobile: issue.maskedMobile ?? '' };
      await keepStep(stores, this.#parts, acting, told.value, files.value, { action: 'issue.registered', description: '登记问题', after: facts });
      return ok(issue);
    });
  }
}

/** A number that was told is looked for among our own; one of a business system need not be ours. */
async function ordersOf({ orders, refunds }: Pick<Stores, 'orders' | 'refunds'>, about: IssueAbout): Promise<Result<IssueOrders, 'no-such-order' | 'no-such-refund'>> {
  const ofOrder = async (platformOrderNo: string): Promise<IssueOrders | undefined> => {
    const order = await orders.byNo(platformOrderNo);
    return order && { relatedOrderNo: platformOrderNo, platformOrderNo, platformRefundOrderNo: undefined, bizOrderNo: order.bizOrderNo };
  };
  const ofRefund = async (platformRefundOrderNo: string): Promise<IssueOrders | undefined> => {
    const refund = await refunds.byNo(platformRefundOrderNo);
    const order = refund && await orders.byNo(refund.platformOrderNo);
    return refund && { relatedOrderNo: platformRefundOrderNo, platformOrderNo: refund.platformOrderNo, platformRefundOrderNo, bizOrderNo: order?.bizOrderNo };
  };
  switch (about.kind) {
    case 'order': {
      const found = await ofOrder(about.platformOrderNo);
      return found === undefined ? refuse('no-such-order') : ok(found);
    }
    case 'refund': {
      const found = await ofRefund(about.platformRefundOrderNo);
      return found === undefined ? refuse('no-such-refund') : ok(found);
    }
    case 'told': {
      const { relatedOrderNo } = about;
      const found = relatedOrderNo === undefined ? undefined : await ofOrder(relatedOrderNo) ?? await ofRefund(relatedOrderNo);
      return ok(found ?? { relatedOrderNo, platformOrderNo: undefined, platformRefundOrderNo: undefined, bizOrderNo: undefined });
    }
  }
}
