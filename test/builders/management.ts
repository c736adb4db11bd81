import type { Alert } from '../../domain/alerts/alert.js';
import type { LogRow } from '../../domain/logs/log-row.js';
import type { MenuEntry } from '../../domain/menus/menu.js';
import { no, noon } from './moments.js';

export const anAlert = (changes: Partial<Alert> = {}): Alert => ({
  alertNo: no(7801), place: 'callback-given-up:P1', alertType: 'callback', level: 'major', event: 'callback-given-up', message: '通知业务系统多次未成功（次数 6）', relatedOrderNo: 'P1', times: 1, firstAt: noon, lastAt: noon,
  state: 'unread', handledBy: undefined, handledAt: undefined, remark: '', version: 1, ...changes,
});

export const aLogRow = (changes: Partial<LogRow> = {}): LogRow =>
  ({ logNo: no(7901), at: noon, logType: 'request', level: 'info', relatedOrderNo: 'P1', requestId: 'req-1', content: 'gateway-answered method=epay-trade-core.order.query code=10000', ...changes });

export const aMenuEntry = (changes: Partial<MenuEntry> = {}): MenuEntry =>
  ({ menuKey: 'p.pay-orders', parentKey: 'd.desk', menuName: '支付订单', menuType: 'page', pageKey: 'pay-orders', sortNo: 1, enabled: true, origin: 'delivered', remark: '', version: 1, ...changes });
