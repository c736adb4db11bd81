import type { CellValue } from '../../../../../application/ports/list-reader.js';
import { codeOf } from '../../../../../contracts/lists/codes.js';
import { differences, reconcileDayDetails, reconcileDays, reconcileLog, reconcileMerchantDays } from '../../../../../contracts/lists/reconciliation-lists.js';
import type { DayState } from '../../../../../domain/reconciliation/run.js';
import { int } from '../codecs.js';
import { textOf } from './cells.js';
import { coded, days, merchantNamed, none, oneDay, rangeOf, whole } from './conditions.js';
import { merchantName, nothing, payeeName, signed, withMerchant, withPayee } from './joins.js';
import { formula } from './list-db.js';
import { plainSource, unionSource, type Condition, type ListSource, type Part, type RawRow } from './list-source.js';

/** Of several channel merchants the state that wants most attention names the day. */
const byUrgency = ['no-bill', 'balanced', 'not-reconciled', 'awaiting-bill', 'running', 'differs'] as const satisfies readonly DayState[];
const urgency = formula(`max(case ?? ${byUrgency.map((_, rank) => `when ? then ${rank}`).join(' ')} end)`, 'day_of.state', ...byUrgency);
const mostUrgent = (row: RawRow): CellValue => codeOf('reconcileState', byUrgency[int.decode(row['reconcile_state'])] ?? '');

const sumOf = (column: string) => formula('sum(??)', column);

export const reconcileDaysSource = plainSource(reconcileDays, {
  from: (db) => db.from('reconcile_day', 'day_of'), groupBy: ['day_of.clearing_day'],
  columns: {
    reconcileDate: 'day_of.clearing_day', reconcileCount: sumOf('day_of.reconcile_count'), reconcileAmount: sumOf('day_of.reconcile_amount'),
    reconcileState: urgency, differenceCount: sumOf('day_of.open_count'), waitingCount: sumOf('day_of.waiting_count'),
  },
  filters: { reconcileDate: days('day_of.clearing_day') },
}, { key: [], read: { reconcileState: mostUrgent } });

/** Keeps the last day of each channel merchant within the range that was asked for. */
const latest: Condition = (query, _, { db, query: { filters } }) => {
  const later = db.from('reconcile_day', 'later').select('later.clearing_day')
    .whereRaw('?? = ??', ['later.channel_merchant_id', 'day_of.channel_merchant_id']).whereRaw('?? > ??', ['later.clearing_day', 'day_of.clearing_day']);
  const { to } = rangeOf(filters['reconcileDate']);
  if (to !== undefined) later.where('later.clearing_day', '<=', to);
  query.whereNotExists(later);
};

export const reconcileMerchantDaysSource = plainSource(reconcileMerchantDays, {
  from: (db) => withMerchant(db, db.from('reconcile_day', 'day_of'), 'day_of.channel_merchant_id'),
  columns: {
    reconcileDate: 'day_of.clearing_day', reconcileCount: 'day_of.reconcile_count', reconcileAmount: 'day_of.reconcile_amount',
    payChannel: 'day_of.pay_channel', channelMerchantName: merchantName, reconcileState: 'day_of.state', differenceCount: 'day_of.open_count',
    waitingCount: 'day_of.waiting_count', channelMerchantId: 'day_of.channel_merchant_id', billNo: 'day_of.bill_no',
  },
  filters: {
    reconcileDate: days('day_of.clearing_day'), payChannel: coded('day_of.pay_channel', 'payChannel'),
    channelMerchantName: merchantNamed('day_of.channel_merchant_id'), latestOnly: latest,
  },
}, { key: [{ name: 'channel_merchant_id', type: 'text' }] });

/** What a run without a word of its own did. */
function remarkOf(row: RawRow): CellValue {
  const said = textOf(row['remark']);
  if (said !== undefined) return said;
  return textOf(row['bill_no']) === undefined ? '渠道当日无账单' : `账单共${int.decode(row['line_count'])}行，已核对${int.decode(row['lines_done'])}行`;
}

export const reconcileLogSource = plainSource(reconcileLog, {
  from: (db) => db.from('reconcile_run', 'run_of'),
  columns: {
    logTime: 'run_of.started_at', merchantSettleTime: 'run_of.clearing_day', platformSettleTime: 'run_of.ended_at', remark: 'run_of.remark',
    runState: 'run_of.state', runNo: 'run_of.run_no', billNo: 'run_of.bill_no',
  },
  extras: { line_count: 'run_of.line_count', lines_done: 'run_of.lines_done' },
  filters: { channelMerchantId: whole('run_of.channel_merchant_id'), reconcileDate: oneDay('run_of.clearing_day') },
}, { key: [{ name: 'run_no', type: 'text' }], read: { remark: remarkOf } });


type Details = typeof reconcileDayDetails;
const hereOrThere = (sign: '' | '-') => `${sign}coalesce(??, ??, 0)`;

