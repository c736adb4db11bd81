import type { IndustryRefusal, ManageIndustries } from '../../../application/directory/manage-industries.js';
import { editIndustry, newIndustry, oneIndustry, type EditIndustryBody, type NewIndustryBody, type OneIndustryBody } from '../../../contracts/console/places.js';
import { done } from '../../../contracts/console/schemas.js';
import { acting } from './acting.js';
import { changed, usualWords, type Said } from './answers.js';
import type { ConsoleRoute, OwnCall } from './route.js';

const words: Readonly<Record<IndustryRefusal, Said>> = {
  ...usualWords, 'code-malformed': ['行业编码须为 2 至 32 位字母、数字、下划线或短横线', 'industryCode'], 'code-taken': ['行业编码已被使用', 'industryCode'], 'name-taken': ['行业名称已被使用', 'industryName'],
  'used-by-payee': ['有收款单位属于此行业，不能删除'],
};

/** 行业数据管理 (1.1.6.1.3). */
export function industryRoutes({ industries }: { readonly industries: ManageIndustries }): readonly ConsoleRoute[] {
  const changing = (verb: string, summary: string, ...requirements: readonly string[]) => ({ name: `industries.${verb}`, method: 'POST', path: `/industries/${verb}`, access: { permission: 'platform.industries.edit' }, stepUp: true, summary, requirements, answer: done } as const);
  return [
    {
      ...changing('add', '新增行业', '1.1.6.1.3-b'), body: newIndustry,
      handle: async (call: OwnCall<NewIndustryBody>) => { const { industryCode, ...facts } = call.body; return changed(await industries.add(acting(call), industryCode, facts), words); },
    },
    {
      ...changing('edit', '修改行业', '1.1.6.1.3-c'), body: editIndustry,
      handle: async (call: OwnCall<EditIndustryBody>) => { const { industryCode, version, ...facts } = call.body; return changed(await industries.edit(acting(call), industryCode, version, facts), words); },
    },
    { ...changing('enable', '启用行业', '1.1.6.1.3-f'), body: oneIndustry, handle: async (call: OwnCall<OneIndustryBody>) => changed(await industries.switch(acting(call), call.body.industryCode, call.body.version, true), words) },
    { ...changing('disable', '停用行业', '1.1.6.1.3-g'), body: oneIndustry, handle: async (call: OwnCall<OneIndustryBody>) => changed(await industries.switch(acting(call), call.body.industryCode, call.body.version, false), words) },
    { ...changing('remove', '删除行业', '1.1.6.1.3-d'), body: oneIndustry, handle: async (call: OwnCall<OneIndustryBody>) => changed(await industries.remove(acting(call), call.body.industryCode, call.body.version), words) },
  ];
}
