import type { GatewayClient } from '../../../../contracts/sdk/client.js';

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

// The method is not in the contract yet; a platform without it answers 40007, which the pages say.
export const queryNotice = (client: GatewayClient, request: NoticeQueryRequest): Promise<NoticeQueryAnswer> =>
  (client.call as unknown as AnyCall)('epay-nontax.notice.query', request) as Promise<NoticeQueryAnswer>;
