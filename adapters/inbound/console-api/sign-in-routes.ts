import type { ActivateOperator, ActivationRefusal } from '../../../application/operators/activate-operator.js';
import type { AskChallenge, GivenChallenge } from '../../../application/operators/ask-challenge.js';
import type { AskKeyQuestion } from '../../../application/operators/ask-key-question.js';
import { choiceWords } from '../../../application/operators/choose-password.js';
import type { EnrolFactor } from '../../../application/operators/enrol-factor.js';
import type { ProofRefusal, ProveFactor } from '../../../application/operators/prove-factor.js';
import type { SignIn, SignInRefusal } from '../../../application/operators/sign-in.js';
import { nothing } from '../../../contracts/console/schemas.js';
import { activate, askChallenge, challenge, confirmEnrolment, enrolment, keyQuestion, proveByCode, proveByKey, signedIn, signIn, type ActivateBody, type AskChallenge as Asked, type ProveByKey, type SignInBody } from '../../../contracts/console/sign-in.js';
import { refused, type Answer, type Call, type ConsoleRoute, type Refusal } from './route.js';

export interface SignInDeps {
  readonly challenges: Pick<AskChallenge, 'forStranger' | 'forPasswordChange'>; readonly signIn: Pick<SignIn, 'run'>; readonly activate: Pick<ActivateOperator, 'run'>; readonly enrol: Pick<EnrolFactor, 'run'>;
  readonly prove: Pick<ProveFactor, 'run'>; readonly keyQuestions: Pick<AskKeyQuestion, 'run'>;
}

const signInRefusals: Readonly<Record<SignInRefusal, Refusal>> = { failed: refused('SIGN_IN_FAILED'), captcha: refused('CAPTCHA'), challenge: refused('CHALLENGE'), 'too-many': refused('TOO_MANY') };
const ofActivation = (refusal: ActivationRefusal): Refusal => (refusal.code === 'password' ? refused('PASSWORD', { message: choiceWords[refusal.why], field: 'cipher' }) : signInRefusals[refusal.code]);
const proofRefusals: Readonly<Record<ProofRefusal, Refusal>> = { 'not-signed-in': refused('NOT_SIGNED_IN'), wrong: refused('FACTOR_WRONG'), challenge: refused('CHALLENGE') };

const shown = ({ challengeNo, publicKey, nonce, captcha }: GivenChallenge): object => ({ challengeNo, publicKey, nonce, ...(captcha !== undefined && { captcha }) });

/** 操作员登录平台. */
const signingIn = ['1.1.6.3.2-f'] as const;

