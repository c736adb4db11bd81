import type { Journal, JournalFields } from '../../../application/ports/journal.js';
import type { Certificates } from '../../../application/ports/certificates.js';
import type { AttemptToPay, PaymentChannel, RawMessage, RefundToSend } from '../../../application/ports/payment-channel.js';
import { createUnionPayChannel } from '../../../adapters/outbound/channels/unionpay/unionpay-channel.js';
import type { UnionPayNeeds } from '../../../adapters/outbound/channels/unionpay/needs.js';
import { NodeDigests } from '../../../adapters/outbound/crypto/digests.js';
import { NodeSigner } from '../../../adapters/outbound/crypto/node-signer.js';
import { NodeVerifier } from '../../../adapters/outbound/crypto/node-verifier.js';
import { readPrivateKey, type SigningKey } from '../../../adapters/outbound/crypto/private-keys.js';
import { NativeSm2Engine } from '../../../adapters/outbound/crypto/sm2-native.js';
import type { WireAnswer, WireRequest } from '../../../adapters/outbound/wire/http-client.js';
import type { ChannelMerchant } from '../../../domain/directory/channel-merchant.js';
import { hourMs, readLongTime } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import { certificateNamed } from './unionpay-certificate.js';
import { formText, gatewayCertificate, gatewayRsa, gatewaySerial, gatewaySm2, merchantCertId, merchantRsa, merchantSm2, plainBody, signedByGateway, type Message } from './unionpay-other-side.js';

// Only has to be readable: chains have tests of their own.
const rootPem = certificateNamed('CFCA ACS CA');

export const merId = '777290058110048';
export const attemptNo = '20260704101500123001000017';
export const refundTradeNo = '20260705090000456001000025';
export const queryId = '202607041015001234567';

/** Asserts a moment of the test's own and gives it as epoch ms. */
export function china(text: string): number {
  const at = readLongTime(text);
  if (!at.ok) throw new Error(`not a time: ${text}`);
  return at.value;
}

export const anAccount = (settings: Readonly<Record<string, string>> = {}, change: Partial<ChannelMerchant> = {}): ChannelMerchant => ({
  channelMerchantId: 'CM1', payChannel: 'unionpay', channelMerchantName: '三明市非税银联', channelMerchantNo: merId, channelAppId: undefined,
  environment: 'test', keyName: 'unionpay-rsa', enabled: true, remark: '', createdAt: undefined, version: 1, ...change,
  settings: {
    frontUrl: 'https://gateway.test.95516.com/gateway/api/frontTransReq.do', backUrl: 'https://gateway.test.95516.com/gateway/api/backTransReq.do',
    queryUrl: 'https://gateway.test.95516.com/gateway/api/queryTrans.do', signMethod: '01', certId: merchantCertId,
    rootPems: JSON.stringify([rootPem]), middlePems: JSON.stringify([rootPem]), allowedNames: '["中国银联股份有限公司"]', ...settings,
  },
});
export const anSm2Account = (): ChannelMerchant => anAccount({ signMethod: '21' }, { keyName: 'unionpay-sm2' });

export const anAttempt = (change: Partial<AttemptToPay> = {}): AttemptToPay => ({
  attemptNo, payMethod: 'pc', amount: fen(12_345n), channelTime: '20260704101500', limitAt: china('20260704101500') + 2 * hourMs, channelOrderNo: undefined,
  title: '不动产登记费', description: undefined, notifyUrl: 'https://pay.example.cn/channel-messages/unionpay', now: china('20260704101500'), ...change,
});

export const aRefund = (change: Partial<RefundToSend> = {}): RefundToSend => ({
  payment: anAttempt({ channelOrderNo: queryId }), refundTradeNo, refundTradeTime: '20260705090000', amount: fen(345n), reason: '重复缴费',
  notifyUrl: 'https://pay.example.cn/channel-messages/unionpay', ...change,
});

const engine = new NativeSm2Engine();
const keys: Readonly<Record<string, SigningKey>> = {
  'unionpay-rsa': readPrivateKey('RSA2', merchantRsa.privateKey), 'unionpay-sm2': readPrivateKey('SM2', merchantSm2.privateHex.padStart(64, '0')),
};

export type Answer = WireAnswer | Message | string;

