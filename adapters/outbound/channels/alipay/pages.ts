import type { AttemptToPay, BrowserHandover, PagePayments } from '../../../../application/ports/payment-channel.js';
import type { ChannelMerchant } from '../../../../domain/directory/channel-merchant.js';
import { usableAccount } from './account.js';
import type { AlipayGateway } from './gateway.js';
import { orderContent } from './order-content.js';
import { signedForm } from './request-form.js';

const products = {
  pc: { method: 'alipay.trade.page.pay', code: 'FAST_INSTANT_TRADE_PAY' },
  h5: { method: 'alipay.trade.wap.pay', code: 'QUICK_WAP_WAY' },
} as const;

/** The browser is sent to Alipay with a signed form (section 5.1); nothing is known until Alipay tells us or is asked. */
export class AlipayPages implements PagePayments {
  readonly #gateway: AlipayGateway;
  constructor(gateway: AlipayGateway) { this.#gateway = gateway; }

  async start(account: ChannelMerchant, attempt: AttemptToPay & { readonly payMethod: 'pc' | 'h5' }, returnUrl: string, quitUrl: string): Promise<BrowserHandover> {
    const product = products[attempt.payMethod];
    const content = { ...orderContent(attempt), product_code: product.code, ...(attempt.payMethod === 'h5' ? { quit_url: quitUrl } : {}) };
    return signedForm(usableAccount(account), this.#gateway.needs.signer, product.method, content, attempt.now, { notifyUrl: attempt.notifyUrl, returnUrl });
  }
}
