import { Type, type TObject, type TProperties } from '@sinclair/typebox';

/** A body that takes its own fields and no others (RBAC-04). */
export const closed = <T extends TProperties>(properties: T, options: object = {}): TObject<T> => Type.Object(properties, { additionalProperties: false, ...options });

export const challengeNo = Type.String({ pattern: '^[0-9]{26}$', description: '验证编号' });
/** SM2, C1C3C2, hex: what was typed and the nonce of the challenge, as JSON. */
export const cipher = Type.String({ pattern: '^[0-9a-f]{192,4096}$', description: '用验证公钥加密的口令（SM2，C1C3C2，十六进制）' });
export const account = Type.String({ minLength: 1, maxLength: 64, description: '登录账号' });
export const captcha = Type.String({ minLength: 1, maxLength: 12, description: '图形验证码' });
export const totpCode = Type.String({ pattern: '^[0-9]{6}$', description: '动态口令' });
export const signature = Type.String({ pattern: '^[0-9a-f]{128}$', description: 'UKey 签名（SM2，r 与 s，十六进制）' });
export const publicKey = Type.String({ pattern: '^04[0-9a-f]{128}$', description: 'SM2 公钥（十六进制）' });
export const activationCode = Type.String({ minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$', description: '一次性激活码' });
/** Of the record that a form was filled from. */
export const version = Type.Integer({ minimum: 1, description: '版本' });
export const nothing = closed({});
/** Answer of whatever only had to be done. */
export const done = closed({ done: Type.Literal(true) });
/** What an operator says of a deed that needs no reason; it stands with the deed in the operation log. */
export const deedRemark = Type.Optional(Type.String({ maxLength: 200, pattern: '^[^\\p{Cc}\\p{Cs}\\p{Bidi_Control}]*$', description: '操作备注，记入操作日志' }));
/** Why somebody does what is to be accounted for. No control characters and no halves of characters. */
export const reason = Type.String({ minLength: 2, maxLength: 200, pattern: '^[^\\p{Cc}\\p{Cs}\\p{Bidi_Control}]+$', description: '原因' });
