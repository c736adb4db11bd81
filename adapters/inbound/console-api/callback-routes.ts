import type { BatchRefusal, ResendGivenUp } from '../../../application/callbacks/resend-given-up.js';
import type { ResendCallback, ResendRefusal } from '../../../application/callbacks/resend-callback.js';
import { maxHealthMs, type ShowHealth, type ShownHealth } from '../../../application/callbacks/show-health.js';
import type { TestAddress, TestRefusal } from '../../../application/callbacks/test-address.js';
import type { Knock } from '../../../application/ports/merchant-callbacks.js';
import type { UnitOfWork } from '../../../application/ports/unit-of-work.js';
import { addressTested, batchAsked, batchStanding, callbackHealth, callbackResent, callbackStanding, resendCallback, resendGivenUp, testAddress, type AddressTested, type BatchAskedBody, type BatchStandingBody, type CallbackHealthBody, type CallbackResent, type CallbackStanding, type ResendCallbackBody, type ResendGivenUpBody, type TestAddressBody } from '../../../contracts/console/service-desk.js';
import type { Callback } from '../../../domain/callbacks/callback.js';
import { dayMs, readLongTime } from '../../../domain/kernel/china-time.js';
import { acting } from './acting.js';
import { refused, type ConsoleRoute, type OwnCall } from './route.js';

export interface CallbackRouteDeps {
  readonly resend: Pick<ResendCallback, 'run'>; readonly batches: Pick<ResendGivenUp, 'ask' | 'show'>; readonly health: Pick<ShowHealth, 'run'>; readonly test: Pick<TestAddress, 'run'>;
  readonly unitOfWork: Pick<UnitOfWork, 'read'>; readonly now: () => number;
}

const permission = 'service-desk.callbacks.resend';
const subjects = ['callback', 'order', 'refund'] as const satisfies readonly ResendCallbackBody['subject'][];
const hourMs = 3_600_000;

const resendWords: Readonly<Record<ResendRefusal, string>> = {
  unknown: '没有找到', 'not-final': '只通知支付成功和退款的最终结果；支付失败、关闭的通知请在订单详情的通知记录中重新发送', 'no-news': '没有可以重新发送的通知：收款单位没有要求通知这一结果', 'under-way': '通知正在发送，请稍后查看结果',
  'no-address': '保存的通知地址已不在登记的回调来源之内，收款单位也没有登记通知地址；请先在“开发者管理”或“收款单位”中登记',
};
const batchWords = (refusal: BatchRefusal): string => {
  switch (refusal.code) {
    case 'unknown': return '没有这个开发者';
    case 'range': return '起止日期不正确，最长 31 天';
    case 'nothing-given-up': return '这段时间没有已放弃的通知，或刚刚才失败（一分钟内的不重发）';
    case 'too-many': return `已放弃的通知超过 ${refusal.most} 条，请缩短时间范围`;
  }
};
const testWords: Readonly<Record<TestRefusal, string>> = { unknown: '没有这个开发者', 'not-registered': '只能测试已登记的回调来源', 'too-often': '刚刚测试过，请几秒后再试' };
const knockWords = (knock: Knock): string => {
  const took = `用时 ${knock.ms} 毫秒`;
  switch (knock.kind) {
    case 'answered': return `已连通，对方应答 HTTP ${knock.status}，${took}。${knock.status >= 500 ? '对方服务器报错。' : '没有发送业务内容。'}`;
    case 'not-resolved': return `域名无法解析，${took}。`;
    case 'refused': return `对方拒绝连接（端口没有服务），${took}。`;
    case 'not-allowed': return '地址不在平台允许的网络范围内，没有连接。';
    case 'tls': return `TLS 握手失败：证书不受信任、过期或与域名不符，${took}。`;
    case 'timeout': return `连接或应答超时，${took}。`;
    case 'unreachable': return `无法连接（网络不通），${took}。`;
    case 'cut-off': return `连接后对方中断，没有应答，${took}。`;
  }
};

/** The last words of a try, in Chinese; what has none is shown as it is. */
const lastWords: Readonly<Record<string, string>> = {
  timeout: '超时', unreachable: '无法连接', 'cut-off': '连接中断', 'too-large': '应答过大', 'address-refused': '地址不在允许的网络内', 'not accepted': '应答不是成功', 'wrong echo': '回传参数不符',
  'address no longer registered': '地址已不在登记范围内',
};
const standingOf = ({ state, tries, lastAnswer, nextTryAt }: Callback, now: number): CallbackStanding => {
  const isUnderWay = state === 'pending' && (nextTryAt ?? 0) <= now;
  const isAccepted = state === 'accepted' && (lastAnswer === 'success' || lastAnswer === '10000');
  const answer = lastWords[lastAnswer ?? ''] ?? lastAnswer ?? '';
  return { isUnderWay, isAccepted, tries, message: isUnderWay ? '正在发送' : isAccepted ? `收款单位的业务系统已接受（第 ${tries} 次）` : `第 ${tries} 次通知没有被接受：${answer}` };
};
const healthOf = ({ developer, lastAcceptedAt, medianMs, ...health }: ShownHealth): CallbackHealthBody['developers'][number] => ({
  ...health, developerName: developer?.developerName ?? '', origins: [...developer?.allowedOrigins ?? []], ...(lastAcceptedAt !== undefined && { lastAcceptedAt }), ...(medianMs !== undefined && { medianMs }),
});
/** First moment of a day in China. */
const startOf = (day: string): number | undefined => { const read = readLongTime(`${day}000000`); return read.ok ? read.value : undefined; };

