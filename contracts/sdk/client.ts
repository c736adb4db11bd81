import type { ReturnPage } from '../gateway/callbacks.js';
import { gatewayVersion, type RequestEnvelope, type ResponseEnvelope } from '../gateway/envelope.js';
import type { GatewayMethodName, PageMethodName, RequestOf, ResponseOf } from '../gateway/methods.js';
import { readAnswer } from './answers.js';
import { acceptance, readCallback, readReturn, type GatewayCallback } from './callbacks.js';
import { canonicalText } from './canonical-text.js';
import { chinaTimestamp } from './china-time.js';
import { readPersonalBill, type PushedPersonalBill } from './personal-bills.js';
import { GatewayFault } from './errors.js';
import { createSigner, createVerifier, type SigningScheme } from './signing.js';
import { packData } from './wire-data.js';

export interface GatewayClientOptions extends SigningScheme {
  /** `https://host/gateway` */
  readonly gatewayUrl: string;
  readonly devId: string;
  /** PEM (PKCS#8), or its bare Base64. Stays in this process. */
  readonly privateKeyPem: string;
  readonly platformPublicKeyPem: string;
  /** Whole time for one call; default 10,000. */
  readonly timeoutMs?: number;
  /** Epoch ms; default the machine's clock. */
  readonly now?: () => number;
  readonly fetch?: typeof globalThis.fetch;
}

/** A form that the payer's browser posts to the platform. */
export interface PageForm { readonly action: string; readonly fields: Readonly<Record<keyof RequestEnvelope, string>> }

type Call<M extends GatewayMethodName> = (data: RequestOf<M>) => Promise<ResponseOf<M>>;

/** Every call rejects with GatewayRefusal (the platform said no) or GatewayFault (nothing to be believed, outcome unknown). */
export interface GatewayClient {
  call<M extends Exclude<GatewayMethodName, PageMethodName>>(method: M, data: RequestOf<M>): Promise<ResponseOf<M>>;
  readonly createOrder: Call<'epay-trade-core.wap.order.create'>;
  readonly createPcOrder: Call<'epay-trade-core.pc.order.create'>;
  readonly createBarOrder: Call<'epay-trade-core.bar.order.create'>;
  readonly queryOrder: Call<'epay-trade-core.order.query'>;
  readonly closeOrder: Call<'epay-trade-core.order.close'>;
  readonly createRefund: Call<'epay-trade-core.refund.create'>;
  readonly queryRefund: Call<'epay-trade-core.refund.query'>;
  readonly getStatement: Call<'epay-trade-settle.api.getSettleFileUrl'>;
  readonly getAbnormalStatement: Call<'epay-trade-settle.api.getExSettleFileUrl'>;
  readonly queryEBills: Call<'epay-bill.ebill.query'>;
  readonly issueNotice: Call<'epay-nontax.notice.issue'>;
  readonly queryNotice: Call<'epay-nontax.notice.query'>;
  readonly pushNotice: Call<'epay-nontax.notice.push'>;
  readonly listUserOrders: Call<'epay-user.order.list'>;
  pageForm<M extends PageMethodName>(method: M, data: RequestOf<M>): PageForm;
  /** Throws GatewayFault for a callback not to be believed: answer it with an HTTP error, do not store it. */
  parseCallback(body: string | Uint8Array | object): GatewayCallback;
  acceptCallback(): ResponseEnvelope;
  /** For a city app that keeps its users' bills; throws as `parseCallback` does. */
  parsePersonalBill(body: string | Uint8Array | object): PushedPersonalBill;
  parseReturn(query: string | URLSearchParams): ReturnPage;
}

const defaultTimeoutMs = 10_000;
/** More than any answer needs: fifty orders are about 60 KB. */
const maxAnswerBytes = 256 * 1024;

/** The body, bounded while it is read. */
async function boundedText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > maxAnswerBytes) throw new GatewayFault('unreadable', '应答过大');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

async function post(options: GatewayClientOptions, envelope: RequestEnvelope): Promise<string> {
  try {
    return await boundedText(await (options.fetch ?? fetch)(options.gatewayUrl, {
      method: 'POST', headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(envelope),
      redirect: 'error', signal: AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs),
    }));
  } catch (cause) {
    throw cause instanceof GatewayFault ? cause : new GatewayFault('unreachable', '网关没有应答，结果未知', { cause });
  }
}

/** A client for one devId. Reads both keys at once, so that a wrong key shows at start and not with the first payment. */
export function createGatewayClient(options: GatewayClientOptions): GatewayClient {
  const sign = createSigner(options.privateKeyPem, options);
  const verify = createVerifier(options.platformPublicKeyPem, options);
  const now = options.now ?? Date.now;

  const seal = (method: GatewayMethodName, data: object): RequestEnvelope => {
    const unsigned = { version: gatewayVersion, method, timestamp: chinaTimestamp(now()), devId: options.devId, data: packData(data) };
    return { ...unsigned, sign: sign(canonicalText(unsigned)) };
  };
  const call = async <M extends GatewayMethodName>(method: M, data: RequestOf<M>): Promise<ResponseOf<M>> =>
    readAnswer(method, data, await post(options, seal(method, data)), verify);
  const bound = <M extends GatewayMethodName>(method: M): Call<M> => (data) => call(method, data);

  return {
    call,
    createOrder: bound('epay-trade-core.wap.order.create'),
    createPcOrder: bound('epay-trade-core.pc.order.create'),
    createBarOrder: bound('epay-trade-core.bar.order.create'),
    queryOrder: bound('epay-trade-core.order.query'),
    closeOrder: bound('epay-trade-core.order.close'),
    createRefund: bound('epay-trade-core.refund.create'),
    queryRefund: bound('epay-trade-core.refund.query'),
    getStatement: bound('epay-trade-settle.api.getSettleFileUrl'),
    getAbnormalStatement: bound('epay-trade-settle.api.getExSettleFileUrl'),
    queryEBills: bound('epay-bill.ebill.query'),
    issueNotice: bound('epay-nontax.notice.issue'),
    queryNotice: bound('epay-nontax.notice.query'),
    pushNotice: bound('epay-nontax.notice.push'),
    listUserOrders: bound('epay-user.order.list'),
    pageForm: (method, data) => ({ action: options.gatewayUrl, fields: seal(method, data) }),
    parseCallback: (body) => readCallback(body, options.devId, verify),
    acceptCallback: acceptance,
    parsePersonalBill: (body) => readPersonalBill(body, options.devId, verify),
    parseReturn: (query) => readReturn(query, options.devId, verify),
  };
}
