import type { ManagePayeeRefusal, ManagePayees } from '../../../application/directory/manage-payees.js';
import type { ReadPayees } from '../../../application/directory/read-payees.js';
import { editPayee, newPayee, payeeChoices, payeeForm, seenPayee, type EditPayeeBody, type NewPayeeBody, type PayeeFormChoices, type PayeeForm, type SeenPayeeBody } from '../../../contracts/console/payees.js';
import { done } from '../../../contracts/console/schemas.js';
import type { Payee } from '../../../domain/directory/payee.js';
import type { PayeeFacts, PayeeUse } from '../../../domain/directory/payee-rules.js';
import { fen } from '../../../domain/kernel/money.js';
import type { Result } from '../../../domain/kernel/result.js';
import { acting } from './acting.js';
import { answered, doneBody, type Said } from './answers.js';
import { refused, type Answer, type ConsoleRoute, type OwnCall, type Refusal } from './route.js';

export interface PayeeDeps { readonly payees: ManagePayees; readonly readPayees: ReadPayees }

const permission = 'config.payees.edit';
const useWords: Readonly<Record<PayeeUse, string>> = {
  orders: '收款单位已有订单，不能删除，请停用', links: '收款单位还有关联的渠道商户，请先删除关联', developers: '还有开发者可为此收款单位办理业务，请先在开发者管理中取消', 'developer-roles': '还有开发者角色包含此收款单位，请先在开发者角色管理中取消', institution: '收款单位属于收款机构，请先在收款机构管理中取消关联',
};

function said(refusal: ManagePayeeRefusal): Said {
  switch (refusal.code) {
    case 'number-malformed': return ['收款单位编号须为 1 至 20 位字母、数字、下划线或短横线，以字母或数字开头', 'merchantNo'];
    case 'number-taken': return ['收款单位编号已被使用', 'merchantNo'];
    case 'name-taken': return ['收款单位名称已被使用', 'payeeName'];
    case 'region-missing': return ['请选择所属区域', 'regionCode'];
    case 'region-unknown': return ['没有这个区域', 'regionCode'];
    case 'region-off': return ['区域已停用', 'regionCode'];
    case 'industry-missing': return ['请选择所属行业', 'industryCode'];
    case 'industry-unknown': return ['没有这个行业', 'industryCode'];
    case 'industry-off': return ['行业已停用', 'industryCode'];
    case 'unit-missing': return ['先开缴款书的收款单位须有执收单位', 'unitCode'];
    case 'address-malformed': return ['地址不正确：须为完整的 http(s) 地址（生产环境须为 https），不含用户名、# 和空白，不超过 256 个字符', refusal.field];
    case 'address-not-allowed': return ['地址的来源（协议、域名、端口）须先由办理此收款单位业务的开发者登记', refusal.field];
    case 'sub-merchant-twice': return [`子商户号或名称重复：${refusal.subMerchantNo}`, 'subMerchants'];
    case 'sub-merchant-gone': return [`子商户 ${refusal.subMerchantNo} 不能去掉，请停用`, 'subMerchants'];
    case 'unknown': return ['没有这个收款单位'];
    case 'changed-meanwhile': return ['收款单位已被他人修改，请关闭后重新打开，核对后再改'];
    case 'in-use': return [useWords[refusal.by]];
  }
}

const answerOf = (came: Result<Payee, ManagePayeeRefusal>): Answer | Refusal => answered(came, doneBody, said);

/** Half of a charging unit is none. */
const lacking = ({ unitCode, unitName }: Pick<NewPayeeBody, 'unitCode' | 'unitName'>): Refusal | undefined => {
  if ((unitCode === undefined) === (unitName === undefined)) return undefined;
  return refused('REFUSED', unitCode === undefined ? { message: '请填写执收单位编码', field: 'unitCode' } : { message: '请填写执收单位名称', field: 'unitName' });
};

