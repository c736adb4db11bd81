import { nextChinaMidnight, parseChinaTime } from './china-time.js';
import { isWebAddress, type GatewayRequest } from './envelope.js';
import { businessRefusal, type Reply } from './replies.js';
import type { Product, TradeOrder } from './trade.js';
import { fenOfYuan } from './yuan.js';

export type Read<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reply: Reply };

type Content = Readonly<Record<string, unknown>>;

const minuteMs = 60_000;
const longestLifeMs = 15 * 24 * 60 * minuteMs;
const defaultLifeMs = { page: longestLifeMs, wap: longestLifeMs, barcode: 180 * minuteMs } as const;
const productCodes = { page: 'FAST_INSTANT_TRADE_PAY', wap: 'QUICK_WAP_WAY', barcode: 'FACE_TO_FACE_PAYMENT' } as const;
const outTradeNoShape = /^[0-9A-Za-z_]{1,64}$/;
const unitsMs = { m: minuteMs, h: 60 * minuteMs, d: 24 * 60 * minuteMs } as const;

export function invalid<Value>(subMsg: string): Read<Value> {
  return { ok: false, reply: businessRefusal('INVALID_PARAMETER', `参数无效：${subMsg}`) };
}

export function isOutTradeNo(value: unknown): value is string {
  return typeof value === 'string' && outTradeNoShape.test(value);
}

function isText(value: unknown, maximum: number): value is string {
  return typeof value === 'string' && value !== '' && [...value].length <= maximum;
}

/** Absent or a text of at most `maximum` characters. */
export function isOptionalText(value: unknown, maximum: number): value is string | undefined {
  return value === undefined || isText(value, maximum);
}

// time_expire is cut to whole seconds by the sender, so the shortest and longest life allow one second.
function expiryOf(content: Content, product: Product, now: number): number | undefined {
  const { time_expire: timeExpire, timeout_express: timeout } = content;
  if (timeExpire !== undefined) {
    const at = parseChinaTime(timeExpire);
    return at !== undefined && at - now >= minuteMs - 1_000 && at - now <= longestLifeMs + 1_000 ? at : undefined;
  }
  if (timeout === undefined) return now + defaultLifeMs[product];
  if (timeout === '1c') return nextChinaMidnight(now);
  const match = typeof timeout === 'string' ? /^([1-9]\d{0,5})([mhd])$/.exec(timeout) : null;
  const lifeMs = match === null ? 0 : Number(match[1]) * unitsMs[match[2] as keyof typeof unitsMs];
  return lifeMs >= minuteMs && lifeMs <= longestLifeMs ? now + lifeMs : undefined;
}

function wrongDetail(content: Content, product: Product): string | undefined {
  const code = content['product_code'];
  if (code !== productCodes[product] && !(product === 'barcode' && code === undefined)) return 'product_code';
  if (!isText(content['subject'], 256) || /[/=&]/.test(content['subject'])) return 'subject';
  if (!isOptionalText(content['body'], 128)) return 'body';
  if (!isOptionalText(content['passback_params'], 512)) return 'passback_params';
  if (![undefined, '0', '1'].includes(content['goods_type'] as string | undefined)) return 'goods_type';
  if (content['quit_url'] !== undefined && !(typeof content['quit_url'] === 'string' && isWebAddress(content['quit_url']))) return 'quit_url';
  if (!/^[0-4]$/.test(String(content['qr_pay_mode'] ?? '2'))) return 'qr_pay_mode';
  if (content['enable_pay_channels'] !== undefined && content['disable_pay_channels'] !== undefined) return 'enable_pay_channels 与 disable_pay_channels 互斥';
  return undefined;
}

/** The order in the biz_content of page.pay, wap.pay and trade.pay (sections 5.1, 5.2), or ACQ.INVALID_PARAMETER naming the field. */
export function readOrder(request: GatewayRequest, product: Product, now: number): Read<TradeOrder> {
  const content = request.bizContent;
  const outTradeNo = content['out_trade_no'];
  if (!isOutTradeNo(outTradeNo)) return invalid('out_trade_no');
  const totalFen = fenOfYuan(content['total_amount']);
  if (totalFen === undefined) return invalid('total_amount');
  const wrong = wrongDetail(content, product);
  if (wrong !== undefined) return invalid(wrong);
  const expiresAt = expiryOf(content, product, now);
  if (expiresAt === undefined) return invalid('time_expire');
  const optional = {
    body: content['body'], passbackParams: content['passback_params'], quitUrl: content['quit_url'],
    notifyUrl: request.notifyUrl, returnUrl: request.returnUrl,
  };
  const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<Record<keyof typeof optional, string>>;
  const { appId, sellerId } = request.app;
  return { ok: true, value: { appId, sellerId, outTradeNo, product, totalFen, subject: content['subject'] as string, expiresAt, ...given } };
}