/** What the bills of the day settled; a trade with a difference says so. */
const settledOfDay: Part<Details> = {
  from: (db) => withMerchant(db, db.leftJoinUnless(db.from('settlement_entry', 'entry'), 'reconcile_difference', 'diff', ['diff.state', 'cleared'],
    ['diff.channel_merchant_id', 'entry.channel_merchant_id'], ['diff.subject_key', 'entry.trade_key'], ['diff.clearing_day', 'entry.clearing_day']), 'entry.channel_merchant_id'),
  columns: {
    tradeTime: 'entry.trade_at', bizOrderNo: 'entry.biz_order_no', tradeAmount: 'entry.trade_amount', settleTime: 'entry.created_at',
    settledAmount: 'entry.settled_amount', feeAmount: 'entry.fee_amount', payChannel: 'entry.pay_channel', channelMerchantName: merchantName,
    outcome: formula('coalesce(??, ?)', 'diff.outcome', 'matched'),
  },
  extras: { row_key: 'entry.trade_key', row_no: 'entry.entry_no' },
  filters: {
    reconcileDate: oneDay('entry.clearing_day'), channelMerchantName: merchantNamed('entry.channel_merchant_id'),
    outcome: (query, value, asked) => {
      if (value === 'MATCHED') query.whereNull('diff.outcome');
      else coded('diff.outcome', 'outcome')(query, value, asked);
    },
    differing: (query) => { query.whereNotNull('diff.outcome'); },
  },
};

/** What did not agree and of which the bills of the day settled nothing. */
const unsettledOfDay: Part<Details> = {
  from: (db) => withMerchant(db, db.from('reconcile_difference', 'diff').whereNot('diff.state', 'cleared').whereNotExists(
    db.from('settlement_entry', 'entry').select('entry.trade_key')
    .whereRaw('?? = ??', ['entry.trade_key', 'diff.subject_key']).whereRaw('?? = ??', ['entry.clearing_day', 'diff.clearing_day'])),
  'diff.channel_merchant_id'),
  columns: {
    tradeTime: formula('coalesce(??, ??)', 'diff.happened_at', 'diff.created_at'), bizOrderNo: 'diff.biz_order_no',
    tradeAmount: formula(`case when ?? = ? then ${hereOrThere('-')} else ${hereOrThere('')} end`,
      'diff.kind', 'refund', 'diff.here_amount', 'diff.there_amount', 'diff.here_amount', 'diff.there_amount'),
    settleTime: nothing, settledAmount: nothing, feeAmount: nothing, payChannel: 'diff.pay_channel', channelMerchantName: merchantName, outcome: 'diff.outcome',
  },
  extras: { row_key: 'diff.difference_no', row_no: formula('-1') },
  filters: {
    reconcileDate: oneDay('diff.clearing_day'), channelMerchantName: merchantNamed('diff.channel_merchant_id'),
    outcome: (query, value, asked) => {
      if (value === 'MATCHED') none(query);
      else coded('diff.outcome', 'outcome')(query, value, asked);
    },
    differing: () => undefined,
  },
};

export const reconcileDayDetailsSource = unionSource(reconcileDayDetails, [settledOfDay, unsettledOfDay], { key: [{ name: 'row_key', type: 'text' }, { name: 'row_no', type: 'int' }] });

export const differencesSource: ListSource = plainSource(differences, {
  from: (db) => withPayee(db, withMerchant(db, db.from('reconcile_difference', 'diff'), 'diff.channel_merchant_id'), 'diff.merchant_no'),
  columns: {
    reconcileDate: 'diff.clearing_day', payChannel: 'diff.pay_channel', channelMerchantName: merchantName, outcome: 'diff.outcome', differenceState: 'diff.state',
    orderType: 'diff.kind', tradeTime: 'diff.happened_at', payeeName, bizOrderNo: 'diff.biz_order_no', platformOrderNo: 'diff.platform_order_no',
    ownNo: 'diff.own_no', channelOrderNo: 'diff.channel_no', hereAmount: signed('diff.kind', 'diff.here_amount'), thereAmount: signed('diff.kind', 'diff.there_amount'),
    thereSettled: 'diff.there_settled', hereFee: 'diff.here_fee', thereFee: 'diff.there_fee', suggestion: 'diff.suggested_key', explanation: 'diff.detail_text',
    foundTime: 'diff.created_at', differenceNo: 'diff.difference_no', lastRunNo: 'diff.last_run_no',
  },
  filters: {
    reconcileDate: days('diff.clearing_day'), payChannel: coded('diff.pay_channel', 'payChannel'), channelMerchantName: merchantNamed('diff.channel_merchant_id'),
    outcome: coded('diff.outcome', 'outcome'), differenceState: coded('diff.state', 'differenceState'),
  },
}, { key: [{ name: 'difference_no', type: 'text' }] });
