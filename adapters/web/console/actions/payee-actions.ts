import type { NewPayeeBody, PayeeForm } from '../../../../contracts/console/payees.js';
import { flagIn, numberIn, rowsIn, textIfAny, textIn, type FormRow, type FormValues } from '../../shared/form-values.js';
import { fenOf, yuanText } from '../../shared/money.js';
import { api } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, remarkField, remarkIn, said, type Field, type ListAction, type Option } from './action-types.js';

const permission = 'config.payees.edit';
/** As the server takes them. */
const mostSubMerchants = 50;
const who = (row: Row): string => `${cellOf(row, 'payeeName')}（${cellOf(row, 'merchantNo')}）`;
const isOn = (row: Row): boolean => row['enabled'] === '1';
const seenOf = (row: Row) => ({ merchantNo: cellOf(row, 'merchantNo'), version: Number(row['version']) });

const numberField: Field = { kind: 'text', name: 'merchantNo', label: '收款单位编号', isRequired: true, maxLength: 20, hint: '1 至 20 位字母、数字、下划线或短横线，以字母或数字开头；建立后不能修改' };
const addressHint = '来源（协议、域名、端口）须已由办理此收款单位业务的开发者登记；不填则由业务系统在每笔订单中给出';
const policies: readonly Option[] = [
  { value: 'direct-until-settled', label: '结算前直接退款，结算后凭财政批准文号' }, { value: 'direct', label: '直接退款' }, { value: 'by-approval', label: '一律凭财政批准文号' },
];

/** What a form asks for besides the number. `before`: the payee that is changed. */
async function factFields(signal: AbortSignal, before?: PayeeForm): Promise<readonly Field[]> {
  const { regions, industries } = await api.payeeChoices(signal);
  const options = (some: readonly { readonly code: string; readonly name: string }[], present: string | undefined): Option[] => [
    ...some.map(({ code, name }) => ({ value: code, label: `${name}（${code}）` })), ...(present === undefined || some.some(({ code }) => code === present) ? [] : [{ value: present, label: `${present}（现值，已停用或不存在）` }]),
  ];
  return [
    { kind: 'text', name: 'payeeName', label: '收款单位名称', isRequired: true, maxLength: 100 },
    { kind: 'one', name: 'regionCode', label: '所属区域', isRequired: true, options: options(regions, before?.regionCode), placeholder: '请选择所属区域' },
    { kind: 'one', name: 'industryCode', label: '所属行业', isRequired: true, options: options(industries, before?.industryCode), placeholder: '请选择所属行业' },
    { kind: 'text', name: 'payNotifyUrl', label: '支付后台通知地址', maxLength: 256, hint: addressHint },
    { kind: 'text', name: 'refundNotifyUrl', label: '退款后台通知地址', maxLength: 256 },
    { kind: 'text', name: 'defaultReturnUrl', label: '默认返回地址', maxLength: 256 },
    { kind: 'switch', name: 'refundReviewRequired', label: '退款需审核', hint: '打开后每笔退款由另一人审批' },
    { kind: 'yuan', name: 'refundReviewAbove', label: '超过此金额的退款须审核', hint: '审核关闭时仍然有效；不填则没有此限制', isAsked: (values) => values['refundReviewRequired'] !== true },
    { kind: 'switch', name: 'callbackOnFailedOrClosed', label: '支付失败和订单关闭也通知' },
    { kind: 'switch', name: 'repeatRefundByRule', label: '重缴自动退款', hint: '关闭则由客服在“重缴订单”中处理' },
    { kind: 'text', name: 'unitCode', label: '执收单位编码', maxLength: 32, hint: '不收非税收入的收款单位不填' },
    { kind: 'text', name: 'unitName', label: '执收单位名称', maxLength: 100 },
    { kind: 'switch', name: 'isNoticeFirst', label: '先开缴款书再支付' },
    { kind: 'one', name: 'slipRefundPolicy', label: '财政已确认缴款书的退款', options: policies },
    {
      kind: 'rows', name: 'subMerchants', label: '合单支付的子商户', columns: [{ name: 'subMerchantNo', label: '子商户号', maxLength: 20 }, { name: 'subMerchantName', label: '子商户名称', maxLength: 100 }], most: mostSubMerchants,
      addTitle: '添加子商户', fixedKeys: before?.subMerchants.map(({ subMerchantNo }) => subMerchantNo) ?? [], hint: '有子商户的收款单位，每笔订单须带子商户明细；已有的子商户只停用、不去掉',
    },
    remarkField,
  ];
}