/** 通知收款单位 (1.1.4.4.1-d, 1.1.4.4.2-d) and the desk of whoever looks after callbacks. */
export function callbackRoutes({ resend, batches, health, test, unitOfWork, now }: CallbackRouteDeps): readonly ConsoleRoute[] {
  return [
    {
      name: 'callbacks.resend', method: 'POST', path: '/callbacks/resend', access: { permission }, about: subjects.map((kind) => ({ kind, field: 'no', when: ['subject', kind] as const })), summary: '通知收款单位', requirements: ['1.1.4.4.1-d', '1.1.4.4.2-d'], body: resendCallback, answer: callbackResent, refuses: ['NOT_FOUND', 'REFUSED'],
      handle: async (call: OwnCall<ResendCallbackBody>) => {
        const asked = await resend.run({ kind: call.body.subject, no: call.body.no }, acting(call));
        if (asked.ok) return { body: { callbackId: asked.value.callbackId, tries: asked.value.tries } satisfies CallbackResent };
        return refused(asked.refusal === 'unknown' ? 'NOT_FOUND' : 'REFUSED', { message: resendWords[asked.refusal] });
      },
    },
    {
      name: 'callbacks.standing', method: 'GET', path: '/callbacks/standing/:callbackId', access: { permission }, about: [{ kind: 'callback', field: 'callbackId' }], summary: '通知的结果', answer: callbackStanding,
      handle: async ({ params }: OwnCall<never>) => {
        const callbackId = params['callbackId'] ?? '';
        const callback = /^[\x21-\x7e]{1,64}$/.test(callbackId) ? await unitOfWork.read(({ callbacks }) => callbacks.byId(callbackId)) : undefined;
        return callback ? { body: standingOf(callback, now()) } : refused('NOT_FOUND');
      },
    },
    {
      name: 'callbacks.health', method: 'GET', path: '/callbacks/health', access: { permission }, summary: '通知监控', answer: callbackHealth,
      handle: async ({ query }: OwnCall<never>) => {
        const hours = Number(query['hours'] ?? 24);
        if (!Number.isInteger(hours) || hours < 1 || hours > maxHealthMs / hourMs) return refused('BAD_REQUEST', { message: '时间范围须为 1 至 168 小时', field: 'hours' });
        return { body: { developers: (await health.run(hours * hourMs)).map(healthOf) } satisfies CallbackHealthBody };
      },
    },
    {
      name: 'callbacks.resend-given-up', method: 'POST', path: '/callbacks/resend-given-up', access: { permission }, summary: '批量重新发送通知', answer: batchAsked, body: resendGivenUp,
      handle: async (call: OwnCall<ResendGivenUpBody>) => {
        const [from, to] = [startOf(call.body.fromDay), startOf(call.body.toDay)];
        if (from === undefined || to === undefined) return refused('REFUSED', { message: '日期不正确', field: from === undefined ? 'fromDay' : 'toDay' });
        const asked = await batches.ask(call.body.devId, from, to + dayMs, acting(call));
        return asked.ok ? { body: { batch: asked.value.key, count: asked.value.count } satisfies BatchAskedBody } : refused('REFUSED', { message: batchWords(asked.refusal) });
      },
    },
    {
      name: 'callbacks.batch', method: 'GET', path: '/callbacks/batches/:batch', access: { permission }, summary: '批量重新发送的进度', answer: batchStanding,
      handle: async ({ params }: OwnCall<never>) => {
        const shown = await batches.show(params['batch'] ?? '');
        return shown ? { body: shown satisfies BatchStandingBody } : refused('NOT_FOUND');
      },
    },
    {
      name: 'callbacks.test-address', method: 'POST', path: '/callbacks/test-address', access: { permission }, summary: '测试通知地址', answer: addressTested, body: testAddress,
      handle: async (call: OwnCall<TestAddressBody>) => {
        const came = await test.run(call.body.devId, call.body.origin, acting(call));
        if (!came.ok) return refused(came.refusal === 'too-often' ? 'TOO_MANY' : 'REFUSED', { message: testWords[came.refusal] });
        return { body: { isReached: came.value.kind === 'answered', message: knockWords(came.value) } satisfies AddressTested };
      },
    },
  ];
}
