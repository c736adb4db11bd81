import { textIn, type FormValues } from '../../shared/form-values.js';
import { api } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, isOff, isOn, remarkField, remarkIn, said, versionOf, type Field, type ListAction } from './action-types.js';

const permission = 'platform.industries.edit';
const codeField = { kind: 'text', name: 'industryCode', label: '行业编码', isRequired: true, maxLength: 32, hint: '2 至 32 位字母、数字、下划线或短横线；建立后不能修改' } as const satisfies Field;
const nameField: Field = { kind: 'text', name: 'industryName', label: '行业名称', isRequired: true, maxLength: 100 };

const factsIn = (values: FormValues) => ({ industryName: textIn(values, 'industryName'), remark: textIn(values, 'remark') });
const which = (row: Row) => ({ industryCode: cellOf(row, 'industryCode'), version: versionOf(row) });
const named = (row: Row): string => `行业“${cellOf(row, 'industryName')}”`;

/** 行业数据管理 (1.1.6.1.3-b to -g). */
export const industryActions: readonly ListAction[] = [
  {
    on: 'page', key: 'create', title: '新增', heading: '新增行业', permission, form: () => ({ fields: [codeField, nameField, remarkField], initial: {} }),
    run: async (values) => { await api.addIndustry({ industryCode: textIn(values, 'industryCode'), ...factsIn(values) }); return said('行业已新增'); },
  },
  {
    on: 'row', key: 'edit', title: '修改', heading: '修改行业', permission, words: (row) => `修改${named(row)}；编码不能修改。`,
    form: (row) => ({
      fields: [{ kind: 'fixed', name: codeField.name, label: codeField.label }, nameField, remarkField],
      initial: { industryCode: cellOf(row, 'industryCode'), industryName: cellOf(row, 'industryName'), remark: cellOf(row, 'remark') },
    }),
    run: async (row, values) => { await api.editIndustry({ ...which(row), ...factsIn(values) }); return said('行业已修改'); },
  },
  {
    on: 'row', key: 'enable', title: '启用', takesRemark: true, permission, isFor: isOff, words: (row) => `启用后，${named(row)}的收款单位当即可以接收新订单。`,
    run: async (row, values) => { await api.changeIndustry('enable', { ...which(row), ...remarkIn(values) }); return said('行业已启用'); },
  },
  {
    on: 'row', key: 'disable', title: '停用', takesRemark: true, permission, isGrave: true, isFor: isOn, words: (row) => `停用后，${named(row)}的收款单位当即不再接收新订单；已有订单照常处理。`,
    run: async (row, values) => { await api.changeIndustry('disable', { ...which(row), ...remarkIn(values) }); return said('行业已停用'); },
  },
  {
    on: 'row', key: 'delete', title: '删除', takesRemark: true, permission, isGrave: true, words: (row) => `删除${named(row)}。有收款单位属于此行业时不能删除。`,
    run: async (row, values) => { await api.changeIndustry('remove', { ...which(row), ...remarkIn(values) }); return said('行业已删除'); },
  },
];
