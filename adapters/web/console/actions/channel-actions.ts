import { listIn, textIn, type FormValues } from '../../shared/form-values.js';
import { api } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, isOff, isOn, onOffOptions, remarkField, remarkIn, said, versionOf, type Field, type ListAction } from './action-types.js';

const permission = 'config.channels.edit';
type New = Parameters<typeof api.addChannel>[0];

const noField = { kind: 'text', name: 'channelNo', label: '渠道编号', isRequired: true, maxLength: 32, hint: '1 至 32 位字母、数字、下划线或短横线；建立后不能修改' } as const satisfies Field;
const nameField: Field = { kind: 'text', name: 'channelName', label: '渠道名称', isRequired: true, maxLength: 100 };
const adapterField: Field = { kind: 'one', name: 'payChannel', label: '接入程序', isRequired: true, options: [{ value: 'alipay', label: '支付宝' }, { value: 'unionpay', label: '银联' }], hint: '每个接入程序只有一个支付渠道；建立后不能修改' };
const isSet = (name: string) => (values: FormValues): boolean => values[name] === '1';
const payReconcileFields: readonly Field[] = [
  { kind: 'one', name: 'payEnabled', label: '支付属性', isRequired: true, options: onOffOptions, hint: '停用后，收银台不再提供，付款码不再受理' },
  { kind: 'many', name: 'payMethods', label: '支付方式', isRequired: true, isAsked: isSet('payEnabled'), options: [{ value: 'pc', label: 'PC网关支付' }, { value: 'h5', label: 'H5支付' }, { value: 'bar', label: '条码付' }] },
  { kind: 'one', name: 'reconcileEnabled', label: '对账属性', isRequired: true, options: onOffOptions, hint: '停用后不再获取账单，当日不对账，交易保持未结算' },
  { kind: 'one', name: 'billSource', label: '账单来源', isRequired: true, isAsked: isSet('reconcileEnabled'), options: [{ value: 'download', label: '平台获取' }, { value: 'upload', label: '人工上传' }] },
  { kind: 'text', name: 'billTime', label: '账单获取时间', isRequired: true, maxLength: 5, isAsked: isSet('reconcileEnabled'), hint: '次日此时起获取，09:05 至 20:00', pattern: [/^([01][0-9]|2[0-3]):[0-5][0-9]$/, '应为 HH:MM，如 09:30'] },
];
const splitField: Field = { kind: 'one', name: 'splitEnabled', label: '分账属性', isRequired: true, options: onOffOptions, hint: '启用即受理合单（子商户分账）订单。分账方式：整笔由渠道收到渠道商户的账户，平台按订单的子商户明细逐子商户记账、退款、结算；渠道侧不拆分资金' };
const usual = { payEnabled: '1', payMethods: ['pc', 'h5', 'bar'], reconcileEnabled: '1', billSource: 'download', billTime: '09:05', splitEnabled: '1' } as const;

const namesIn = (values: FormValues) => ({ channelName: textIn(values, 'channelName'), remark: textIn(values, 'remark') });
/** What is not asked for stays as it was. */
const payReconcileIn = (values: FormValues, before: FormValues) => ({
  payEnabled: textIn(values, 'payEnabled') === '1', payMethods: listIn('payMethods' in values && values['payMethods'] !== undefined ? values : before, 'payMethods') as New['payMethods'],
  reconcileEnabled: textIn(values, 'reconcileEnabled') === '1', billSource: (textIn(values, 'billSource') || textIn(before, 'billSource')) as New['billSource'], billTime: textIn(values, 'billTime') || textIn(before, 'billTime'),
});
const which = (row: Row) => ({ channelNo: cellOf(row, 'channelNo'), version: versionOf(row) });
const named = (row: Row): string => `支付渠道“${cellOf(row, 'channelName')}”`;
const settingsIn = (row: Row) => ({
  payEnabled: cellOf(row, 'paysFlag'), payMethods: cellOf(row, 'payMethods').split(',').filter((word) => word !== ''), reconcileEnabled: cellOf(row, 'reconcilesFlag'), billSource: cellOf(row, 'billSource'), billTime: cellOf(row, 'billTime'),
});

/** 支付渠道管理 (1.1.4.1.2-b to -g). */
export const channelActions: readonly ListAction[] = [
  {
    on: 'page', key: 'create', title: '新增', heading: '新增支付渠道', permission,
    form: () => ({ fields: [noField, nameField, adapterField, ...payReconcileFields, splitField, remarkField], initial: usual }),
    run: async (values) => {
      await api.addChannel({ channelNo: textIn(values, 'channelNo'), payChannel: textIn(values, 'payChannel') as New['payChannel'], ...namesIn(values), ...payReconcileIn(values, usual), splitEnabled: textIn(values, 'splitEnabled') === '1' });
      return said('支付渠道已新增');
    },
  },
  {
    on: 'row', key: 'edit', title: '修改', heading: '修改支付渠道', permission, words: (row) => `修改${named(row)}的名称和备注；编号和接入程序不能修改。`,
    form: (row) => ({
      fields: [{ kind: 'fixed', name: noField.name, label: noField.label }, nameField, remarkField], initial: { channelNo: cellOf(row, 'channelNo'), channelName: cellOf(row, 'channelName'), remark: cellOf(row, 'remark') },
    }),
    run: async (row, values) => { await api.editChannel({ ...which(row), ...namesIn(values) }); return said('支付渠道已修改'); },
  },
  {
    on: 'row', key: 'setPayReconcile', title: '支付/对账属性', heading: '支付/对账属性设置', permission, words: (row) => `设置${named(row)}如何支付、如何对账，当即对新的支付生效；正在支付的照常处理。`,
    form: (row) => ({ fields: payReconcileFields, initial: settingsIn(row) }),
    run: async (row, values) => { await api.setPayReconcile({ ...which(row), ...payReconcileIn(values, settingsIn(row)) }); return said('支付与对账属性已设置'); },
  },
  {
    on: 'row', key: 'setSplit', title: '分账属性', heading: '分账属性设置', permission, words: (row) => `设置${named(row)}是否受理合单（子商户分账）订单，当即对新的支付生效。`,
    form: (row) => ({ fields: [splitField], initial: { splitEnabled: cellOf(row, 'splitsFlag') } }),
    run: async (row, values) => { await api.setSplit({ ...which(row), splitEnabled: textIn(values, 'splitEnabled') === '1' }); return said('分账属性已设置'); },
  },
  {
    on: 'row', key: 'enable', title: '启用', takesRemark: true, permission, isFor: isOff, words: (row) => `启用后，${named(row)}当即可以用于新的支付。`,
    run: async (row, values) => { await api.changeChannel('enable', { ...which(row), ...remarkIn(values) }); return said('支付渠道已启用'); },
  },
  {
    on: 'row', key: 'disable', title: '停用', takesRemark: true, permission, isGrave: true, isFor: isOn, words: (row) => `停用后，收银台当即不再提供${named(row)}，付款码不再受理；正在支付的照常查询和入账，退款、对账不受影响。`,
    run: async (row, values) => { await api.changeChannel('disable', { ...which(row), ...remarkIn(values) }); return said('支付渠道已停用'); },
  },
  {
    on: 'row', key: 'delete', title: '删除', takesRemark: true, permission, isGrave: true, words: (row) => `删除${named(row)}。有渠道商户属于此渠道时不能删除。`,
    run: async (row, values) => { await api.changeChannel('remove', { ...which(row), ...remarkIn(values) }); return said('支付渠道已删除'); },
  },
];
