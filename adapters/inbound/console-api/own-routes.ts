import type { AskKeyQuestion } from '../../../application/operators/ask-key-question.js';
import type { ChangePassword } from '../../../application/operators/change-password.js';
import type { ReadMenu } from '../../../application/menus/read-menu.js';
import { choiceWords } from '../../../application/operators/choose-password.js';
import type { Proof } from '../../../application/operators/factor-check.js';
import type { SignOut } from '../../../application/operators/sign-out.js';
import type { StepUp } from '../../../application/operators/step-up.js';
import { me } from '../../../contracts/console/me.js';
import { done, nothing } from '../../../contracts/console/schemas.js';
import { changePassword, keyQuestion, proveByCode, proveByKey, signedIn, type ChangePasswordBody, type ProveByKey } from '../../../contracts/console/sign-in.js';
import { meOf, type MeFacts } from './me.js';
import { refused, type Call, type ConsoleRoute, type OwnCall } from './route.js';

export interface OwnDeps {
  readonly changePassword: Pick<ChangePassword, 'run'>; readonly signOut: Pick<SignOut, 'run'>; readonly stepUp: Pick<StepUp, 'run'>;
  readonly keyQuestions: Pick<AskKeyQuestion, 'run'>; readonly facts: MeFacts; readonly menu: Pick<ReadMenu, 'run'>;
}

/** What everybody may do who is signed in, about the own account and no other. */
export function ownRoutes(deps: OwnDeps): readonly ConsoleRoute[] {
  const steppedUp = async (call: OwnCall<never>, proof: Proof) => {
    const proved = await deps.stepUp.run({ ...call.asker, token: call.token ?? '', proof });
    return proved.ok ? { body: { done: true }, token: proved.value.token } : refused(proved.refusal === 'wrong' ? 'FACTOR_WRONG' : proved.refusal === 'challenge' ? 'CHALLENGE' : 'NOT_SIGNED_IN');
  };
  return [
    { name: 'me', method: 'GET', path: '/me', access: 'signed-in', summary: '当前登录的操作员、菜单和权限', answer: me, handle: async ({ who }: OwnCall<never>) => ({ body: meOf(who, await deps.menu.run(), deps.facts) }) },
    {
      name: 'change-password', method: 'POST', path: '/change-password', access: 'half-signed-in', summary: '修改口令', requirements: ['1.1.6.3.2-f'], body: changePassword, answer: signedIn, refuses: ['PASSWORD', 'SIGN_IN_FAILED', 'CHALLENGE'],
      handle: async ({ body, token, asker }: Call<ChangePasswordBody>) => {
        const changed = await deps.changePassword.run({ ...asker, ...body, token: token ?? '' });
        if (changed.ok) return { body: { next: changed.value.next }, token: changed.value.token };
        const { refusal } = changed;
        switch (refusal.code) {
          case 'password': return refused('PASSWORD', { message: choiceWords[refusal.why], field: 'newCipher' });
          case 'failed': return refused('SIGN_IN_FAILED', { message: '原口令不正确', field: 'cipher' });
          case 'challenge': return refused('CHALLENGE');
          case 'not-signed-in': return refused('NOT_SIGNED_IN');
        }
      },
    },
    { name: 'step-up-by-code', method: 'POST', path: '/step-up/code', access: 'signed-in', summary: '再次验证身份（动态口令）', body: proveByCode, answer: done, refuses: ['FACTOR_WRONG', 'CHALLENGE'], handle: (call: OwnCall<{ readonly code: string }>) => steppedUp(call as OwnCall<never>, { kind: 'totp', code: call.body.code }) },
    {
      name: 'step-up-question', method: 'POST', path: '/step-up/key-question', access: 'signed-in', summary: '再次验证身份：取待 UKey 签名的文本', body: nothing, answer: keyQuestion, refuses: ['TOO_MANY', 'REFUSED'],
      handle: async ({ token, asker }: OwnCall<object>) => {
        const asked = await deps.keyQuestions.run(token ?? '', 'step-up', asker.address);
        return asked.ok ? { body: asked.value } : refused(asked.refusal === 'too-many' ? 'TOO_MANY' : 'REFUSED');
      },
    },
    { name: 'step-up-by-key', method: 'POST', path: '/step-up/key', access: 'signed-in', summary: '再次验证身份（UKey）', body: proveByKey, answer: done, refuses: ['FACTOR_WRONG', 'CHALLENGE'], handle: (call: OwnCall<ProveByKey>) => steppedUp(call as OwnCall<never>, { kind: 'ukey', ...call.body }) },
    {
      name: 'sign-out', method: 'POST', path: '/sign-out', access: 'half-signed-in', summary: '退出登录', requirements: ['1.1.6.3.2-f'], body: nothing, answer: done,
      handle: async ({ token, asker }: Call<object>) => { await deps.signOut.run(token ?? '', asker); return { body: { done: true }, token: '' }; },
    },
  ];
}
