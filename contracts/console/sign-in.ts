import { Type, type Static } from '@sinclair/typebox';
import { account, activationCode, captcha, challengeNo, cipher, closed, publicKey, signature, totpCode } from './schemas.js';

/** What somebody who has shown a password is asked for next; `home`: nothing more. */
export const nextSteps = ['totp', 'ukey', 'enrol', 'change-password', 'home'] as const;
export const nextStep = Type.Union(nextSteps.map((step) => Type.Literal(step)), { description: '下一步' });
export type NextStep = (typeof nextSteps)[number];

export const askChallenge = closed({
  purpose: Type.Union((['sign-in', 'activate', 'change-password'] as const).map((one) => Type.Literal(one)), { description: '用途' }),
  /** So that it is known whether a picture has to be read. */
  account: Type.Optional(account),
});
export const challenge = closed({
  challengeNo, publicKey,
  nonce: Type.String({ description: '随机数，与口令一同加密' }),
  captcha: Type.Optional(Type.String({ description: '图形验证码（SVG），需要时才有' })),
});
export const signIn = closed({ challengeNo, account, cipher, captcha: Type.Optional(captcha) });
export const signedIn = closed({ next: nextStep });
export const activate = closed({ challengeNo, account, activationCode, cipher, captcha: Type.Optional(captcha) });
export const changePassword = closed({ challengeNo, cipher, newCipher: cipher });

export const enrolment = closed({ secret: Type.String({ description: '动态口令密钥（Base32）' }), uri: Type.String({ description: '供身份验证器扫描的地址' }) });
export const confirmEnrolment = closed({ code: totpCode });
export const proveByCode = closed({ code: totpCode });
export const keyQuestion = closed({ challengeNo, text: Type.String({ description: '待签名的文本' }) });
export const proveByKey = closed({ challengeNo, signature });

export type AskChallenge = Static<typeof askChallenge>;
export type ChallengeAnswer = Static<typeof challenge>;
export type SignInBody = Static<typeof signIn>;
export type ActivateBody = Static<typeof activate>;
export type ChangePasswordBody = Static<typeof changePassword>;
export type Enrolment = Static<typeof enrolment>;
export type KeyQuestion = Static<typeof keyQuestion>;
export type ProveByKey = Static<typeof proveByKey>;
