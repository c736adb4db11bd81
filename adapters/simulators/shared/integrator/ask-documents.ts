import { GatewayRefusal } from '../../../../contracts/sdk/errors.js';
import type { DeskEBill, DeskOrder } from './desk-order.js';
import { accountOf, type Desk } from './desk.js';
import { asNews } from './gateway-news.js';
import { queryNotice } from './later-methods.js';

const absent = (what: string, method: string): string => `平台还没有${what}接口（${method}，返回码 40007），暂时不能查看`;

/** Why a document was not given, in a sentence for the page. */
function reason(error: unknown, what: string, method: string, notReady: Readonly<Record<string, string>>): string {
  if (error instanceof GatewayRefusal && error.code === '40007') return absent(what, method);
  if (error instanceof GatewayRefusal && error.subCode !== undefined && notReady[error.subCode] !== undefined) return notReady[error.subCode] ?? '';
  return asNews(error).stateMsg;
}

/** Fetches the e-bills of an order by its number and keeps them with it. Gives a sentence about the call. */
export async function askEBills(desk: Desk, order: DeskOrder): Promise<string> {
  const { merchantNo, bizOrderNo } = order.request;
  try {
    const { eBills } = await accountOf(desk, order.devId).client.queryEBills({ merchantNo, bizOrderNo });
    desk.book.change(bizOrderNo, (now) => ({ ...now, eBills }));
    return `平台答复：电子票据 ${eBills.length} 张`;
  } catch (error) {
    const isWanted = order.request.nontaxInfo?.eBillWanted === '1';
    return reason(error, '电子票据查询', 'epay-bill.ebill.query', { BILL_NOT_READY: isWanted ? '平台答复：电子票据尚未开具，请稍后再取' : '下单时没有要求开具电子票据' });
  }
}

/** Asks for one e-bill by its code and number, as somebody does who has only the paper in hand. */
export async function askEBillByNumber(desk: Desk, devId: string, eBillCode: string, eBillNo: string): Promise<readonly DeskEBill[] | string> {
  const { client, merchantNo } = accountOf(desk, devId);
  try {
    return (await client.queryEBills({ merchantNo, eBillCode, eBillNo })).eBills;
  } catch (error) {
    return reason(error, '电子票据查询', 'epay-bill.ebill.query', { ORDER_UNKNOWN: '平台答复：没有这张电子票据', BILL_NOT_READY: '平台答复：电子票据尚未开具' });
  }
}

/** Asks whether the order has a payment notice, and keeps it with the order. */
export async function askNotice(desk: Desk, order: DeskOrder): Promise<string> {
  const { merchantNo, bizOrderNo } = order.request;
  try {
    const answer = await queryNotice(accountOf(desk, order.devId).client, { merchantNo, bizOrderNo });
    desk.book.change(bizOrderNo, (now) => ({ ...now, notice: answer }));
    return `平台答复：缴款书${answer.noticeStateMsg ?? answer.noticeState}`;
  } catch (error) {
    return reason(error, '缴款书查询', 'epay-nontax.notice.query', { ORDER_UNKNOWN: '平台答复：本单没有缴款书' });
  }
}
