import type { CashierTerminal, CashierView, StartPaymentRefusal } from '../../../../application/payments/cashier-view.js';
import type { PayChannel } from '../../../../domain/directory/channel-merchant.js';

export const channelNames: Readonly<Record<PayChannel, string>> = { alipay: '支付宝', unionpay: '银联（云闪付）' };

/** What the payer can do at the channel, in few words. */
export const channelHints: Readonly<Record<CashierTerminal, Readonly<Record<PayChannel, string>>>> = {
  pc: { alipay: '扫码或登录账户付款', unionpay: '银行卡或云闪付付款' },
  h5: { alipay: '打开支付宝付款', unionpay: '云闪付或银行卡付款' },
};

interface RefusalWords { readonly status: number; readonly words: string }

/** Status and sentence for each refusal of `start-payment`; the page beneath is the one the order shows now. */
export const refusalWords: Readonly<Record<Exclude<StartPaymentRefusal, 'no-such-order'>, RefusalWords>> = {
  'already-paid': { status: 409, words: '该订单已经支付成功，请勿重复支付。' },
  closed: { status: 409, words: '该订单已关闭，不能再支付。' },
  expired: { status: 409, words: '该订单已超过支付有效时间，不能再支付。' },
  'too-close-to-expiry': { status: 409, words: '距订单失效不足 1 分钟，为保障资金安全，不再发起新的支付。' },
  'channel-not-open': { status: 409, words: '收款单位未开通所选的支付方式，请选择页面上列出的支付方式。' },
  'still-asking': { status: 409, words: '上一笔支付的结果尚未确认，请稍候，以免重复付款。' },
  'too-many-attempts': { status: 429, words: '该订单发起支付的次数过多，请完成已打开的支付页面，或联系业务系统重新下单。' },
  recovering: { status: 409, words: '平台刚完成数据恢复，正在核对此前的支付，暂不能发起新的支付。如已付款请勿重复支付，请稍后再查看。' },
  'notice-paid': { status: 409, words: '该缴款书已在其他渠道缴款，请勿重复支付。' },
  'notice-void': { status: 409, words: '该缴款书已作废，不能缴款，请联系执收单位。' },
  'notice-expired': { status: 409, words: '该缴款书已过期，不能缴款，请联系执收单位。' },
  'notice-differs': { status: 409, words: '该缴款书的应缴金额已变化，与订单不符，请联系业务系统重新下单。' },
  'try-again': { status: 409, words: '该订单正在另一处发起支付，请稍候再试。' },
};

/** A page's own word for the state, when the use case sent none. */
export const stateWords: Readonly<Record<CashierView['page'], string>> = {
  payable: '待支付', asking: '支付结果确认中', paid: '支付成功', failed: '支付失败', expired: '支付超时', closed: '订单已关闭',
};

export const stateOf = (view: CashierView): string => (view.stateMsg.trim() === '' ? stateWords[view.page] : view.stateMsg);

/** 1234567.00 → 1,234,567.00 */
export const grouped = (yuanText: string): string => yuanText.replace(/\B(?=(\d{3})+(?=\.))/g, ',');
