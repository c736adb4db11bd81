import { textIn, type FormValues } from '../../shared/form-values.js';
import { api, session } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, remarkField, remarkIn, said, versionOf, type Field, type ListAction, type Outcome } from './action-types.js';

const permission = 'platform.menus.edit';
const keyOf = (row: Row): string => cellOf(row, 'menuKey');
const nameOf = (row: Row): string => cellOf(row, 'menuName');
/** Above everything. */
const top = '-';

const nameField: Field = { kind: 'text', name: 'menuName', label: '菜单名称', isRequired: true, maxLength: 20 };
const changed = (words: string): Outcome => { session.menuChanged(); return said(words); };
const isLast = (row: Row): boolean => Number(row['sortNo']) >= Number(row['siblingCount']);

const parentField = (directories: readonly { readonly menuKey: string; readonly menuName: string }[]): Field =>
  ({ kind: 'one', name: 'parentKey', label: '上级菜单', isRequired: true, options: directories.map(({ menuKey, menuName }) => ({ value: menuKey, label: menuName })) });
const kindField: Field = { kind: 'one', name: 'menuType', label: '菜单类型', isRequired: true, options: [{ value: 'DIRECTORY', label: '目录' }, { value: 'PAGE', label: '页面' }] };
const isPage = (values: FormValues): boolean => textIn(values, 'menuType') === 'PAGE';

/** 菜单管理 (1.1.6.1.1-b to -i). */
export const menuActions: readonly ListAction[] = [
  {
    on: 'page', key: 'add', title: '新增', heading: '新增菜单', permission, words: '可以新增目录，或在目录下新增指向已有页面的菜单。谁能看到页面仍只由权限决定。',
    form: async (signal) => {
      const { directories, pages } = await api.menuChoices(signal);
      return {
        fields: [kindField, nameField, { ...parentField(directories), isAsked: isPage }, { kind: 'one', name: 'pageKey', label: '打开的页面', isRequired: true, isAsked: isPage, options: pages.map(({ pageKey, title }) => ({ value: pageKey, label: title })) }, remarkField],
        initial: { menuType: 'DIRECTORY' },
      };
    },
    run: async (values) => {
      const facts = { menuName: textIn(values, 'menuName'), remark: textIn(values, 'remark') };
      await api.addMenu(isPage(values) ? { ...facts, parentKey: textIn(values, 'parentKey'), pageKey: textIn(values, 'pageKey') } : { ...facts, parentKey: top });
      return changed('菜单已新增');
    },
  },
  {
    on: 'row', key: 'move-up', title: '上移', permission, isFor: (row) => Number(row['sortNo']) > 1, words: (row) => `将“${nameOf(row)}”上移一位，所有操作员都会看到。`,
    run: async (row) => { await api.changeMenu('move-up', keyOf(row)); return changed('菜单已上移'); },
  },
  {
    on: 'row', key: 'move-down', title: '下移', permission, isFor: (row) => !isLast(row), words: (row) => `将“${nameOf(row)}”下移一位，所有操作员都会看到。`,
    run: async (row) => { await api.changeMenu('move-down', keyOf(row)); return changed('菜单已下移'); },
  },
  {
    on: 'row', key: 'edit', title: '修改', heading: '修改菜单', permission, words: (row) => `修改“${nameOf(row)}”的名称、位置和备注；打开的页面不能修改。`,
    form: async (row, signal) => {
      const { directories } = await api.menuChoices(signal);
      const parent = cellOf(row, 'menuType') === 'PAGE' ? [parentField(directories)] : [];
      return { fields: [nameField, ...parent, remarkField], initial: { menuName: nameOf(row), parentKey: cellOf(row, 'parentKey'), remark: cellOf(row, 'remark') } };
    },
    run: async (row, values) => {
      await api.editMenu({ menuKey: keyOf(row), version: versionOf(row), menuName: textIn(values, 'menuName'), parentKey: cellOf(row, 'menuType') === 'PAGE' ? textIn(values, 'parentKey') : top, remark: textIn(values, 'remark') });
      return changed('菜单已修改');
    },
  },
  {
    on: 'row', key: 'enable', title: '启用', takesRemark: true, permission, isFor: (row) => row['enabled'] === '0', words: (row) => `启用“${nameOf(row)}”，有权限的操作员即可看到。`,
    run: async (row, values) => { await api.changeMenu('enable', keyOf(row), remarkIn(values)); return changed('菜单已启用'); },
  },
  {
    on: 'row', key: 'disable', title: '停用', takesRemark: true, permission, isGrave: true, isFor: (row) => row['enabled'] === '1', words: (row) => `停用后，所有操作员都看不到“${nameOf(row)}”；权限不变，知道地址的仍可打开。`,
    run: async (row, values) => { await api.changeMenu('disable', keyOf(row), remarkIn(values)); return changed('菜单已停用'); },
  },
  {
    on: 'row', key: 'delete', title: '删除', takesRemark: true, permission, isGrave: true, isFor: (row) => row['menuOrigin'] === 'ADDED', words: (row) => `删除“${nameOf(row)}”，不能恢复。目录下还有菜单的不能删除。`,
    run: async (row, values) => { await api.changeMenu('delete', keyOf(row), remarkIn(values)); return changed('菜单已删除'); },
  },
];
