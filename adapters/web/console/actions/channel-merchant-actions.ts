import { textIfAny, textIn, type FormValues } from '../../shared/form-values.js';
import { api } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, isOff, isOn, remarkField, remarkIn, said, versionOf, type Field, type ListAction } from './action-types.js';

const permission = 'config.channel-merchants.edit';
type New = Parameters<typeof api.addChannelMerchant>[0];
type Channel = Awaited<ReturnType<typeof api.accountForms>>['channels'][number];
type Setting = Channel['settings'][number];

const idField: Field = { kind: 'text', name: 'channelMerchantId', label: '平台内标识', isRequired: true, maxLength: 32, hint: '1 至 32 位字母、数字、下划线或短横线；建立后不能修改' };
const nameField: Field = { kind: 'text', name: 'channelMerchantName', label: '渠道商户名称', isRequired: true, maxLength: 100 };
const channelNames: Readonly<Record<string, string>> = { alipay: '支付宝', unionpay: '银联' };
const environmentField: Field = {
  kind: 'one', name: 'environment', label: '环境', isRequired: true, options: [{ value: 'production', label: '生产' }, { value: 'test', label: '测试' }, { value: 'simulator', label: '模拟' }], hint: '生产环境只能启用“生产”的渠道商户；建立后不能修改',
};
const keyField = { kind: 'text', name: 'keyName', label: '签名密钥名称', isRequired: true, maxLength: 64, hint: '密钥库中的名称；密钥本身不在此显示或保存' } as const satisfies Field;
const confirmationField = { kind: 'fixed', name: 'confirmation', label: '确认' } as const satisfies Field;
const maxSettingChars = 20_000;

/** `shown`: what is stored now, keys and certificates as fingerprints. */
function settingField({ name, label, kind, isRequired, hint, choices }: Setting, shown: string | undefined): Field {
  const facts = { name, label, isRequired };
  switch (kind) {
    case 'choice': return { ...facts, kind: 'one', options: [...isRequired ? [] : [{ value: '', label: '未约定' }], ...choices ?? []] };
    case 'key': case 'certificates': return {
      ...facts, kind: 'words', maxLength: maxSettingChars, isRequired: isRequired && shown === undefined, hint: shown === undefined ? hint ?? '' : `已登记 ${shown}；不填则不变`,
    };
    case 'lines': return { ...facts, kind: 'words', maxLength: maxSettingChars, hint: `每行一项${hint === undefined ? '' : `；${hint}`}` };
    default: return { ...facts, kind: 'text', maxLength: kind === 'address' ? 256 : 64, ...(hint !== undefined && { hint }) };
  }
}

/** A setting that several channels have is asked for once, behind those of one alone. */
function settingsOfAll(channels: readonly Channel[]): Field[] {
  const names = [...new Set(channels.flatMap(({ settings }) => settings.map(({ name }) => name)))];
  const isOfAll = (name: string): boolean => channels.every(({ settings }) => settings.some((setting) => setting.name === name));
  return [...names.filter((name) => !isOfAll(name)), ...names.filter(isOfAll)].flatMap((name) => {
    const having = channels.filter(({ settings }) => settings.some((setting) => setting.name === name));
    const setting = having[0]?.settings.find((one) => one.name === name);
    return setting === undefined ? [] : [{ ...settingField(setting, undefined), isAsked: ({ payChannel }: FormValues) => having.some((channel) => channel.payChannel === payChannel) }];
  });
}

const settingsIn = (values: FormValues, { settings }: Channel): Record<string, string> => Object.fromEntries(settings.map(({ name }) => [name, textIn(values, name)]));
const appIdField = (channels: readonly Channel[]): Field => ({
  kind: 'text', name: 'channelAppId', label: '渠道商户应用标识', isRequired: true, maxLength: 64, hint: '支付宝 app_id', isAsked: ({ payChannel }) => channels.some((channel) => channel.hasAppId && channel.payChannel === payChannel),
});
const which = (row: Row) => ({ channelMerchantId: cellOf(row, 'channelMerchantId'), version: versionOf(row) });
const named = (row: Row): string => `渠道商户“${cellOf(row, 'channelMerchantName')}”`;

