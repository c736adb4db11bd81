import { eBillStates, type PaymentNoticeStateCode } from '../../../../contracts/gateway/codes.js';
import { html, type Html } from '../page.js';
import { qrSvgAddress } from '../qr.js';
import type { DeskEBill, DeskNotice, DeskOrder } from './desk-order.js';
import { postButton, readableMoment, rows, yuan } from './page-parts.js';

const toneOf = ({ eBillState }: DeskEBill): string => ({ '0': '', '1': '', '2': 'good', '3': 'bad', '4': '', '5': 'bad', '6': 'bad' }[eBillState]);

/** Only a web address becomes a link: what came from outside must not become script. */
export const safeLink = (address: string | undefined): string | undefined => (address !== undefined && /^https?:\/\/[!-~]+$/.test(address) ? address : undefined);

/** What stands on one e-bill. */
export function eBillFacts(bill: DeskEBill): Html {
  const url = safeLink(bill.eBillUrl);
  return rows([
    ['票据状态', html`<strong class="${toneOf(bill)}">${eBillStates[bill.eBillState]}</strong>`], ['票据代码', bill.eBillCode], ['票据号码', bill.eBillNo],
    ['校验码', bill.eBillCheckCode], ['票据金额', yuan(bill.eBillAmount)], ['开票时间', bill.eBillTime === undefined ? undefined : readableMoment(bill.eBillTime)],
    ['票据页面', url === undefined ? undefined : html`<a href="${url}">查看电子票据</a>`],
  ]);
}

/** The e-bills of a paid order, with the button that fetches them. */
export function eBillCard(order: DeskOrder, more?: Html): Html | undefined {
  if (order.state !== '2' || order.request.nontaxInfo?.eBillWanted !== '1') return undefined;
  const found = order.eBills.length === 0 ? html`<p class="note">还没有取到电子票据。</p>` : order.eBills.map((bill) => eBillFacts(bill));
  return html`<section class="card"><h2>财政电子票据</h2>${found}<div class="actions">${postButton(`/orders/${order.request.bizOrderNo}/ebills`, '取电子票据', 'plain')}${more}</div></section>`;
}

/** What stands on a payment notice: pay code in large, its QR code, its state. */
export function noticeFacts(notice: DeskNotice): Html {
  const url = safeLink(notice.qrUrl);
  const isPayable = notice.paymentNoticeState === '0' && notice.payCode !== undefined;
  return html`${notice.payCode === undefined ? undefined : html`<p class="note">缴款码</p><p class="amount" style="font-size:26px">${notice.payCode}</p>`}
${rows([['缴款书状态', html`<strong class="${noticeTones[notice.paymentNoticeState]}">${notice.paymentNoticeStateMsg}</strong>`], ['缴款校验码', notice.checkCode], ['缴款金额', yuan(notice.totalAmount)], ['缴款有效期', readableMoment(notice.validUntil)]])}
${url === undefined || !isPayable ? undefined : html`<p><img src="${qrSvgAddress(url)}" width="168" height="168" alt="缴款书二维码"></p><p class="note">凭缴款码或二维码也可在银行网点等渠道缴款，缴款后不必再在这里缴费。</p>`}`;
}

const noticeTones: Readonly<Record<PaymentNoticeStateCode, string>> = { '0': '', '1': 'good', '2': 'bad', '3': 'bad', '4': '', '5': '' };

/** The payment notice of an order. */
export function noticeCard(order: DeskOrder): Html | undefined {
  if (order.platformOrderNo === undefined || order.request.nontaxInfo === undefined) return undefined;
  const shown = order.notice === undefined ? html`<p class="note">还没有查到缴款书。</p>` : noticeFacts(order.notice);
  return html`<section class="card"><h2>缴款书</h2>${shown}<div class="actions">${postButton(`/orders/${order.request.bizOrderNo}/notice`, '查询缴款书', 'plain')}</div></section>`;
}
