import type {
  AttemptRef, BrowserReturns, ChannelMessages, HttpReply, MessageSubject, MessageVerdict, RawMessage,
} from '../../../../application/ports/payment-channel.js';
import type { ChannelMerchant } from '../../../../domain/directory/channel-merchant.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import type { RefundReport } from '../../../../domain/refunds/refund-report.js';
import { usableAccount, type AlipayAccount } from './account.js';
import { decodeForm, type FormFields } from './form-body.js';
import type { AlipayNeeds } from './gateway.js';
import { ownNumber, readNotice, tellsRefund, tradeNotice } from './notice.js';
import { readDashedTime } from './paid-facts.js';
import { rsa2 } from './request-form.js';
import { noticeText, noticeTextWithSignType } from './signed-text.js';
import { statusReport } from './trade-status.js';

const notGenuine = (why: string): MessageVerdict => ({ genuine: false, why });
const noNews: MessageVerdict = { genuine: true, payment: undefined, refund: undefined, confirmByQuery: false };

/** Alipay's asynchronous notifications (section 7). */
export class AlipayMessages implements ChannelMessages {
  /** Exactly seven bytes; anything else makes Alipay repeat for a day. */
  readonly accepted: HttpReply = { status: 200, body: 'success' };
  readonly refused: HttpReply = { status: 200, body: 'failure' };
  readonly #needs: Pick<AlipayNeeds, 'verifier' | 'journal'>;
  constructor(needs: Pick<AlipayNeeds, 'verifier' | 'journal'>) { this.#needs = needs; }

  subject(message: RawMessage): MessageSubject | undefined {
    const fields = readNotice(message);
    return fields && { attemptNo: ownNumber(fields.get('out_trade_no')), refundTradeNo: tellsRefund(fields) ? ownNumber(fields.get('out_biz_no')) : undefined };
  }

  async read(account: ChannelMerchant, message: RawMessage, attempt: AttemptRef, now: EpochMs): Promise<MessageVerdict> {
    const ours = usableAccount(account);
    const fields = readNotice(message);
    if (!fields) return notGenuine('unreadable');
    const doubt = (await this.#forged(ours, fields)) ?? stranger(ours, fields);
    if (doubt !== undefined) return notGenuine(doubt);
    if (isOtherFamily(fields)) return noNews;
    if (fields.get('out_trade_no') !== attempt.attemptNo) return notGenuine('unreadable');
    return tellsRefund(fields) ? refundNews(fields, now) : paymentNews(fields, attempt.attemptNo);
  }

  /** Verified over whatever came, never over a list of fields we know: new ones appear without notice. */
  async #forged(account: AlipayAccount, fields: FormFields): Promise<string | undefined> {
    const [sign, signType] = [fields.get('sign') ?? '', fields.get('sign_type') ?? ''];
    if (sign === '' || signType === '') return 'signature';
    if (signType !== 'RSA2') return 'downgrade';
    const texts = isOtherFamily(fields) ? [noticeText(fields), noticeTextWithSignType(fields)] : [noticeText(fields)];
    for (const text of texts) if (await this.#verified(account, text, sign)) return undefined;
    return 'signature';
  }

  async #verified(account: AlipayAccount, text: string, sign: string): Promise<boolean> {
    try {
      return await this.#needs.verifier.verify(account.alipayPublicKeyPem, rsa2, text, sign);
    } catch (fault) {
      this.#needs.journal?.fault('alipay-key-unusable', fault);
      return false;
    }
  }
}

const isOtherFamily = (fields: FormFields): boolean => ![undefined, '', tradeNotice].includes(fields.get('notify_type'));

/** Alipay signs for every application with one key, so a genuine message may be somebody else's (CHN-02). */
function stranger(account: AlipayAccount, fields: FormFields): string | undefined {
  if (fields.get('app_id') !== account.appId) return 'foreign-app';
  const sellerId = fields.get('seller_id');
  const isMissing = sellerId === undefined && isOtherFamily(fields);
  return sellerId === account.sellerId || isMissing ? undefined : 'foreign-merchant';
}

/**
 * A further TRADE_SUCCESS, or a TRADE_CLOSED, that tells of money given back is about that refund alone: neither a second payment nor
 * the end of an unpaid trade. Without a refund number the channel is asked.
 */
function refundNews(fields: FormFields, now: EpochMs): MessageVerdict {
  const refundTradeNo = ownNumber(fields.get('out_biz_no'));
  const refund: RefundReport | undefined = refundTradeNo === undefined ? undefined
    : { kind: 'refunded', refundTradeNo, at: readDashedTime(fields.get('gmt_refund') ?? '') ?? now, channelRefundNo: undefined };
  return { genuine: true, payment: undefined, refund, confirmByQuery: refund === undefined };
}

function paymentNews(fields: FormFields, attemptNo: string): MessageVerdict {
  const payment = statusReport((name) => fields.get(name) ?? '', attemptNo, 'gmt_payment', undefined);
  return { genuine: true, payment, refund: undefined, confirmByQuery: payment.kind === 'unknown' };
}

/** The return page carries no trade status and proves nothing (section 5.3); it only names what to ask about. */
export class AlipayReturns implements BrowserReturns {
  attemptNoOf(message: RawMessage): string | undefined {
    const fields = message.method === 'GET' ? decodeForm(message.query.replace(/^\?/, '')) : undefined;
    return fields?.ok ? ownNumber(fields.value.get('out_trade_no')) : undefined;
  }
}