/** 渠道商户管理 (1.1.4.1.1-b to -f). */
export const channelMerchantActions: readonly ListAction[] = [
  {
    on: 'page', key: 'create', title: '新增', heading: '新增渠道商户', permission, words: '新增后为停用；检查无误、测试连接以后，由另一名操作员启用。渠道、渠道商户编号、环境建立后不能修改。',
    form: async (signal) => {
      const { channels } = await api.accountForms(signal);
      return {
        fields: [
          idField, { kind: 'one', name: 'payChannel', label: '支付渠道', isRequired: true, options: channels.map(({ payChannel }) => ({ value: payChannel, label: channelNames[payChannel] ?? payChannel })) },
          nameField, { kind: 'text', name: 'channelMerchantNo', label: '渠道商户编号', isRequired: true, maxLength: 64, hint: channels.map(({ merchantNoLabel }) => merchantNoLabel.replace(/^.*（(.*)）$/, '$1')).join('；') },
          appIdField(channels), environmentField, keyField, ...settingsOfAll(channels), remarkField,
        ],
        initial: { feeOnRefund: '' },
      };
    },
    run: async (values) => {
      const { channels } = await api.accountForms(new AbortController().signal);
      const channel = channels.find(({ payChannel }) => payChannel === textIn(values, 'payChannel'));
      await api.addChannelMerchant({
        channelMerchantId: textIn(values, 'channelMerchantId'), payChannel: textIn(values, 'payChannel') as New['payChannel'], channelMerchantName: textIn(values, 'channelMerchantName'),
        channelMerchantNo: textIn(values, 'channelMerchantNo'), ...textIfAny(values, 'channelAppId'), environment: textIn(values, 'environment') as New['environment'], keyName: textIn(values, 'keyName'),
        settings: channel === undefined ? {} : settingsIn(values, channel), remark: textIn(values, 'remark'),
      });
      return said('渠道商户已新增，须由另一名操作员核对后启用');
    },
  },
  {
    on: 'row', key: 'edit', title: '修改', heading: '修改渠道商户', permission, words: (row) => `修改${named(row)}，当即对新的支付、查询和对账生效。公钥、证书只显示指纹。公钥、证书、地址、签名方法和序列号、签名者名称、密钥名称、应用标识有任何变更，渠道商户当即停用，须由另一名操作员核对后启用；在此以前渠道的通知和应答一律不采信，以后再查询。`,
    form: async (row, signal) => {
      const [account, { channels }] = await Promise.all([api.channelMerchant(cellOf(row, 'channelMerchantId'), signal), api.accountForms(signal)]);
      const channel = channels.find(({ payChannel }) => payChannel === account.payChannel);
      const visible = (channel?.settings ?? []).filter(({ kind }) => kind !== 'key' && kind !== 'certificates').map(({ name }) => [name, account.settings[name] ?? ''] as const);
      return {
        fields: [
          { kind: 'fixed', name: 'channelMerchantNo', label: channel?.merchantNoLabel ?? '渠道商户编号' }, nameField, ...channel?.hasAppId === true ? [{ ...appIdField([]), isAsked: () => true } as Field] : [], ...account.isConfirmed ? [] : [confirmationField],
          { ...keyField, hint: account.isKeyFound ? '密钥库中已有此名称的密钥' : '密钥库中没有此名称的密钥' }, ...(channel?.settings ?? []).map((setting) => settingField(setting, account.settings[setting.name])), remarkField,
        ],
        initial: {
          ...Object.fromEntries<string>(visible), confirmation: '待另一名操作员核对后启用', channelMerchantNo: account.channelMerchantNo, channelMerchantName: account.channelMerchantName, channelAppId: account.channelAppId, keyName: account.keyName, remark: account.remark,
        },
      };
    },
    run: async (row, values) => {
      const signal = new AbortController().signal;
      const [{ channels }, { payChannel }] = await Promise.all([api.accountForms(signal), api.channelMerchant(cellOf(row, 'channelMerchantId'), signal)]);
      const channel = channels.find((one) => one.payChannel === payChannel);
      const { message = '渠道商户已修改' } = await api.editChannelMerchant({
        ...which(row), channelMerchantName: textIn(values, 'channelMerchantName'), ...textIfAny(values, 'channelAppId'), keyName: textIn(values, 'keyName'), settings: channel === undefined ? {} : settingsIn(values, channel), remark: textIn(values, 'remark'),
      });
      return said(message);
    },
  },
  {
    on: 'row', key: 'enable', title: '启用', takesRemark: true, permission, isFor: isOff, words: (row) => `启用后，${named(row)}当即用于新的支付。启用前再次检查密钥、地址和证书。新增的，或公钥、证书、地址等有变更的，只能由未参与新增、修改的操作员启用：请先核对指纹和地址。`,
    run: async (row, values) => { await api.changeChannelMerchant('enable', { ...which(row), ...remarkIn(values) }); return said('渠道商户已启用'); },
  },
  {
    on: 'row', key: 'disable', title: '停用', takesRemark: true, permission, isGrave: true, isFor: isOn, words: (row) => `停用后，收银台当即不再使用${named(row)}；正在支付的照常查询和入账，退款、对账不受影响。`,
    run: async (row, values) => { await api.changeChannelMerchant('disable', { ...which(row), ...remarkIn(values) }); return said('渠道商户已停用'); },
  },
  {
    on: 'row', key: 'try', title: '测试连接', permission, words: (row) => `用${named(row)}向渠道查询一笔不存在的支付：不产生任何交易，只看对方是否应答、签名是否有效。`,
    run: async (row) => { const { answers, message } = await api.tryChannelMerchant(cellOf(row, 'channelMerchantId')); return { kind: 'verdict', title: answers ? '连接正常' : '连接不正常', words: message, isGood: answers }; },
  },
  {
    on: 'row', key: 'delete', title: '删除', takesRemark: true, permission, isGrave: true, words: (row) => `删除${named(row)}。有收款单位使用，或有过支付时不能删除，可以停用。`,
    run: async (row, values) => { await api.changeChannelMerchant('remove', { ...which(row), ...remarkIn(values) }); return said('渠道商户已删除'); },
  },
];
