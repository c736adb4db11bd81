import { Type, type Static } from '@sinclair/typebox';
import { closed } from './schemas.js';

/** One entry of the menu that the account may open. `path`: of the page; `list`: the list view that it draws. */
export const menuEntry = Type.Recursive((self) => closed({
  key: Type.String(), title: Type.String(), path: Type.Optional(Type.String()), list: Type.Optional(Type.String()), children: Type.Optional(Type.Array(self)),
}), { $id: 'menu-entry' });

/** Who is signed in, and what there is for this account. */
export const me = closed({
  operatorNo: Type.String(), account: Type.String(), name: Type.String(),
  officer: Type.Optional(Type.String({ description: '三员' })), scope: Type.String({ description: '数据范围' }), isLimited: Type.Boolean({ description: '数据范围不是全部数据；此时权限和菜单只含在范围内用得上的' }),
  permissions: Type.Array(Type.String()), menu: Type.Array(menuEntry),
  factor: Type.Union([Type.Literal('totp'), Type.Literal('ukey')]),
  signedInAt: Type.Integer(), idleMs: Type.Integer(), passwordDaysLeft: Type.Integer(),
  platformName: Type.String(), isEmbedded: Type.Boolean(),
});
export type Me = Static<typeof me>;
export type MenuEntry = Static<typeof menuEntry>;
