import type { AskKeyQuestion } from '../../../application/operators/ask-key-question.js';
import type { KeyAnswer, ManageKeys } from '../../../application/operators/manage-keys.js';
import type { KeyOfferRefusal, RegisterKey } from '../../../application/operators/register-key.js';
import { decideKey, registerKey, registeredKey, reportKey, type DecideKeyBody, type RegisterKeyBody, type ReportKeyBody } from '../../../contracts/console/operators.js';
import { done, nothing } from '../../../contracts/console/schemas.js';
import { keyQuestion } from '../../../contracts/console/sign-in.js';
import { maskPrint } from '../../../domain/operators/operator-key.js';
import { acting } from './acting.js';
import { answered, doneBody, type Said } from './answers.js';
import { refused, type ConsoleRoute, type OwnCall } from './route.js';

export interface KeyDeps { readonly keyQuestions: Pick<AskKeyQuestion, 'run'>; readonly registerKey: Pick<RegisterKey, 'run'>; readonly keys: Pick<ManageKeys, 'reportLost' | 'decide'> }

/** Where the form shows them; what is not here concerns the whole of it. */
const offers: Readonly<Record<Exclude<KeyOfferRefusal, 'challenge'>, Said>> = {
  'not-a-key': ['不是 SM2 曲线上的公钥', 'publicKey'], 'key-taken': ['此公钥已登记过（使用中、待审批、已解除，或属于其他账号），请换一个 UKey', 'publicKey'],
  'not-signed': ['签名与公钥或待签名文本不符', 'signature'], 'waiting-already': ['已有待审批的 UKey，请等待安全管理员审批', undefined],
};
type ManageWord = Extract<KeyAnswer, { readonly ok: false }>['refusal'];
const manageWords: Readonly<Record<ManageWord, string>> = {
  unknown: '没有这个 UKey', 'own-key': '不能审批自己的 UKey', 'own-request': '不能审批自己提出的申请', 'not-waiting': '申请已处理', 'not-in-use': 'UKey 不在使用中',
  'last-officer': '至少要保留一名在岗的同类管理员', 'no-factor': '账号没有绑定第二因素',
};
const say = (refusal: ManageWord): Said => [manageWords[refusal], undefined];

/** UKeys of operators: everybody hands in the own one, the system officer reports one lost, the security officer decides (AUTH-03). */
export function keyRoutes({ keyQuestions, registerKey: register, keys }: KeyDeps): readonly ConsoleRoute[] {
  return [
    {
      name: 'keys.question', method: 'POST', path: '/keys/question', access: 'signed-in', stepUp: true, summary: '登记 UKey：取待其签名的文本', body: nothing, answer: keyQuestion, refuses: ['TOO_MANY'],
      handle: async ({ token, asker }: OwnCall<object>) => {
        const asked = await keyQuestions.run(token ?? '', 'register', asker.address);
        return asked.ok ? { body: asked.value } : refused(asked.refusal === 'too-many' ? 'TOO_MANY' : 'NOT_SIGNED_IN');
      },
    },
    {
      name: 'keys.register', method: 'POST', path: '/keys/register', access: 'signed-in', stepUp: true, summary: '登记自己的 UKey（由安全管理员审批后生效）', body: registerKey, answer: registeredKey, refuses: ['CHALLENGE', 'REFUSED'],
      handle: async ({ token, asker, body }: OwnCall<RegisterKeyBody>) => {
        const asked = await register.run({ ...asker, ...body, token: token ?? '' });
        if (asked.ok) return { body: { keyNo: asked.value.keyNo, print: maskPrint(asked.value.print) } };
        if (asked.refusal === 'challenge') return refused('CHALLENGE');
        if (asked.refusal === 'not-signed-in') return refused('NOT_SIGNED_IN');
        const [message, field] = offers[asked.refusal];
        return refused('REFUSED', { message, ...(field !== undefined && { field }) });
      },
    },
    {
      name: 'keys.report-lost', method: 'POST', path: '/keys/report-lost', access: { permission: 'platform.operator-keys.report' }, stepUp: true, summary: '挂失操作员的 UKey', body: reportKey, answer: done, refuses: ['REFUSED'],
      handle: async (call: OwnCall<ReportKeyBody>) => answered(await keys.reportLost(acting(call), call.body.keyNo, call.body.remark), doneBody, say),
    },
    {
      name: 'keys.decide', method: 'POST', path: '/keys/decide', access: { permission: 'platform.operator-keys.decide' }, stepUp: true, summary: '审批 UKey 的登记或挂失', body: decideKey, answer: done, refuses: ['REFUSED'],
      handle: async (call: OwnCall<DecideKeyBody>) => answered(await keys.decide(acting(call), call.body.keyNo, call.body.decision, call.body.remark), doneBody, say),
    },
  ];
}
