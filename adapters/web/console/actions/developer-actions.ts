import { linesIn, listIn, textIfAny, textIn, type FormValues } from '../../shared/form-values.js';
import { api } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, remarkIn, said, type Field, type FormSpec, type ListAction } from './action-types.js';

const permission = 'platform.developers.edit';
const devIdOf = (row: Row): string => cellOf(row, 'devId');
const who = (row: Row): string => `${cellOf(row, 'developerName')}（${devIdOf(row)}）`;
const isOff = (row: Row): boolean => row['enabled'] === '0';
const isOn = (row: Row): boolean => !isOff(row);
/** Of the developer as the form was filled: somebody who was faster is not overwritten. */
const versionField: Field = { kind: 'kept', name: 'version', label: '版本' };
const named = (row: Row, values: FormValues) => ({ devId: devIdOf(row), version: Number(textIn(values, 'version')) });
const yesNo = [{ value: '1', label: '是' }, { value: '0', label: '否' }] as const;

async function factFields(signal: AbortSignal, mobileHint: string | undefined): Promise<readonly Field[]> {
  const { payees } = await api.developerPayees(signal);
  return [
    { kind: 'text', name: 'developerName', label: '开发者名称', isRequired: true, maxLength: 64 }, { kind: 'text', name: 'contactName', label: '联系人', maxLength: 64 },
    { kind: 'text', name: 'contactMobile', label: '联系人手机', maxLength: 32, ...(mobileHint !== undefined && { hint: mobileHint }) },
    {
      kind: 'many', name: 'merchantNos', label: '可代理的收款单位', placeholder: '请选择收款单位', options: payees.map(({ merchantNo, payeeName }) => ({ value: merchantNo, label: `${payeeName}（${merchantNo}）` })),
      hint: '角色也可以授予收款单位，两者合并计算',
    },
    { kind: 'words', name: 'allowedAddresses', label: '来源地址', maxLength: 3000, rows: 3, hint: '请求可以来自的 IP 地址或网段（如 10.1.0.0/16），一行一个；不填则不限制' },
    { kind: 'text', name: 'requestsPerSecond', label: '每秒请求数', isRequired: true, maxLength: 5, pattern: [/^[1-9][0-9]{0,3}$|^10000$/, '须为 1 至 10000 的整数'], hint: '平均每秒超过此数答 42900' },
    { kind: 'one', name: 'textsPayers', label: '由平台向缴款人发送短信', isRequired: true, options: yesNo },
  ];
}
const factsIn = (values: FormValues) => ({
  developerName: textIn(values, 'developerName'), contactName: textIn(values, 'contactName'), ...textIfAny(values, 'contactMobile'), merchantNos: listIn(values, 'merchantNos'), allowedAddresses: linesIn(values, 'allowedAddresses'),
  requestsPerSecond: Number(textIn(values, 'requestsPerSecond')), textsPayers: textIn(values, 'textsPayers') === '1',
});

const versionForm = async (row: Row, signal: AbortSignal): Promise<FormSpec> => ({ fields: [versionField], initial: { version: String((await api.developer(devIdOf(row), signal)).version) } });

async function editForm(row: Row, signal: AbortSignal): Promise<FormSpec> {
  const one = await api.developer(devIdOf(row), signal);
  const fields = await factFields(signal, one.contactMobile === undefined ? '未登记' : `已登记 ${one.contactMobile}；不填则不变`);
  return {
    fields: [versionField, ...fields, { kind: 'text', name: 'personalBillUrl', label: '个人账单推送地址', maxLength: 256, hint: '须在“密钥设置”登记的回调来源之内；不填则不推送' }],
    initial: {
      version: String(one.version), developerName: one.developerName, contactName: one.contactName, merchantNos: one.merchantNos, allowedAddresses: one.allowedAddresses.join('\n'),
      requestsPerSecond: String(one.requestsPerSecond), textsPayers: one.textsPayers ? '1' : '0', personalBillUrl: one.personalBillUrl ?? '',
    },
  };
}

