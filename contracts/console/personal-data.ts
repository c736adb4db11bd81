import { Type, type Static } from '@sinclair/typebox';
import { closed, reason } from './schemas.js';

export const seePayer = closed({ platformOrderNo: Type.String({ pattern: '^[0-9]{26}$', description: '支付订单号' }), reason });
/** What there is of it; nothing is said of what was never told. */
export const payerInClear = closed({ name: Type.Optional(Type.String()), mobile: Type.Optional(Type.String()), certNo: Type.Optional(Type.String()) });

export type SeePayerBody = Static<typeof seePayer>;
export type PayerInClear = Static<typeof payerInClear>;
