import { Type, type Static } from '@sinclair/typebox';
import { closed } from './schemas.js';

const alertNo = Type.String({ pattern: '^[0-9]{26}$', description: '提醒编号' });
export const oneAlert = closed({ alertNo });
export const handleAlert = closed({ alertNo, remark: Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\p{Cc}\\p{Cs}\\p{Bidi_Control}]+$', description: '处理说明' }) });
export const alertsRead = closed({ count: Type.Integer() });
export type HandleAlertBody = Static<typeof handleAlert>;
