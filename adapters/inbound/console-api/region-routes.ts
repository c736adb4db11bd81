import type { ManageRegions, RegionRefusal } from '../../../application/directory/manage-regions.js';
import type { RegionChoices } from '../../../application/directory/region-choices.js';
import { editRegion, nameRegionAdmin, newRegion, oneRegion, regionAdmins, regionChoices as choices, type EditRegionBody, type NameRegionAdminBody, type NewRegionBody, type OneRegionBody, type RegionAdmins, type RegionChoicesBody } from '../../../contracts/console/places.js';
import { done } from '../../../contracts/console/schemas.js';
import { acting } from './acting.js';
import { changed, usualWords, type Said } from './answers.js';
import type { ConsoleRoute, OwnCall } from './route.js';

export interface RegionDeps { readonly regions: ManageRegions; readonly regionChoices: RegionChoices }

const words: Readonly<Record<RegionRefusal, Said>> = {
  ...usualWords, 'code-malformed': ['区域编码须为 6 至 12 位数字', 'regionCode'], 'code-taken': ['区域编码已被使用', 'regionCode'], 'name-taken': ['区域名称已被使用', 'regionName'],
  'parent-unknown': ['没有这个上级区域', 'parentRegionCode'], 'parent-below': ['上级区域不能是本区域或其下级', 'parentRegionCode'], 'too-deep': ['区域层级不能超过 8 级', 'parentRegionCode'],
  'parent-widens-scope': ['有操作员的数据范围是新的上级区域或其上级，移入会扩大其数据范围；请先按申请、审批调整这些操作员的数据范围', 'parentRegionCode'],
  'admin-unknown': ['没有这个操作员，或已停用', 'regionAdmin'], 'admin-elsewhere': ['账号的数据范围不是本区域；请先申请、审批其数据范围', 'regionAdmin'],
  'used-by-region': ['有下级区域，不能删除'], 'used-by-payee': ['有收款单位属于此区域，不能删除'], 'used-by-nontax': ['区域非税配置使用此区域，不能删除'], 'used-by-operator': ['有操作员的数据范围是此区域，不能删除'],
};
const permission = 'platform.regions.edit';

/** 区域数据管理 (1.1.6.1.2). Each with the second factor shown anew: switching a region off stops its collection. */
export function regionRoutes({ regions, regionChoices }: RegionDeps): readonly ConsoleRoute[] {
  const changing = (verb: string, summary: string, ...requirements: readonly string[]) => ({ name: `regions.${verb}`, method: 'POST', path: `/regions/${verb}`, access: { permission }, stepUp: true, summary, requirements, answer: done } as const);
  return [
    {
      ...changing('add', '新增区域', '1.1.6.1.2-b'), body: newRegion,
      handle: async (call: OwnCall<NewRegionBody>) => { const { regionCode, parentRegionCode, ...facts } = call.body; return changed(await regions.add(acting(call), regionCode, { ...facts, parentRegionCode }), words); },
    },
    {
      ...changing('edit', '修改区域', '1.1.6.1.2-c'), body: editRegion,
      handle: async (call: OwnCall<EditRegionBody>) => { const { regionCode, version, parentRegionCode, ...facts } = call.body; return changed(await regions.edit(acting(call), regionCode, version, { ...facts, parentRegionCode }), words); },
    },
    {
      ...changing('name-admin', '指定区域管理员', '1.1.6.1.2-i'), body: nameRegionAdmin,
      handle: async (call: OwnCall<NameRegionAdminBody>) => changed(await regions.nameAdmin(acting(call), call.body.regionCode, call.body.version, call.body.regionAdmin), words),
    },
    { ...changing('enable', '启用区域', '1.1.6.1.2-f'), body: oneRegion, handle: async (call: OwnCall<OneRegionBody>) => changed(await regions.switch(acting(call), call.body.regionCode, call.body.version, true), words) },
    { ...changing('disable', '停用区域', '1.1.6.1.2-g'), body: oneRegion, handle: async (call: OwnCall<OneRegionBody>) => changed(await regions.switch(acting(call), call.body.regionCode, call.body.version, false), words) },
    { ...changing('remove', '删除区域', '1.1.6.1.2-d'), body: oneRegion, handle: async (call: OwnCall<OneRegionBody>) => changed(await regions.remove(acting(call), call.body.regionCode, call.body.version), words) },
    {
      name: 'regions.choices', method: 'GET', path: '/regions/choices', access: { permission }, summary: '可以选为上级的区域', answer: choices,
      handle: async () => ({ body: { regions: (await regionChoices.all()).map(({ regionCode, regionName }) => ({ regionCode, regionName })) } satisfies RegionChoicesBody }),
    },
    {
      name: 'regions.admins', method: 'GET', path: '/regions/:regionCode/admins', access: { permission }, summary: '可以指定为区域管理员的操作员', answer: regionAdmins,
      handle: async ({ params }: OwnCall<never>) => ({ body: { operators: (await regionChoices.admins(params['regionCode'] ?? '')).map(({ operatorNo, account, name }) => ({ operatorNo, account, name })) } satisfies RegionAdmins }),
    },
  ];
}