function factsIn(body: Omit<NewPayeeBody, 'merchantNo'>): PayeeFacts {
  const { payeeName, regionCode, industryCode, refundReviewRequired, callbackOnFailedOrClosed, repeatRefundByRule, isNoticeFirst, slipRefundPolicy, subMerchants, remark } = body;
  return {
    payeeName, regionCode, industryCode, refundReviewRequired, callbackOnFailedOrClosed, repeatRefundByRule, isNoticeFirst, slipRefundPolicy, subMerchants, remark,
    payNotifyUrl: body.payNotifyUrl, refundNotifyUrl: body.refundNotifyUrl, defaultReturnUrl: body.defaultReturnUrl,
    refundReviewAbove: body.refundReviewAbove === undefined ? undefined : fen(body.refundReviewAbove),
    chargingUnit: body.unitCode === undefined || body.unitName === undefined ? undefined : { code: body.unitCode, name: body.unitName },
  };
}

function formOf({ institutionNo: _1, enabled: _2, createdAt: _3, chargingUnit, refundReviewAbove, regionCode, industryCode, payNotifyUrl, refundNotifyUrl, defaultReturnUrl, subMerchants, ...rest }: Payee): PayeeForm {
  return {
    ...rest, subMerchants: [...subMerchants], ...(regionCode !== undefined && { regionCode }), ...(industryCode !== undefined && { industryCode }), ...(payNotifyUrl !== undefined && { payNotifyUrl }),
    ...(refundNotifyUrl !== undefined && { refundNotifyUrl }), ...(defaultReturnUrl !== undefined && { defaultReturnUrl }), ...(refundReviewAbove !== undefined && { refundReviewAbove: refundReviewAbove.toString() }),
    ...(chargingUnit && { unitCode: chargingUnit.code, unitName: chargingUnit.name }),
  };
}

/** 收款单位管理 (1.1.4.1.3). Addresses, and what wants no second person, decide about money: each change with the second factor shown anew (AUTH-10). */
export function payeeRoutes({ payees, readPayees }: PayeeDeps): readonly ConsoleRoute[] {
  const seen = (name: string, summary: string, requirements: readonly string[], act: (call: OwnCall<never>, body: SeenPayeeBody) => Promise<Result<Payee, ManagePayeeRefusal>>): ConsoleRoute => ({
    name: `payees.${name}`, method: 'POST', path: `/payees/${name}`, access: { permission }, stepUp: true, summary, requirements, answer: done, body: seenPayee,
    handle: async (call: OwnCall<SeenPayeeBody>) => answerOf(await act(call as OwnCall<never>, call.body)),
  });
  return [
    {
      name: 'payees.choices', method: 'GET', path: '/payee-choices', access: { permission }, summary: '收款单位可选的区域和行业', answer: payeeChoices,
      handle: async () => {
        const { regions, industries } = await readPayees.placesAndIndustries();
        return { body: { regions: regions.map(({ regionCode: code, regionName: name }) => ({ code, name })), industries: industries.map(({ industryCode: code, industryName: name }) => ({ code, name })) } satisfies PayeeFormChoices };
      },
    },
    {
      name: 'payees.one', method: 'GET', path: '/payees/:merchantNo', access: { permission }, summary: '一个收款单位的资料', answer: payeeForm,
      handle: async ({ params }: OwnCall<never>) => {
        const payee = await readPayees.payee(params['merchantNo'] ?? '');
        return payee === undefined ? refused('NOT_FOUND') : { body: formOf(payee) };
      },
    },
    {
      name: 'payees.add', method: 'POST', path: '/payees/add', access: { permission }, stepUp: true, summary: '新增收款单位', requirements: ['1.1.4.1.3-b'], answer: done, body: newPayee,
      handle: async (call: OwnCall<NewPayeeBody>) => lacking(call.body) ?? answerOf(await payees.add(acting(call), call.body.merchantNo, factsIn(call.body))),
    },
    {
      name: 'payees.edit', method: 'POST', path: '/payees/edit', access: { permission }, stepUp: true, summary: '修改收款单位', requirements: ['1.1.4.1.3-c'], answer: done, body: editPayee,
      handle: async (call: OwnCall<EditPayeeBody>) => lacking(call.body) ?? answerOf(await payees.edit(acting(call), call.body, factsIn(call.body))),
    },
    seen('disable', '停用收款单位', [], (call, body) => payees.disable(acting(call), body)),
    seen('enable', '启用收款单位', [], (call, body) => payees.enable(acting(call), body)),
    seen('delete', '删除收款单位', ['1.1.4.1.3-d'], (call, body) => payees.remove(acting(call), body)),
  ];
}
