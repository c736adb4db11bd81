import { bigint, code, flag, index, int, maybeCode, table, words, type Step } from './steps.js';

/** 菜单管理 (1.1.6.1.1) and 统一日志 (PERF-3-a). */
export const managementTables: readonly Step[] = [
  table('0284-menu', 'console_menu', ['menu_key'], [
    code('menu_key', 64), code('parent_key', 64), words('menu_name', 64), code('menu_type', 16), maybeCode('page_key', 64), int('sort_no'), flag('enabled'), code('menu_origin', 16), words('remark', 200), int('version'),
  ]),
  // Only ever added at one end and deleted at the other.
  table('0285-log', 'platform_log', ['log_no'], [
    code('log_no'), bigint('logged_at'), code('log_type', 16), code('log_level', 16), maybeCode('related_order_no'), words('request_id', 128), words('content_text', 1000),
  ]),
  index('0286-log-time', 'platform_log', 'platform_log_time_ix', ['logged_at', 'log_no']),
  index('0287-log-order', 'platform_log', 'platform_log_order_ix', ['related_order_no', 'logged_at']),
  index('0288-log-request', 'platform_log', 'platform_log_request_ix', ['request_id', 'logged_at']),
  // The first page counts e-bills that failed, however old, among millions that did not.
  index('0289-e-bill-state', 'e_bill', 'e_bill_state_ix', ['state', 'bill_at', 'bus_no']),
];
