import { Type, type Static } from '@sinclair/typebox';
import { closed, deedRemark, version } from './schemas.js';

const menuKey = Type.String({ pattern: '^[a-z][.][a-z0-9-]{1,60}$', description: '菜单' });
const parentKey = Type.String({ pattern: '^(-|[a-z][.][a-z0-9-]{1,60})$', description: '上级菜单' });
const menuName = Type.String({ minLength: 1, maxLength: 20, pattern: '^[^\\p{Cc}\\p{Cs}\\p{Bidi_Control}]*[^\\p{Cc}\\p{Cs}\\p{Bidi_Control}\\s][^\\p{Cc}\\p{Cs}\\p{Bidi_Control}]*$', description: '菜单名称' });
const remark = Type.String({ maxLength: 200, pattern: '^[^\\p{Cs}\\p{Bidi_Control}\\u0000]*$', description: '备注' });

export const oneMenu = closed({ menuKey, deedRemark });
/** Without `pageKey` a directory; with it a link to that page of the product, so that no entry points anywhere else. */
export const newMenu = closed({ menuName, parentKey, pageKey: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,60}$', description: '打开的页面' })), remark });
export const editMenu = closed({ menuKey, version, menuName, parentKey, remark });
/** What a form chooses from. */
export const menuChoices = closed({
  directories: Type.Array(closed({ menuKey: Type.String(), menuName: Type.String() })), pages: Type.Array(closed({ pageKey: Type.String(), title: Type.String() })),
});

export type OneMenuBody = Static<typeof oneMenu>;
export type NewMenuBody = Static<typeof newMenu>;
export type EditMenuBody = Static<typeof editMenu>;
export type MenuChoices = Static<typeof menuChoices>;
