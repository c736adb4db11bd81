import type { NewLinkBody } from '../../../../contracts/console/payees.js';
import { flagIn, listIn, numberIn, textIn, type FormValues } from '../../shared/form-values.js';
import { api } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, remarkField, remarkIn, said, type Field, type ListAction } from './action-types.js';

const permission = 'config.payee-channels.edit';
type Method = NewLinkBody['payMethods'][number];
const methodNames: Readonly<Record<Method, string>> = { pc: 'PC网关支付', h5: 'H5支付', bar: '条码付' };
const channelNames: Readonly<Record<string, string>> = { alipay: '支付宝', unionpay: '银联' };
const everyMethod = Object.keys(methodNames) as Method[];

const methodsField = (offered: readonly Method[]): Field => ({ kind: 'many', name: 'payMethods', label: '支付方式', isRequired: true, options: offered.map((value) => ({ value, label: methodNames[value] })), placeholder: '请选择支付方式' });
const methodsIn = (values: FormValues): Method[] => listIn(values, 'payMethods') as Method[];
const which = (row: Row): string => `${cellOf(row, 'payeeName') || cellOf(row, 'merchantNo')} 与 ${cellOf(row, 'channelMerchantName') || cellOf(row, 'channelMerchantId')}`;
const isOn = (row: Row): boolean => row['enabled'] === '1';
const keyOf = (row: Row) => ({ merchantNo: cellOf(row, 'merchantNo'), channelMerchantId: cellOf(row, 'channelMerchantId') });
const seenOf = (row: Row) => ({ ...keyOf(row), version: Number(row['version']) });

/** 收款单位-渠道商户管理 (1.1.4.1.4-b to -d). */
export const payeeChannelActions: readonly ListAction[] = [
  {
    on: 'page', key: 'create', title: '新增', heading: '新增收款单位渠道商户', permission, words: '收款单位的款项由此进入渠道商户的账户；缴费人只能选择已关联并启用的渠道。',
    form: async (signal) => {
      const { payees, accounts } = await api.linkChoices(signal);
      const named = ({ code, name }: { readonly code: string; readonly name: string }) => ({ value: code, label: `${name}（${code}）` });
      return {
        fields: [
          { kind: 'one', name: 'merchantNo', label: '收款单位', isRequired: true, options: payees.map(named), placeholder: '请选择收款单位' },
          { kind: 'one', name: 'channelMerchantId', label: '渠道商户', isRequired: true, placeholder: '请选择渠道商户', options: accounts.map(({ payChannel, ...account }) => ({ ...named(account), label: `${channelNames[payChannel] ?? payChannel} · ${named(account).label}` })) },
          methodsField(everyMethod), { kind: 'switch', name: 'enabled', label: '启用' }, remarkField,
        ],
        initial: { payMethods: everyMethod, enabled: true },
      };
    },
    run: async (values) => {
      await api.addLink({ merchantNo: textIn(values, 'merchantNo'), channelMerchantId: textIn(values, 'channelMerchantId'), payMethods: methodsIn(values), enabled: flagIn(values, 'enabled'), remark: textIn(values, 'remark') });
      return said('已关联');
    },
  },
  {
    on: 'row', key: 'edit', title: '修改', heading: '修改收款单位渠道商户', permission, words: (row) => `修改 ${which(row)} 的关联；从下一次支付起生效。`,
    form: async (row, signal) => {
      const { merchantNo, channelMerchantId, version, payMethods, remark, offered } = await api.link(cellOf(row, 'merchantNo'), cellOf(row, 'channelMerchantId'), signal);
      return {
        fields: [{ kind: 'fixed', name: 'merchantNo', label: '收款单位编号' }, { kind: 'fixed', name: 'channelMerchantId', label: '渠道商户标识' }, methodsField(offered), remarkField, { kind: 'kept', name: 'version', label: '版本' }],
        initial: { merchantNo, channelMerchantId, version, payMethods, remark },
      };
    },
    run: async (row, values) => {
      await api.editLink({ ...keyOf(row), version: numberIn(values, 'version'), payMethods: methodsIn(values), remark: textIn(values, 'remark') });
      return said('关联已修改');
    },
  },
  {
    on: 'row', key: 'disable', title: '停用', takesRemark: true, permission, isGrave: true, isFor: isOn, words: (row) => `停用 ${which(row)} 的关联：收银台当即不再提供这个渠道；已开始的支付照常进行，已付的照常退款和对账。`,
    run: async (row, values) => { await api.doToLink('disable', { ...seenOf(row), ...remarkIn(values) }); return said('关联已停用'); },
  },
  {
    on: 'row', key: 'enable', title: '启用', takesRemark: true, permission, isFor: (row) => !isOn(row), words: (row) => `启用 ${which(row)} 的关联：收银台当即提供这个渠道。`,
    run: async (row, values) => { await api.doToLink('enable', { ...seenOf(row), ...remarkIn(values) }); return said('关联已启用'); },
  },
  {
    on: 'row', key: 'delete', title: '删除', takesRemark: true, permission, isGrave: true, words: (row) => `删除 ${which(row)} 的关联。有支付经过的不能删除，只能停用。`,
    run: async (row, values) => { await api.doToLink('delete', { ...seenOf(row), ...remarkIn(values) }); return said('关联已删除'); },
  },
];
