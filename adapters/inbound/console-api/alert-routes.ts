import type { AlertRefusal, HandleAlerts } from '../../../application/alerts/handle-alerts.js';
import { alertsRead, handleAlert, oneAlert, type HandleAlertBody } from '../../../contracts/console/alerts.js';
import { nothing } from '../../../contracts/console/schemas.js';
import type { Result } from '../../../domain/kernel/result.js';
import { acting } from './acting.js';
import { refused, type Answer, type ConsoleRoute, type OwnCall, type Refusal } from './route.js';

export interface AlertDeps { readonly alerts: Pick<HandleAlerts, 'read' | 'readAll' | 'handle'> }

const words: Readonly<Record<AlertRefusal, string>> = { unknown: '没有这条提醒', 'not-unread': '提醒已读或已处理', 'handled-already': '提醒已处理' };
const access = { permission: 'platform.alerts.handle' } as const;
const answered = (came: Result<number, AlertRefusal>): Answer | Refusal => (came.ok ? { body: { count: came.value } } : refused('REFUSED', { message: words[came.refusal] }));

/** 统一提醒 (PERF-3-b). */
export const alertRoutes = ({ alerts }: AlertDeps): readonly ConsoleRoute[] => [
  { name: 'alerts.read', method: 'POST', path: '/alerts/read', access, summary: '将提醒标为已读', requirements: ['PERF-3-b'], answer: alertsRead, body: oneAlert, handle: async (call: OwnCall<{ readonly alertNo: string }>) => answered(await alerts.read(acting(call), call.body.alertNo)) },
  { name: 'alerts.read-all', method: 'POST', path: '/alerts/read-all', access, summary: '将全部提醒标为已读', requirements: ['PERF-3-b'], answer: alertsRead, body: nothing, handle: async (call: OwnCall<object>) => answered(await alerts.readAll(acting(call))) },
  {
    name: 'alerts.handle', method: 'POST', path: '/alerts/handle', access, summary: '处理提醒', requirements: ['PERF-3-b'], answer: alertsRead, body: handleAlert,
    handle: async (call: OwnCall<HandleAlertBody>) => answered(await alerts.handle(acting(call), call.who.operator.name, call.body.alertNo, call.body.remark)),
  },
];
