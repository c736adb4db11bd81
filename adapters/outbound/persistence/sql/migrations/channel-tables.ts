import { bigint, code, flag, int, longText, maybeBigint, table, uniqueIndex, words, type Step } from './steps.js';

/** Payment channels of the platform, and what an account at one tells besides (1.1.4.1.1, 1.1.4.1.2). */
export const channelTables: readonly Step[] = [
  table('0240-payment-channel', 'payment_channel', ['channel_no'], [
    code('channel_no'), words('channel_name', 100), code('pay_channel', 16), flag('pay_enabled'), longText('pay_methods'), flag('reconcile_enabled'), code('bill_source', 16), code('bill_time', 8),
    flag('split_enabled'), flag('enabled'), words('remark', 200), bigint('created_at'), int('version'),
  ]),
  uniqueIndex('0241-channel-adapter', 'payment_channel', 'payment_channel_adapter_ux', ['pay_channel']),
  { id: '0242-account-remark', change: 'add-column', table: 'channel_merchant', column: words('remark', 200) },
  { id: '0243-account-created', change: 'add-column', table: 'channel_merchant', column: maybeBigint('created_at') },
];
