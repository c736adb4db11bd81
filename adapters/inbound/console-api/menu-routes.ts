import type { EditMenu } from '../../../application/menus/edit-menu.js';
import type { ReadMenu } from '../../../application/menus/read-menu.js';
import { consoleMenu } from '../../../contracts/console/menu.js';
import { editMenu, menuChoices, newMenu, oneMenu, type EditMenuBody, type MenuChoices, type NewMenuBody, type OneMenuBody } from '../../../contracts/console/menus.js';
import { done } from '../../../contracts/console/schemas.js';
import type { Result } from '../../../domain/kernel/result.js';
import { rootKey, siblingsOf, type MenuEntry, type MenuRefusal } from '../../../domain/menus/menu.js';
import { acting } from './acting.js';
import { changed, usualWords, type Said } from './answers.js';
import { type Answer, type ConsoleRoute, type OwnCall, type Refusal } from './route.js';

export interface MenuDeps { readonly menu: Pick<ReadMenu, 'run'>; readonly editMenu: Pick<EditMenu, 'add' | 'edit' | 'move' | 'switch' | 'remove'> }

const words: Readonly<Record<MenuRefusal, Said>> = {
  unknown: ['没有这个菜单'], 'changed-meanwhile': usualWords['changed-meanwhile'], 'unknown-parent': ['目录只能在最上层，页面须在一个目录之下', 'parentKey'], 'unknown-page': ['没有这个页面', 'pageKey'], 'name-taken': ['同一上级下已有同名菜单', 'menuName'],
  'too-many': ['菜单已达上限，不能再增加'], first: ['已经是第一个，不能上移'], last: ['已经是最后一个，不能下移'], delivered: ['产品自带的菜单不能删除，可以停用'], 'has-entries': ['目录下还有菜单，不能删除'],
  'keeps-menus': ['菜单管理及其所在目录不能停用，否则无法恢复'], 'enabled-already': ['菜单已启用'], 'disabled-already': ['菜单已停用'],
};
const access = { permission: 'platform.menus.edit' } as const;
const answerOf = (came: Result<MenuEntry, MenuRefusal>): Answer | Refusal => changed(came, words);

/** 菜单管理 (1.1.6.1.1). */
export function menuRoutes({ menu, editMenu: edit }: MenuDeps): readonly ConsoleRoute[] {
  const forOne = (name: string, summary: string, requirement: string, act: (call: OwnCall<never>, menuKey: string) => Promise<Result<MenuEntry, MenuRefusal>>): ConsoleRoute => ({
    name: `menus.${name}`, method: 'POST', path: `/menus/${name}`, access, summary, requirements: [requirement], answer: done, body: oneMenu,
    handle: async (call: OwnCall<OneMenuBody>) => answerOf(await act(call as OwnCall<never>, call.body.menuKey)),
  });
  return [
    {
      name: 'menus.choices', method: 'GET', path: '/menus/choices', access, summary: '可以选择的目录和页面', answer: menuChoices,
      handle: async () => ({
        body: {
          directories: siblingsOf(await menu.run(), rootKey).map(({ menuKey, menuName }) => ({ menuKey, menuName })),
          pages: consoleMenu.flatMap((group) => group.pages.map(({ key, title }) => ({ pageKey: key, title: `${group.title} / ${title}` }))),
        } satisfies MenuChoices,
      }),
    },
    {
      name: 'menus.add', method: 'POST', path: '/menus/add', access, summary: '新增菜单', requirements: ['1.1.6.1.1-b'], answer: done, body: newMenu,
      handle: async (call: OwnCall<NewMenuBody>) => answerOf(await edit.add(acting(call), { ...call.body, menuName: call.body.menuName.trim(), pageKey: call.body.pageKey })),
    },
    {
      name: 'menus.edit', method: 'POST', path: '/menus/edit', access, summary: '修改菜单', requirements: ['1.1.6.1.1-c'], answer: done, body: editMenu,
      handle: async (call: OwnCall<EditMenuBody>) => answerOf(await edit.edit(acting(call), call.body.menuKey, call.body.version, { ...call.body, menuName: call.body.menuName.trim() })),
    },
    forOne('enable', '启用菜单', '1.1.6.1.1-f', (call, key) => edit.switch(acting(call), key, true)),
    forOne('disable', '停用菜单', '1.1.6.1.1-g', (call, key) => edit.switch(acting(call), key, false)),
    forOne('move-up', '上移菜单', '1.1.6.1.1-h', (call, key) => edit.move(acting(call), key, 'up')),
    forOne('move-down', '下移菜单', '1.1.6.1.1-i', (call, key) => edit.move(acting(call), key, 'down')),
    forOne('delete', '删除菜单', '1.1.6.1.1-d', (call, key) => edit.remove(acting(call), key)),
  ];
}
