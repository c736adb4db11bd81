import { textIn } from '../../shared/form-values.js';
import { api } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, said, type Field, type ListAction } from './action-types.js';

const note: Field = { kind: 'words', name: 'note', label: '处理说明', isRequired: true, maxLength: 500 };
const noteForm = () => ({ fields: [note], initial: {} });
const isOpen = (row: Row): boolean => row['handleState'] !== '2';

/** 处理, 跟踪 and 退回款项 of a repeat payment or of an abnormal order (1.1.4.4.4-i, 1.1.4.4.5-b, -c). */
const deskActions = (kind: 'repeat-orders' | 'abnormal-orders', column: string, mayGoBack: (row: Row) => boolean): readonly ListAction[] => {
  const permission = `service-desk.${kind}.handle`;
  const review = 'service-desk.refund-orders.review';
  const refundable = (row: Row): boolean => isOpen(row) && mayGoBack(row);
  const isAsked = (row: Row): boolean => refundable(row) && row['giveBackState'] === '0';
  return [
    {
      on: 'row', key: 'handle', title: '处理', permission, isFor: isOpen, words: () => '写明如何处理；提交后状态变为“已处理”，处理说明保留。只作记录，不动资金。', form: noteForm,
      run: async (row, values) => { await api.writeNote(kind, { no: cellOf(row, column), action: 'handle', note: textIn(values, 'note') }); return said('已记为已处理'); },
    },
    {
      on: 'row', key: 'follow', title: '跟踪', permission, isFor: isOpen, words: () => '写明进展；状态变为“跟踪中”，处理说明按时间保留。', form: noteForm,
      run: async (row, values) => { await api.writeNote(kind, { no: cellOf(row, column), action: 'follow', note: textIn(values, 'note') }); return said('已记录'); },
    },
    {
      on: 'row', key: 'ask-refund', title: '申请退回款项', permission, isFor: (row) => refundable(row) && !isAsked(row), words: () => '申请把这笔多收的款项原路退回缴款人。只退这一笔，不动订单正常支付的款项；经另一人同意后办理。', form: noteForm,
      run: async (row, values) => { await api.askGiveBack(kind, { no: cellOf(row, column), note: textIn(values, 'note') }); return said('已申请，等待另一人审批'); },
    },
    {
      on: 'row', key: 'approve-refund', title: '同意退回', permission: review, isFor: isAsked, words: () => '同意后，这笔款项立即提交支付渠道原路退回，不能撤回。申请人不能审批自己的申请。', form: noteForm,
      run: async (row, values) => { await api.decideGiveBack(kind, { no: cellOf(row, column), decision: 'approve', note: textIn(values, 'note') }); return said('已同意，退款已提交办理'); },
    },
    {
      on: 'row', key: 'reject-refund', title: '驳回退回', permission: review, isGrave: true, isFor: isAsked, words: () => '驳回这笔款项的退回申请；仍可再次申请。', form: noteForm,
      run: async (row, values) => { await api.decideGiveBack(kind, { no: cellOf(row, column), decision: 'reject', note: textIn(values, 'note') }); return said('已驳回'); },
    },
  ];
};

export const repeatOrderActions = deskActions('repeat-orders', 'attemptNo', () => true);
/** Of an amount that differs and of an order nobody knows there is no money that could go back. */
export const abnormalOrderActions = deskActions('abnormal-orders', 'abnormalId', (row) => row['abnormalState'] === 'PAID_AFTER_CLOSE' || row['abnormalState'] === 'CHANNEL_ERROR');

const isDifferenceOpen = (row: Row): boolean => row['differenceState'] === 'OPEN';

export const differenceActions: readonly ListAction[] = (['handle', 'follow'] as const).map((action) => ({
  on: 'row', key: action, title: action === 'handle' ? '处理' : '跟踪', permission: 'finance.differences.handle', isFor: isDifferenceOpen, form: noteForm,
  words: () => (action === 'handle' ? '写明如何处理；提交后差异记为“已处理”，当日对账结果随之重算。' : '写明进展；差异仍为“未处理”。'),
  run: async (row, values) => { await api.writeNote('differences', { no: cellOf(row, 'differenceNo'), action, note: textIn(values, 'note') }); return said('已记录'); },
}));

export const legGapActions: readonly ListAction[] = [{
  on: 'row', key: 'follow', title: '跟踪', permission: 'finance.differences.handle', isFor: (row) => row['gapState'] === 'OPEN', words: () => '写明进展；差异由核对自行消除。', form: noteForm,
  run: async (row, values) => { await api.followGap({ no: cellOf(row, 'gapNo'), note: textIn(values, 'note') }); return said('已记录'); },
}];

export const merchantDayActions: readonly ListAction[] = [{
  on: 'row', key: 'run', title: '重新对账', permission: 'finance.reconciliation.run', isFor: (row) => row['reconcileState'] !== 'RUNNING' && row['billNo'] !== null,
  words: (row) => `用最新的渠道账单对 ${cellOf(row, 'channelMerchantName')} 的这一天再对一次账。`,
  run: async (row) => { await api.startRun({ channelMerchantId: cellOf(row, 'channelMerchantId'), reconcileDate: cellOf(row, 'reconcileDate') }); return said('已发起对账'); },
}];

export const reconcileLogActions: readonly ListAction[] = [{
  on: 'row', key: 'cancel', title: '取消对账', permission: 'finance.reconciliation.run', isGrave: true, isFor: (row) => row['runState'] === 'LINES' || row['runState'] === 'MISSING',
  words: () => '要求停止这次对账：当前一页完成后停止，已记入的保留，下一次对账会重新核对。',
  run: async (row) => { await api.cancelRun(cellOf(row, 'runNo')); return said('已要求取消'); },
}];
