import { bigint, code, index, int, maybeBigint, maybeCode, table, uniqueIndex, words, type Step } from './steps.js';

/** 统一提醒 (PERF-3-b). */
export const alertTables: readonly Step[] = [
  table('0280-alert', 'console_alert', ['alert_no'], [
    code('alert_no'), code('wait_place', 160), code('alert_type', 16), code('alert_level', 16), code('event_name', 64), words('message_text', 500), maybeCode('related_order_no'), int('raise_count'),
    bigint('first_at'), bigint('last_at'), code('state', 16), words('handled_by', 128), maybeBigint('handled_at'), words('remark', 200), int('version'),
  ]),
  // One alert waits for one thing.
  uniqueIndex('0281-alert-place', 'console_alert', 'console_alert_place_uq', ['wait_place']),
  index('0282-alert-list', 'console_alert', 'console_alert_list_ix', ['last_at', 'alert_no']),
  index('0283-alert-state', 'console_alert', 'console_alert_state_ix', ['state', 'last_at', 'alert_no']),
];
