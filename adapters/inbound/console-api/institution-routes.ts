import type { ManageInstitutionRefusal, ManageInstitutions } from '../../../application/directory/manage-institutions.js';
import type { ReadPayees } from '../../../application/directory/read-payees.js';
import { editInstitution, givenCode, institutionForm, institutionPayees, linkPayees, newInstitution, oneInstitution, seenInstitution, type EditInstitutionBody, type GivenCode, type InstitutionForm, type InstitutionPayees, type LinkPayeesBody, type NewInstitutionBody, type SeenInstitutionBody, type OneInstitutionBody } from '../../../contracts/console/payees.js';
import { done } from '../../../contracts/console/schemas.js';
import type { Institution } from '../../../domain/directory/institution.js';
import { maskMobile } from '../../../domain/kernel/personal-data.js';
import type { Result } from '../../../domain/kernel/result.js';
import { acting } from './acting.js';
import { answered, doneBody, type Said } from './answers.js';
import { refused, type Answer, type ConsoleRoute, type OwnCall, type Refusal } from './route.js';

export interface InstitutionDeps { readonly institutions: ManageInstitutions; readonly readPayees: ReadPayees }

const [mayEdit, mayReset] = ['config.institutions.edit', 'config.institutions.reset'] as const;

function said(refusal: ManageInstitutionRefusal): Said {
  switch (refusal.code) {
    case 'number-malformed': return ['机构编号须为 1 至 32 位字母、数字、下划线或短横线，以字母或数字开头', 'institutionNo'];
    case 'number-taken': return ['机构编号已被使用', 'institutionNo'];
    case 'name-taken': return ['机构名称已被使用', 'institutionName'];
    case 'mobile-malformed': return ['手机号不正确', 'contactMobile'];
    case 'account-malformed': return ['账号须为 3 至 32 位小写字母、数字、点、下划线或短横线，以字母开头', 'adminAccount'];
    case 'account-taken': return ['账号已被使用', 'adminAccount'];
    case 'unknown': return ['没有这个收款机构'];
    case 'changed-meanwhile': return ['收款机构已被他人修改，请关闭后重新打开，核对后再改'];
    case 'in-use': return ['收款机构还有关联的收款单位，请先取消关联'];
    case 'too-many': return ['一个机构最多关联 1000 个收款单位', 'merchantNos'];
    case 'payee-unknown': return [`没有这个收款单位：${refusal.merchantNo}`, 'merchantNos'];
    case 'payee-of-another': return [`收款单位 ${refusal.merchantNo} 已属于另一个机构，请先在那里取消关联`, 'merchantNos'];
    case 'not-theirs': return ['管理员账号不属于这个机构，请联系系统管理员核查'];
    case 'rights-without-factor': return ['管理员已设置口令而没有绑定第二因素，重置等于取得他人的权限；请管理员本人先绑定'];
    case 'not-now': return ['机构或其管理员账号已停用，请先启用'];
  }
}
const answerOf = <T>(came: Result<T, ManageInstitutionRefusal>, body: (value: T) => object = doneBody): Answer | Refusal => answered(came, body, said);
const codeIn = ({ activationCode }: GivenCode): GivenCode => ({ activationCode });

