import type { GatewayClient } from '../../../../contracts/sdk/client.js';

/** `epay-bill.ebill.query`, as agreed. */
export interface EBillQueryRequest {
  readonly merchantNo: string;
  readonly bizOrderNo?: string;
  readonly platformOrderNo?: string;
  readonly eBillCode?: string;
  readonly eBillNo?: string;
}
export interface EBillQueryAnswer {
  readonly eBills: readonly {
    readonly platformOrderNo: string;
    readonly bizOrderNo: string;
    readonly eBillState: string;
    readonly eBillCode?: string;
    readonly eBillNo?: string;
    readonly eBillCheckCode?: string;
    readonly eBillAmount: string;
    readonly eBillTime?: string;
    readonly eBillUrl?: string;
  }[];
}

/** `epay-nontax.notice.query`, as agreed. */
export interface NoticeQueryRequest { readonly merchantNo: string; readonly bizOrderNo?: string; readonly platformOrderNo?: string; readonly payCode?: string }
export interface NoticeQueryAnswer {
  readonly payCode?: string;
  readonly checkCode?: string;
  readonly noticeState: string;
  readonly noticeStateMsg?: string;
  readonly totalAmount: string;
  readonly validUntil?: string;
  readonly qrUrl?: string;
}

type AnyCall = (method: string, data: object) => Promise<unknown>;

// The two methods are not in the contract yet; a platform without them answers 40007, which the pages say.
export const queryEBills = (client: GatewayClient, request: EBillQueryRequest): Promise<EBillQueryAnswer> =>
  (client.call as unknown as AnyCall)('epay-bill.ebill.query', request) as Promise<EBillQueryAnswer>;
export const queryNotice = (client: GatewayClient, request: NoticeQueryRequest): Promise<NoticeQueryAnswer> =>
  (client.call as unknown as AnyCall)('epay-nontax.notice.query', request) as Promise<NoticeQueryAnswer>;
