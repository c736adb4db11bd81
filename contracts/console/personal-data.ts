import { Type, type Static } from '@sinclair/typebox';
import { devId } from './developers.js';
import { operatorNo } from './operators.js';
import { institutionNo } from './payees.js';
import { closed, reason } from './schemas.js';

export const seePayer = closed({ platformOrderNo: Type.String({ pattern: '^[0-9]{26}$', description: '支付订单号' }), reason });
/** What there is of it; nothing is said of what was never told. */
export const payerInClear = closed({ name: Type.Optional(Type.String()), mobile: Type.Optional(Type.String()), certNo: Type.Optional(Type.String()) });

export const seeOperatorContact = closed({ operatorNo, reason });
export const seeInstitutionContact = closed({ institutionNo, reason });
export const seeDeveloperContact = closed({ devId, reason });
export const mobileInClear = closed({ mobile: Type.String({ description: '手机号（完整）' }) });

export type SeePayerBody = Static<typeof seePayer>;
export type PayerInClear = Static<typeof payerInClear>;
export type SeeOperatorContactBody = Static<typeof seeOperatorContact>;
export type SeeInstitutionContactBody = Static<typeof seeInstitutionContact>;
export type SeeDeveloperContactBody = Static<typeof seeDeveloperContact>;
export type MobileInClear = Static<typeof mobileInClear>;
