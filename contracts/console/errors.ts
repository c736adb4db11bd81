import { Type, type Static } from '@sinclair/typebox';
import { closed } from './schemas.js';

/** Every refusal of the console, with its HTTP status and what a person reads. */
export const consoleErrors = {
  BAD_REQUEST: [400, '请求内容不正确'],
  NOT_SIGNED_IN: [401, '请先登录'],
  KICKED: [401, '账号已在别处登录，本次登录已结束'],
  SESSION_ENDED: [401, '登录已失效，请重新登录'],
  SIGN_IN_FAILED: [401, '账号、口令或验证码不正确，或账号暂不能登录'],
  CAPTCHA: [401, '请输入图形验证码'],
  FACTOR_WRONG: [401, '动态口令或 UKey 验证不通过'],
  CHALLENGE: [409, '验证已过期或已使用，请重新操作'],
  STEP_UP: [403, '此操作须再次验证身份'],
  FORBIDDEN: [403, '没有权限'],
  NOT_FOUND: [404, '没有找到'],
  PASSWORD: [422, '口令不符合要求'],
  REFUSED: [422, '不能这样做'],
  TOO_LARGE: [413, '内容过大'],
  TOO_MANY: [429, '操作过于频繁，请稍后再试'],
  BUSY: [503, '系统繁忙，请稍后再试'],
  FAULT: [500, '系统内部错误，请稍后再试'],
} as const satisfies Readonly<Record<string, readonly [status: number, message: string]>>;
export type ConsoleErrorCode = keyof typeof consoleErrors;

export const errorBody = closed({
  code: Type.Union(Object.keys(consoleErrors).map((code) => Type.Literal(code))),
  message: Type.String({ description: '说明' }),
  field: Type.Optional(Type.String({ description: '有问题的一项' })),
  traceId: Type.String({ description: '追踪号' }),
});
export type ErrorBody = Static<typeof errorBody>;