/** A UnionPay channel with real signatures, a scripted gateway behind it and a clock that stands still. */
export class Scene {
  now = china('20260704101530');
  readonly requests: WireRequest[] = [];
  readonly journal: { readonly event: string; readonly fields: JournalFields | undefined }[] = [];
  readonly needs: UnionPayNeeds;
  readonly channel: PaymentChannel;
  readonly #answers: Answer[] = [];

  constructor(change: Partial<UnionPayNeeds> = {}) {
    const signingKey = (name: string): SigningKey => keys[name] ?? (() => { throw new Error(`no key ${name}`); })();
    const note = (event: string, fields?: JournalFields): void => { this.journal.push({ event, fields }); };
    const journal: Journal = { info: note, warn: note, alarm: note, fault: (event, _error, fields) => { note(event, fields); } };
    this.needs = {
      signer: new NodeSigner({ signingKey }, engine), verifier: new NodeVerifier(engine), certificates: trusting, digests: new NodeDigests(), journal,
      clock: { now: () => this.now, sleep: () => Promise.resolve() },
      http: { send: (request) => { this.requests.push(request); return Promise.resolve(this.#next()); } },
      ...change,
    };
    this.channel = createUnionPayChannel(this.needs);
  }

  /** What the gateway answers to the next calls: fields are signed and sent un-encoded, a text is sent as it is. */
  answers(...answers: readonly Answer[]): this {
    this.#answers.push(...answers);
    return this;
  }

  /** The fields of the n-th request as the gateway decodes them. */
  sent(index = 0): Message {
    return Object.fromEntries(new URLSearchParams(Buffer.from(this.requests[index]?.body ?? '').toString('utf8')));
  }

  #next(): WireAnswer {
    const answer = this.#answers.shift();
    if (answer === undefined) throw new Error('the scene has no further answer');
    if (typeof answer === 'object' && 'kind' in answer) return answer as WireAnswer;
    const body = typeof answer === 'string' ? answer : plainBody(answer);
    return { kind: 'answer', status: 200, contentType: 'text/html;charset=UTF-8', body: Buffer.from(body, 'utf8') };
  }
}

/** Believes the one certificate text of the other side; chains have tests of their own. */
const trusting: Certificates = {
  check: (pem) => (pem !== gatewayCertificate ? { ok: false, failedStep: 'chain' } : {
    ok: true, publicKeyPem: publicKeyInUse.pem, serialDecimal: gatewaySerial, subjectCommonName: '041@Z@中国银联股份有限公司@1', notAfter: 0,
  }),
};
const publicKeyInUse = { pem: gatewayRsa.publicKey };
/** Which key the other side's certificate holds, while `work` runs. */
export async function withSm2Certificate<T>(work: () => Promise<T>): Promise<T> {
  publicKeyInUse.pem = gatewaySm2.publicKey;
  try {
    return await work();
  } finally {
    publicKeyInUse.pem = gatewayRsa.publicKey;
  }
}

/** What the gateway repeats of a call about the payment. */
const echo: Message = { accessType: '0', bizType: '000201', merId, orderId: attemptNo, txnTime: '20260704101500', txnType: '00', txnSubType: '00' };
const money: Message = {
  queryId, txnAmt: '12345', currencyCode: '156', settleAmt: '12345', settleCurrencyCode: '156', settleDate: '0704', traceNo: '123456', traceTime: '0704101612',
};

export const toQuery = (origRespCode: string, change: Message = {}): Message =>
  signedByGateway({ ...echo, ...money, respCode: '00', respMsg: '成功[0000000]', origRespCode, origRespMsg: '原交易应答[6100000]', ...change });
export const toCall = (respCode: string, change: Message = {}): Message => signedByGateway({ ...echo, respCode, respMsg: `应答[61000${respCode}]`, ...change });
export const aboutRefund: Message = { orderId: refundTradeNo, txnTime: '20260705090000', txnAmt: '345', traceTime: '0705090130', settleDate: '0705', bizType: '000000' };

/** A notification of the page payment, as fields before the form encoding. */
export const notice = (change: Message = {}): Message => signedByGateway({
  ...echo, ...money, txnType: '01', txnSubType: '01', accNo: '621700******0001', payCardType: '01', payType: '0201', exchangeRate: '0', respCode: '00', respMsg: '成功[0000000]', ...change,
});
export const posted = (fields: Message | string, change: Partial<RawMessage> = {}): RawMessage => ({
  method: 'POST', contentType: 'application/x-www-form-urlencoded;charset=UTF-8', query: '', body: Buffer.from(typeof fields === 'string' ? fields : formText(fields), 'utf8'), ...change,
});