function bodyOf(values: FormValues, before?: Pick<PayeeForm, 'refundReviewAbove'>): NewPayeeBody {
  const isAlways = flagIn(values, 'refundReviewRequired');
  // While every refund is reviewed the amount is not asked for, and stays.
  const above = isAlways ? before?.refundReviewAbove : fenOf(textIn(values, 'refundReviewAbove'));
  const sub = ({ subMerchantNo, subMerchantName, enabled }: FormRow) => ({ subMerchantNo: String(subMerchantNo), subMerchantName: String(subMerchantName), enabled: enabled === true });
  return {
    merchantNo: textIn(values, 'merchantNo'), payeeName: textIn(values, 'payeeName'), regionCode: textIn(values, 'regionCode'), industryCode: textIn(values, 'industryCode'),
    ...textIfAny(values, 'payNotifyUrl'), ...textIfAny(values, 'refundNotifyUrl'), ...textIfAny(values, 'defaultReturnUrl'), refundReviewRequired: isAlways, ...(above !== undefined && { refundReviewAbove: above }),
    callbackOnFailedOrClosed: flagIn(values, 'callbackOnFailedOrClosed'), repeatRefundByRule: flagIn(values, 'repeatRefundByRule'), ...textIfAny(values, 'unitCode'), ...textIfAny(values, 'unitName'),
    isNoticeFirst: flagIn(values, 'isNoticeFirst'), slipRefundPolicy: textIn(values, 'slipRefundPolicy') as NewPayeeBody['slipRefundPolicy'], subMerchants: rowsIn(values, 'subMerchants').map(sub), remark: textIn(values, 'remark'),
  };
}

/** 收款单位管理 (1.1.4.1.3-b to -d). */
export const payeeActions: readonly ListAction[] = [
  {
    on: 'page', key: 'create', title: '新增', heading: '新增收款单位', permission, words: '新的收款单位须关联渠道商户、并由开发者办理其业务以后，才能收款。',
    form: async (signal) => ({
      fields: [numberField, ...await factFields(signal)],
      initial: { refundReviewRequired: false, callbackOnFailedOrClosed: false, repeatRefundByRule: false, isNoticeFirst: false, slipRefundPolicy: 'direct-until-settled', subMerchants: [] },
    }),
    run: async (values) => { await api.addPayee(bodyOf(values)); return said('收款单位已新增'); },
  },
  {
    on: 'row', key: 'edit', title: '修改', heading: '修改收款单位', permission, words: (row) => `修改 ${who(row)}；从下一笔订单起生效。`,
    form: async (row, signal) => {
      const before = await api.payee(cellOf(row, 'merchantNo'), signal);
      const { version, refundReviewAbove, ...initial } = before;
      return {
        fields: [{ kind: 'fixed', name: 'merchantNo', label: '收款单位编号' }, ...await factFields(signal, before), { kind: 'kept', name: 'version', label: '版本' }, { kind: 'kept', name: 'aboveBefore', label: '原金额' }],
        initial: { ...initial, version, ...(refundReviewAbove !== undefined && { refundReviewAbove: yuanText(refundReviewAbove), aboveBefore: refundReviewAbove }) },
      };
    },
    run: async (_row, values) => {
      const above = textIn(values, 'aboveBefore');
      await api.editPayee({ ...bodyOf(values, above === '' ? undefined : { refundReviewAbove: above }), version: numberIn(values, 'version') });
      return said('收款单位已修改');
    },
  },
  {
    on: 'row', key: 'disable', title: '停用', takesRemark: true, permission, isGrave: true, isFor: isOn, words: (row) => `停用后，${who(row)} 当即不能再下新订单；已有的订单照常支付、退款、对账和结算。`,
    run: async (row, values) => { await api.doToPayee('disable', { ...seenOf(row), ...remarkIn(values) }); return said('收款单位已停用'); },
  },
  {
    on: 'row', key: 'enable', title: '启用', takesRemark: true, permission, isFor: (row) => !isOn(row), words: (row) => `启用后，${who(row)} 可以再下新订单。`,
    run: async (row, values) => { await api.doToPayee('enable', { ...seenOf(row), ...remarkIn(values) }); return said('收款单位已启用'); },
  },
  {
    on: 'row', key: 'delete', title: '删除', takesRemark: true, permission, isGrave: true, words: (row) => `删除 ${who(row)}。有过订单的不能删除，只能停用；还有关联的渠道商户、开发者或收款机构时，须先取消。`,
    run: async (row, values) => { await api.doToPayee('delete', { ...seenOf(row), ...remarkIn(values) }); return said('收款单位已删除'); },
  },
];