/** 开发者管理 (1.1.6.2.1-b to -f), and the roles a developer holds (1.1.6.2.2-g). */
export const developerActions: readonly ListAction[] = [
  {
    on: 'page', key: 'add', title: '新增', heading: '新增开发者', permission, words: '开发者编号由平台给出。新增以后还要“密钥设置”导入公钥、“分配角色”开放接口，才能调用。',
    form: async (signal) => ({ fields: await factFields(signal, undefined), initial: { requestsPerSecond: '100', textsPayers: '1', merchantNos: [] } }),
    run: async (values) => {
      const { devId } = await api.addDeveloper(factsIn(values));
      return { kind: 'verdict', title: '开发者已新增', words: `开发者编号（devId）：${devId}。请继续导入公钥、分配角色。`, isGood: true };
    },
  },
  {
    on: 'row', key: 'edit', title: '修改', heading: '修改开发者', permission, words: (row) => `修改 ${who(row)}；编号不能修改。修改对新的请求立即生效。`, form: editForm,
    run: async (row, values) => { await api.editDeveloper({ ...named(row, values), ...factsIn(values), ...textIfAny(values, 'personalBillUrl') }); return said('开发者已修改'); },
  },
  { on: 'row', key: 'keys', title: '密钥设置', permission: 'platform.developers.keys', to: (row) => `/pages/developer-keys?devId=${encodeURIComponent(devIdOf(row))}` },
  {
    on: 'row', key: 'roles', title: '分配角色', heading: '分配开发者角色', permission: 'platform.developer-roles.edit', words: (row) => `${who(row)} 可以调用的接口，是其全部角色授予的接口之和；下一次请求起生效。`,
    form: async (row, signal) => {
      const held = await api.heldRoles(devIdOf(row), signal);
      const own: readonly Field[] = held.ownMethods.length === 0 ? [] : [{
        kind: 'many', name: 'ownMethods', label: '另外直接开放的接口', options: held.ownMethods.map(({ method, title }) => ({ value: method, label: `${title}（${method}）` })), hint: '由部署时的目录文件写入，与角色合并计算；这里只能减少',
      }];
      return {
        fields: [versionField, { kind: 'many', name: 'roleCodes', label: '开发者角色', placeholder: '请选择角色', options: held.roles.map(({ roleCode, roleName }) => ({ value: roleCode, label: `${roleName}（${roleCode}）` })), hint: '不选角色，即收回角色授予的全部接口' }, ...own],
        initial: { version: String(held.version), roleCodes: held.roleCodes, ownMethods: held.ownMethods.map(({ method }) => method) },
      };
    },
    run: async (row, values) => { await api.assignRoles({ ...named(row, values), roleCodes: listIn(values, 'roleCodes'), ownMethods: listIn(values, 'ownMethods') }); return said('角色已分配'); },
  },
  { on: 'row', key: 'test', title: '测试签名', permission: 'platform.workbench.use', to: (row) => `/pages/signature-workbench?devId=${encodeURIComponent(devIdOf(row))}` },
  {
    on: 'row', key: 'disable', title: '停用', takesRemark: true, permission, isGrave: true, isFor: isOn, form: versionForm,
    words: (row) => `停用后，${who(row)} 的全部请求立即被拒绝（40003），与陌生人相同；已有订单的支付、通知和对账不受影响。`,
    run: async (row, values) => { await api.disableDeveloper({ ...named(row, values), ...remarkIn(values) }); return said('开发者已停用'); },
  },
  {
    on: 'row', key: 'enable', title: '启用', takesRemark: true, permission, isFor: isOff, words: (row) => `启用后，${who(row)} 可以用登记的密钥再次调用。`, form: versionForm,
    run: async (row, values) => { await api.enableDeveloper({ ...named(row, values), ...remarkIn(values) }); return said('开发者已启用'); },
  },
  {
    on: 'row', key: 'remove', title: '删除', takesRemark: true, permission, isGrave: true, isFor: isOff, words: (row) => `删除 ${who(row)} 及其公钥，不能恢复。已有订单或缴款书的开发者不能删除。`, form: versionForm,
    run: async (row, values) => { await api.removeDeveloper({ ...named(row, values), ...remarkIn(values) }); return said('开发者已删除'); },
  },
];