/** Everything before somebody is signed in (AUTH-03, AUTH-05, AUTH-09). */
export function signInRoutes(deps: SignInDeps): readonly ConsoleRoute[] {
  const proven = async (call: Call<never>, proof: Parameters<ProveFactor['run']>[0]['proof']): Promise<Answer | Refusal> => {
    const proved = await deps.prove.run({ ...call.asker, token: call.token ?? '', proof });
    return proved.ok ? { body: { next: proved.value.next }, token: proved.value.token } : proofRefusals[proved.refusal];
  };
  return [
    {
      name: 'challenge', method: 'POST', path: '/challenge', access: 'anyone', summary: '取一次性验证（口令加密公钥、图形验证码）', requirements: signingIn, body: askChallenge, answer: challenge, refuses: ['TOO_MANY', 'NOT_SIGNED_IN'],
      handle: async ({ body: { purpose, account }, token, form: held, asker: { address } }: Call<Asked>) => {
        if (purpose === 'change-password') {
          const asked = await deps.challenges.forPasswordChange(token ?? '', address);
          return asked.ok ? { body: shown(asked.value) } : refused(asked.refusal === 'too-many' ? 'TOO_MANY' : 'NOT_SIGNED_IN');
        }
        const asked = await deps.challenges.forStranger({ purpose, account, form: held === '' ? undefined : held, address });
        return asked.ok ? { body: shown(asked.value), form: asked.value.form } : refused('TOO_MANY');
      },
    },
    {
      name: 'sign-in', method: 'POST', path: '/sign-in', access: 'anyone', summary: '以账号、口令登录', requirements: signingIn, body: signIn, answer: signedIn, refuses: ['SIGN_IN_FAILED', 'CAPTCHA', 'CHALLENGE', 'TOO_MANY'],
      handle: async ({ body: { captcha, ...body }, form, asker }: Call<SignInBody>) => {
        const admitted = await deps.signIn.run({ ...asker, ...body, form, captcha });
        return admitted.ok ? { body: { next: admitted.value.next }, token: admitted.value.token } : signInRefusals[admitted.refusal];
      },
    },
    {
      name: 'activate', method: 'POST', path: '/activate', access: 'anyone', summary: '凭一次性激活码设置口令', requirements: signingIn, body: activate, answer: signedIn, refuses: ['SIGN_IN_FAILED', 'CAPTCHA', 'CHALLENGE', 'TOO_MANY', 'PASSWORD'],
      handle: async ({ body: { captcha, ...body }, form, asker }: Call<ActivateBody>) => {
        const admitted = await deps.activate.run({ ...asker, ...body, form, captcha });
        return admitted.ok ? { body: { next: admitted.value.next }, token: admitted.value.token } : ofActivation(admitted.refusal);
      },
    },
    {
      name: 'enrolment', method: 'POST', path: '/enrolment', access: 'half-signed-in', summary: '取动态口令密钥', requirements: signingIn, body: nothing, answer: enrolment, refuses: ['REFUSED'],
      handle: async ({ token }: Call<object>) => {
        const given = await deps.enrol.run(token ?? '');
        return given.ok ? { body: given.value } : refused(given.refusal === 'not-signed-in' ? 'NOT_SIGNED_IN' : 'REFUSED', given.refusal === 'not-signed-in' ? {} : { message: '已绑定第二因素' });
      },
    },
    { name: 'confirm-enrolment', method: 'POST', path: '/enrolment/confirm', access: 'half-signed-in', summary: '以动态口令完成绑定', requirements: signingIn, body: confirmEnrolment, answer: signedIn, refuses: ['FACTOR_WRONG', 'CHALLENGE'], handle: (call: Call<{ readonly code: string }>) => proven(call as Call<never>, { kind: 'totp', code: call.body.code }) },
    { name: 'prove-by-code', method: 'POST', path: '/prove/code', access: 'half-signed-in', summary: '验证动态口令', requirements: signingIn, body: proveByCode, answer: signedIn, refuses: ['FACTOR_WRONG', 'CHALLENGE'], handle: (call: Call<{ readonly code: string }>) => proven(call as Call<never>, { kind: 'totp', code: call.body.code }) },
    {
      name: 'key-question', method: 'POST', path: '/prove/key-question', access: 'half-signed-in', summary: '取待 UKey 签名的文本', requirements: signingIn, body: nothing, answer: keyQuestion, refuses: ['TOO_MANY', 'REFUSED'],
      handle: async ({ token, asker }: Call<object>) => {
        const asked = await deps.keyQuestions.run(token ?? '', 'sign-in', asker.address);
        return asked.ok ? { body: asked.value } : refused(asked.refusal === 'too-many' ? 'TOO_MANY' : asked.refusal === 'no-ukey' ? 'REFUSED' : 'NOT_SIGNED_IN', asked.refusal === 'no-ukey' ? { message: '账号没有绑定 UKey' } : {});
      },
    },
    { name: 'prove-by-key', method: 'POST', path: '/prove/key', access: 'half-signed-in', summary: '验证 UKey 签名', requirements: signingIn, body: proveByKey, answer: signedIn, refuses: ['FACTOR_WRONG', 'CHALLENGE'], handle: (call: Call<ProveByKey>) => proven(call as Call<never>, { kind: 'ukey', ...call.body }) },
  ];
}