/** 收款机构管理 (1.1.4.1.5). Whoever administers an institution sees its payees: each change with the second factor shown anew (AUTH-10). */
export function institutionRoutes({ institutions, readPayees }: InstitutionDeps): readonly ConsoleRoute[] {
  const seen = (name: string, summary: string, requirements: readonly string[], act: (call: OwnCall<never>, body: SeenInstitutionBody) => Promise<Result<Institution, ManageInstitutionRefusal>>): ConsoleRoute => ({
    name: `institutions.${name}`, method: 'POST', path: `/institutions/${name}`, access: { permission: mayEdit }, stepUp: true, summary, requirements, answer: done, body: seenInstitution,
    handle: async (call: OwnCall<SeenInstitutionBody>) => answerOf(await act(call as OwnCall<never>, call.body)),
  });
  return [
    {
      name: 'institutions.one', method: 'GET', path: '/institutions/:institutionNo', access: { permission: mayEdit }, summary: '一个收款机构的资料', answer: institutionForm,
      handle: async ({ params }: OwnCall<never>) => {
        const found = await readPayees.institution(params['institutionNo'] ?? '');
        if (found === undefined) return refused('NOT_FOUND');
        const { institutionNo, version, institutionName, contactName, contactMobile, remark } = found;
        return { body: { institutionNo, version, institutionName, contactName, remark, ...(contactMobile !== undefined && { maskedMobile: maskMobile(contactMobile) }) } satisfies InstitutionForm };
      },
    },
    {
      name: 'institutions.payees', method: 'GET', path: '/institutions/:institutionNo/payees', access: { permission: mayEdit }, summary: '机构已关联和可以关联的收款单位', answer: institutionPayees,
      handle: async ({ params }: OwnCall<never>) => {
        const institution = await readPayees.institution(params['institutionNo'] ?? '');
        if (institution === undefined) return refused('NOT_FOUND');
        const [payees, all] = [await readPayees.payees(), await readPayees.institutions()];
        const others = new Set(all.map(({ institutionNo }) => institutionNo).filter((no) => no !== institution.institutionNo));
        return {
          body: {
            version: institution.version, linked: payees.filter(({ institutionNo }) => institutionNo === institution.institutionNo).map(({ merchantNo }) => merchantNo),
            payees: payees.filter(({ institutionNo }) => institutionNo === undefined || !others.has(institutionNo)).map(({ merchantNo: code, payeeName: name }) => ({ code, name })),
          } satisfies InstitutionPayees,
        };
      },
    },
    {
      name: 'institutions.add', method: 'POST', path: '/institutions/add', access: { permission: mayEdit }, stepUp: true, summary: '新增收款机构', requirements: ['1.1.4.1.5-b'], answer: givenCode, body: newInstitution,
      handle: async (call: OwnCall<NewInstitutionBody>) => answerOf(await institutions.add(acting(call), { contactMobile: undefined, ...call.body }), codeIn),
    },
    {
      name: 'institutions.edit', method: 'POST', path: '/institutions/edit', access: { permission: mayEdit }, stepUp: true, summary: '修改收款机构', requirements: ['1.1.4.1.5-c'], answer: done, body: editInstitution,
      handle: async (call: OwnCall<EditInstitutionBody>) => {
        const { institutionNo, version, ...facts } = call.body;
        return answerOf(await institutions.edit(acting(call), { institutionNo, version }, { contactMobile: undefined, ...facts }));
      },
    },
    seen('disable', '停用收款机构', [], (call, body) => institutions.disable(acting(call), body)),
    seen('enable', '启用收款机构', [], (call, body) => institutions.enable(acting(call), body)),
    seen('delete', '删除收款机构', ['1.1.4.1.5-d'], (call, body) => institutions.remove(acting(call), body)),
    {
      name: 'institutions.link-payees', method: 'POST', path: '/institutions/link-payees', access: { permission: mayEdit }, stepUp: true, summary: '关联机构的收款单位', requirements: ['1.1.4.1.5-e'], answer: done, body: linkPayees,
      handle: async (call: OwnCall<LinkPayeesBody>) => answerOf(await institutions.linkPayees(acting(call), call.body, call.body.merchantNos)),
    },
    {
      name: 'institutions.reset-password', method: 'POST', path: '/institutions/reset-password', access: { permission: mayReset }, stepUp: true, summary: '重置机构管理员密码', requirements: ['1.1.4.1.5-f'], answer: givenCode, body: oneInstitution,
      handle: async (call: OwnCall<OneInstitutionBody>) => answerOf(await institutions.resetAdministrator(acting(call), call.body.institutionNo), codeIn),
    },
  ];
}
