import { textIfAny, textIn, type FormValues } from '../../shared/form-values.js';
import { api } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, isOff, isOn, remarkField, remarkIn, said, versionOf, type Field, type ListAction, type Option } from './action-types.js';

const permission = 'platform.regions.edit';
const codeField = { kind: 'text', name: 'regionCode', label: '区域编码', isRequired: true, maxLength: 12, hint: '6 至 12 位数字；建立后不能修改', pattern: [/^[0-9]{6,12}$/, '区域编码须为 6 至 12 位数字'] } as const satisfies Field;
const nameField: Field = { kind: 'text', name: 'regionName', label: '区域名称', isRequired: true, maxLength: 100 };
/** Of a region that has none above it. */
const top: Option = { value: '', label: '无（最上级）' };

async function parentField(self: string | undefined, signal: AbortSignal): Promise<Field> {
  const { regions } = await api.regionChoices(signal);
  const options = regions.filter(({ regionCode }) => regionCode !== self).map(({ regionCode, regionName }) => ({ value: regionCode, label: `${regionName}（${regionCode}）` }));
  return { kind: 'one', name: 'parentRegionCode', label: '上级区域', options: [top, ...options] };
}

const factsIn = (values: FormValues) => ({ regionName: textIn(values, 'regionName'), ...textIfAny(values, 'parentRegionCode'), remark: textIn(values, 'remark') });
const which = (row: Row) => ({ regionCode: cellOf(row, 'regionCode'), version: versionOf(row) });
const named = (row: Row): string => `区域“${cellOf(row, 'regionName')}”`;

/** 区域数据管理 (1.1.6.1.2-b to -i). */
export const regionActions: readonly ListAction[] = [
  {
    on: 'page', key: 'create', title: '新增', heading: '新增区域', permission, words: '区域管理员在建立以后指定：先为其账号申请、审批本区域的数据范围。',
    form: async (signal) => ({ fields: [codeField, nameField, await parentField(undefined, signal), remarkField], initial: { parentRegionCode: '' } }),
    run: async (values) => { await api.addRegion({ regionCode: textIn(values, 'regionCode'), ...factsIn(values) }); return said('区域已新增'); },
  },
  {
    on: 'row', key: 'edit', title: '修改', heading: '修改区域', permission, words: (row) => `修改${named(row)}；编码不能修改。改变上级，也就改变了上级区域的管理员看到的数据。`,
    form: async (row, signal) => ({
      fields: [{ kind: 'fixed', name: codeField.name, label: codeField.label }, nameField, await parentField(cellOf(row, 'regionCode'), signal), remarkField],
      initial: { regionCode: cellOf(row, 'regionCode'), regionName: cellOf(row, 'regionName'), parentRegionCode: cellOf(row, 'parentRegionCode'), remark: cellOf(row, 'remark') },
    }),
    run: async (row, values) => { await api.editRegion({ ...which(row), ...factsIn(values) }); return said('区域已修改'); },
  },
  {
    on: 'row', key: 'name-admin', title: '指定管理员', heading: '指定区域管理员', permission, words: (row) => `${named(row)}只有一名管理员，指定后替换原来的。只能选数据范围就是本区域的账号；指定本身不增加任何权限。`,
    form: async (row, signal) => {
      const { operators } = await api.regionAdmins(cellOf(row, 'regionCode'), signal);
      return {
        fields: [{ kind: 'one', name: 'regionAdmin', label: '区域管理员', isRequired: true, options: operators.map(({ operatorNo, account, name }) => ({ value: operatorNo, label: `${name}（${account}）` })) }],
        initial: { regionAdmin: cellOf(row, 'adminOperatorNo') || undefined },
        ...(operators.length === 0 && { notice: '还没有账号的数据范围是本区域：请系统管理员申请变更权限，经安全管理员审批。' }),
      };
    },
    run: async (row, values) => { await api.nameRegionAdmin({ ...which(row), regionAdmin: textIn(values, 'regionAdmin') }); return said('区域管理员已指定'); },
  },
  {
    on: 'row', key: 'enable', title: '启用', takesRemark: true, permission, isFor: isOff, words: (row) => `启用后，${named(row)}的收款单位当即可以接收新订单（上级区域也须启用）。`,
    run: async (row, values) => { await api.changeRegion('enable', { ...which(row), ...remarkIn(values) }); return said('区域已启用'); },
  },
  {
    on: 'row', key: 'disable', title: '停用', takesRemark: true, permission, isGrave: true, isFor: isOn, words: (row) => `停用后，${named(row)}及其下级区域的收款单位当即不再接收新订单；已有订单照常处理。`,
    run: async (row, values) => { await api.changeRegion('disable', { ...which(row), ...remarkIn(values) }); return said('区域已停用'); },
  },
  {
    on: 'row', key: 'delete', title: '删除', takesRemark: true, permission, isGrave: true, words: (row) => `删除${named(row)}。有下级区域、收款单位、非税配置或操作员使用时不能删除。`,
    run: async (row, values) => { await api.changeRegion('remove', { ...which(row), ...remarkIn(values) }); return said('区域已删除'); },
  },
];
