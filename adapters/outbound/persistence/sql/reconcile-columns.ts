import type { Bill, BillTotals } from '../../../../domain/reconciliation/bill-line.js';
import { differenceArrows, differenceKinds, type Difference, type Outcome } from '../../../../domain/reconciliation/difference.js';
import type { HandlingNote } from '../../../../domain/reconciliation/handling.js';
import { outcomes, runArrows, type DayState, type ReconcileDay, type ReconcileRun, type RunChanges, type RunFigures, type RunItem } from '../../../../domain/reconciliation/run.js';
import { epochMs, fen, fenSum, int, longText, oneOf, optional, text, words, type Codec } from './codecs.js';
import { payChannel, stateOf } from './domain-codecs.js';
import { SqlTable } from './sql-table.js';
import { tradeKey, tradeKind } from './trade-repository.js';

const day = text(8);
const number = text(32);
const who = text(128, 'any');
/** A channel's numbers are foreign text. */
const subject = text(160, 'any');
const outcome = oneOf<Outcome>(outcomes);

/** Amounts in JSON are texts in fen, so that a count stays a number. */
export const withMoney = <T>(): Codec<T> => ({
  encode: (value) => longText.encode(JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part))),
  decode: (stored) => revived(JSON.parse(longText.decode(stored))) as T,
});
/** Texts in these values are amounts and nothing else. */
function revived(value: unknown): unknown {
  if (typeof value === 'string') return fenSum.decode(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, revived(part)]));
}

export const billTable = new SqlTable<Bill>('channel_bill', {
  billNo: ['bill_no', number], channelMerchantId: ['channel_merchant_id', number], clearingDay: ['clearing_day', day], origin: ['origin', oneOf<Bill['origin']>(['download', 'upload'])],
  fileNo: ['file_no', number], fileName: ['file_name', words(256)], byteSize: ['byte_size', int], digest: ['file_digest', text(64)],
  totals: ['totals', withMoney<BillTotals>()], receivedAt: ['received_at', epochMs], receivedBy: ['received_by', who],
}, ['billNo']);

export const runTable = new SqlTable<ReconcileRun>('reconcile_run', {
  runNo: ['run_no', number], channelMerchantId: ['channel_merchant_id', number], payChannel: ['pay_channel', payChannel], clearingDay: ['clearing_day', day],
  sequence: ['run_sequence', int], billNo: ['bill_no', optional(number)], state: ['state', stateOf(runArrows)], linesDone: ['lines_done', int],
  lineCount: ['line_count', int], missingAfter: ['missing_after', optional(tradeKey)], figures: ['figures', withMoney<RunFigures>()],
  changes: ['run_changes', withMoney<RunChanges>()], startedAt: ['started_at', epochMs], endedAt: ['ended_at', optional(epochMs)], startedBy: ['started_by', who],
  cancelAskedBy: ['cancel_asked_by', optional(who)], remark: ['remark', words(512)], version: ['version', int],
}, ['runNo'], ['channelMerchantId', 'payChannel', 'clearingDay', 'sequence', 'startedAt', 'startedBy']);

export const itemTable = new SqlTable<RunItem>('reconcile_item', {
  runNo: ['run_no', number], itemNo: ['item_no', int], subject: ['subject_key', subject], outcome: ['outcome', outcome],
  change: ['change_kind', oneOf<RunItem['change']>(['new', 'same', 'gone', 'corrected', 'withdrawn'])],
  hereAmount: ['here_amount', optional<bigint>(fenSum)], thereAmount: ['there_amount', optional<bigint>(fenSum)],
}, ['runNo', 'itemNo']);

const dayStates = ['awaiting-bill', 'running', 'balanced', 'differs', 'no-bill', 'not-reconciled'] as const satisfies readonly DayState[];
export const dayTable = new SqlTable<ReconcileDay>('reconcile_day', {
  channelMerchantId: ['channel_merchant_id', number], clearingDay: ['clearing_day', day], payChannel: ['pay_channel', payChannel], state: ['state', oneOf<DayState>(dayStates)],
  billNo: ['bill_no', optional(number)], lastRunNo: ['last_run_no', optional(number)], runningNo: ['running_no', optional(number)], runCount: ['run_count', int],
  reconcileCount: ['reconcile_count', int], reconcileAmount: ['reconcile_amount', fenSum], settledAmount: ['settled_amount', fenSum], feeAmount: ['fee_amount', fenSum],
  openCount: ['open_count', int], waitingCount: ['waiting_count', int], tries: ['tries', int], lastTriedAt: ['last_tried_at', optional(epochMs)],
  lastWord: ['last_word', words(256)], reconciledAt: ['reconciled_at', optional(epochMs)], version: ['version', int],
}, ['channelMerchantId', 'clearingDay']);

export const differenceTable = new SqlTable<Difference>('reconcile_difference', {
  differenceNo: ['difference_no', number], channelMerchantId: ['channel_merchant_id', number], payChannel: ['pay_channel', payChannel], subject: ['subject_key', subject],
  outcome: ['outcome', oneOf(differenceKinds)], state: ['state', stateOf(differenceArrows)], clearingDay: ['clearing_day', day], kind: ['kind', optional(tradeKind)],
  merchantNo: ['merchant_no', optional(number)], platformOrderNo: ['platform_order_no', optional(number)], bizOrderNo: ['biz_order_no', optional(text(128))],
  ownNo: ['own_no', words(160)], channelNo: ['channel_no', words(160)], hereAmount: ['here_amount', optional(fen)], thereAmount: ['there_amount', optional(fen)],
  hereFee: ['here_fee', optional(fenSum)], thereFee: ['there_fee', optional(fenSum)], thereSettled: ['there_settled', optional(fenSum)],
  suggestedKey: ['suggested_key', optional(tradeKey)], happenedAt: ['happened_at', optional(epochMs)], detail: ['detail_text', words(800)],
  firstRunNo: ['first_run_no', number], lastRunNo: ['last_run_no', number], createdAt: ['created_at', epochMs], version: ['version', int],
}, ['differenceNo'], ['channelMerchantId', 'payChannel', 'subject', 'firstRunNo', 'createdAt']);

export const noteTable = new SqlTable<HandlingNote>('handling_note', {
  noteNo: ['note_no', number], objectKind: ['object_kind', oneOf<HandlingNote['objectKind']>(['difference', 'abnormal', 'repeat', 'notice', 'leg-gap'])], objectNo: ['object_no', text(64)],
  action: ['note_action', oneOf<HandlingNote['action']>(['follow', 'handle', 'refund-asked', 'refund-approved', 'refund-rejected'])], note: ['note_text', words(500)],
  operator: ['operator_name', who], at: ['noted_at', epochMs],
}, ['noteNo']);
