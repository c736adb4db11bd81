import { consoleMenu, pathOf } from '../../../../../contracts/console/menu.js';
import { alerts, menus, platformLogs } from '../../../../../contracts/lists/management-lists.js';
import { textOf } from './cells.js';
import { coded, flagged, moments, partOf, whole } from './conditions.js';
import { formula } from './list-db.js';
import { plainSource } from './list-source.js';

export const alertsSource = plainSource(alerts, {
  from: (db) => db.from('console_alert', 'alert_of'),
  columns: {
    createTime: 'alert_of.last_at', alertType: 'alert_of.alert_type', alertLevel: 'alert_of.alert_level', message: 'alert_of.message_text', relatedOrderNo: 'alert_of.related_order_no', handleState: 'alert_of.state',
    readState: 'alert_of.state', times: 'alert_of.raise_count', firstTime: 'alert_of.first_at', handlerName: 'alert_of.handled_by', handleTime: 'alert_of.handled_at', remark: 'alert_of.remark', alertNo: 'alert_of.alert_no',
  },
  filters: {
    createDate: moments('alert_of.last_at'), alertType: coded('alert_of.alert_type', 'alertType'), handleState: coded('alert_of.state', 'alertHandled'), readState: coded('alert_of.state', 'alertRead'),
    alertLevel: coded('alert_of.alert_level', 'alertLevel'),
  },
  extras: { is_unread: formula('case ?? when ? then 1 else 0 end', 'alert_of.state', 'unread') },
}, { key: [{ name: 'alert_no', type: 'text' }], front: { name: 'is_unread', type: 'int' } });

/** Without any filter a page of the newest lines is read along the index of time. */
export const platformLogsSource = plainSource(platformLogs, {
  from: (db) => db.from('platform_log', 'line_of'),
  columns: {
    createTime: 'line_of.logged_at', logType: 'line_of.log_type', logLevel: 'line_of.log_level', requestId: 'line_of.request_id', relatedOrderNo: 'line_of.related_order_no', message: 'line_of.content_text',
  },
  filters: {
    createDate: moments('line_of.logged_at'), logType: coded('line_of.log_type', 'logType'), relatedOrderNo: whole('line_of.related_order_no'), requestId: whole('line_of.request_id', false),
    logLevel: coded('line_of.log_level', 'logLevel'),
  },
  extras: { log_no: 'line_of.log_no' },
}, { key: [{ name: 'log_no', type: 'text' }] });

const paths = new Map(consoleMenu.flatMap(({ pages }) => pages.map((page) => [page.key, pathOf(page)] as const)));

export const menusSource = plainSource(menus, {
  from: (db) => db.leftJoin(db.from('console_menu', 'entry_of'), 'console_menu', 'above', ['above.menu_key', 'entry_of.parent_key']),
  columns: {
    menuName: 'entry_of.menu_name', menuPath: 'entry_of.page_key', menuType: 'entry_of.menu_type', parentMenuName: 'above.menu_name', sortNo: 'entry_of.sort_no', enabled: 'entry_of.enabled',
    menuOrigin: 'entry_of.menu_origin', remark: 'entry_of.remark', menuKey: 'entry_of.menu_key', parentKey: 'entry_of.parent_key',
    version: 'entry_of.version', siblingCount: formula('(select count(*) from ?? ?? where ?? = ??)', 'console_menu', 'beside', 'beside.parent_key', 'entry_of.parent_key'),
  },
  filters: { menuName: partOf('entry_of.menu_name'), enabled: flagged('entry_of.enabled') },
}, {
  key: [{ name: 'menu_key', type: 'text' }],
  // A page that this release does not have any more is nowhere.
  read: { menuPath: (row) => paths.get(textOf(row['menu_path']) ?? '') },
});
