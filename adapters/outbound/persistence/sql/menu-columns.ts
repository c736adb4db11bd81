import type { MenuEntry } from '../../../../domain/menus/menu.js';
import { flag, int, oneOf, optional, text, words } from './codecs.js';
import { SqlTable } from './sql-table.js';

export const menuTable = new SqlTable<MenuEntry>('console_menu', {
  menuKey: ['menu_key', text(64)], parentKey: ['parent_key', text(64)], menuName: ['menu_name', words(64)], menuType: ['menu_type', oneOf(['directory', 'page'])], pageKey: ['page_key', optional(text(64))],
  sortNo: ['sort_no', int], enabled: ['enabled', flag], origin: ['menu_origin', oneOf(['delivered', 'added'])], remark: ['remark', words(200)], version: ['version', int],
}, ['menuKey'], ['menuType', 'pageKey', 'origin']);
