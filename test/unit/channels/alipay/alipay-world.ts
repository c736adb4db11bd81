import { createPublicKey, createSign, createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { AttemptRef, AttemptToPay, PaymentChannel, RawMessage, RefundToSend } from '../../../../application/ports/payment-channel.js';
import type { Signer, Verifier } from '../../../../application/ports/signatures.js';
import type { ChannelMerchant } from '../../../../domain/directory/channel-merchant.js';
import { readLongTime, type EpochMs } from '../../../../domain/kernel/china-time.js';
import { fen } from '../../../../domain/kernel/money.js';
import { createAlipayChannel } from '../../../../adapters/outbound/channels/alipay/alipay-channel.js';
import { AlipayBills } from '../../../../adapters/outbound/channels/alipay/bills/alipay-bills.js';
import type { WireAnswer, WireDownload, WireRequest } from '../../../../adapters/outbound/wire/http-client.js';

export interface KeyPair { readonly privateKey: KeyObject; readonly publicKey: KeyObject; readonly publicPem: string }

export function rsaKeys(bits = 2048): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  return { privateKey, publicKey, publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

export const appKeys = rsaKeys();
export const alipayKeys = rsaKeys();

export const signWith = (key: KeyObject, text: string): string => createSign('sha256').update(text, 'utf8').sign(key, 'base64');

export const signer: Signer = {
  sign: async (keyName, scheme, text) => {
    if (keyName !== 'alipay-app-key' || scheme.algorithm !== 'RSA2') throw new Error('unknown key');
    return createSign('sha256').update(text).sign(appKeys.privateKey, 'base64');
  },
  publicKeyPem: async () => appKeys.publicPem,
};

export const verifier: Verifier = {
  verify: async (pem, _scheme, text, signature) => createVerify('sha256').update(text).verify(createPublicKey(pem), signature, 'base64'),
};

export const appId = '2021000000000001';
export const sellerId = '2088000000000001';
export const account: ChannelMerchant = {
  channelMerchantId: 'CM1', payChannel: 'alipay', channelMerchantName: '市财政局', channelMerchantNo: sellerId, channelAppId: appId,
  environment: 'simulator', keyName: 'alipay-app-key', settings: { gatewayUrl: 'http://127.0.0.1:9/gateway.do', alipayPublicKeyPem: alipayKeys.publicPem },
  enabled: true, remark: '', createdAt: undefined, version: 1,
};

export const at = (longTime: string): EpochMs => {
  const read = readLongTime(longTime);
  if (!read.ok) throw new Error(longTime);
  return read.value;
};

export const now = at('20261123093000');
export const attemptNo = '20261123093000000001000013';
export const attempt: AttemptRef = {
  attemptNo, payMethod: 'pc', amount: fen(12000), channelTime: '20261123093000', limitAt: at('20261123113000'), channelOrderNo: undefined,
};
export const toPay: AttemptToPay & { readonly payMethod: 'pc' } = {
  ...attempt, payMethod: 'pc', title: '不动产登记费', description: undefined, notifyUrl: 'https://pay.example.gov.cn/channel-messages/alipay', now,
};
export const refund: RefundToSend = {
  payment: attempt, refundTradeNo: '20261123100000000001000021', refundTradeTime: '20261123100000', amount: fen(5000), reason: '误缴', notifyUrl: toPay.notifyUrl,
};
/** Shaped like a payer's code, belongs to nobody. */
export const barContent = '281234567890123400';

/** A body as Alipay prints it: slashes escaped, that very text signed. */
export function answerBody(root: string, fields: Readonly<Record<string, unknown>>, key = alipayKeys.privateKey): string {
  const text = JSON.stringify(fields).replaceAll('/', '\\/');
  return `{"${root}":${text},"sign":"${signWith(key, text)}"}`;
}

export const httpAnswer = (body: string, status = 200): WireAnswer =>
  ({ kind: 'answer', status, contentType: 'text/html;charset=utf-8', body: Buffer.from(body, 'utf8') });

export interface Talk { readonly channel: PaymentChannel; readonly bills: AlipayBills; readonly downloads: WireDownload[]; readonly requests: WireRequest[]; readonly log: string[] }

/** The channel against answers prepared in their order; every request and log line is kept. */
export const talk = (...answers: readonly WireAnswer[]): Talk => talkAt(now, ...answers);

/** The same at another moment. */
export function talkAt(moment: EpochMs, ...answers: readonly WireAnswer[]): Talk {
  const requests: WireRequest[] = [];
  const log: string[] = [];
  const left = [...answers];
  const downloads: WireDownload[] = [];
  const download = async (request: WireRequest): Promise<WireDownload> => {
    requests.push(request);
    const next = downloads.shift();
    if (!next) throw new Error('one download too many');
    return next;
  };
  const send = async (request: WireRequest): Promise<WireAnswer> => {
    requests.push(request);
    const next = left.shift();
    if (!next) throw new Error('one request too many');
    return next;
  };
  const write = (level: string) => (event: string, fields?: unknown): void => { log.push(`${level} ${event} ${JSON.stringify(fields ?? {})}`); };
  const journal = { info: write('info'), warn: write('warn'), alarm: write('alarm'), fault: (event: string, error: unknown) => { log.push(`fault ${event} ${String(error)}`); } };
  const parts = { signer, verifier, http: { send, download }, clock: { now: () => moment }, journal };
  return { channel: createAlipayChannel(parts), bills: new AlipayBills(parts), downloads, requests, log };
}

/** The channel, told one answer of a method. */
export const told = (method: string, fields: Readonly<Record<string, unknown>>): Talk =>
  talk(httpAnswer(answerBody(`${method.replaceAll('.', '_')}_response`, fields)));

export const encoded = (fields: Iterable<readonly [string, string]>): string =>
  [...fields].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll('%20', '+')}`).join('&');

type Fields = Readonly<Record<string, string>>;

export const joined = (fields: Fields): string =>
  Object.entries(fields).sort(([left], [right]) => (left < right ? -1 : 1)).map(([name, value]) => `${name}=${value}`).join('&');

/** A trade notification, genuine unless told otherwise. */
export function notice(fields: Fields, options: { key?: KeyObject; contentType?: string; query?: string; signTypeSigned?: boolean } = {}): RawMessage {
  const all = { ...fields, ...(options.signTypeSigned ? { sign_type: 'RSA2' } : {}) };
  const sign = signWith(options.key ?? alipayKeys.privateKey, joined(all));
  const body = encoded(Object.entries({ ...all, sign_type: 'RSA2', sign }));
  return message(body, options.contentType, options.query);
}

export const message = (body: string, contentType = 'application/x-www-form-urlencoded; text/html; charset=utf-8', query = ''): RawMessage =>
  ({ method: 'POST', contentType, query, body: Buffer.from(body, 'utf8') });

export const paidNotice: Fields = {
  notify_time: '2026-11-23 09:31:05', notify_type: 'trade_status_sync', notify_id: 'n1', app_id: appId, auth_app_id: appId, charset: 'utf-8', version: '1.0',
  trade_no: '2026112322001400000000000001', out_trade_no: attemptNo, out_biz_no: '', buyer_id: '2088000000000099', buyer_logon_id: '138****0000', seller_id: sellerId,
  seller_email: 'seller@example.gov.cn', trade_status: 'TRADE_SUCCESS', total_amount: '120.00', receipt_amount: '120.00', buyer_pay_amount: '120.00', point_amount: '0.00',
  subject: '不动产登记费', gmt_create: '2026-11-23 09:30:40', gmt_payment: '2026-11-23 09:31:04', fund_bill_list: '[{"amount":"120.00","fundChannel":"ALIPAYACCOUNT"}]',
};
