import { consoleMenu, permissionOf } from '../../../contracts/console/menu.js';
import type { PermissionGroups } from '../../../contracts/console/operators.js';
import { actionPermissions } from '../../../contracts/console/permissions.js';
import { allLists } from '../../../contracts/lists/all-lists.js';

type Group = PermissionGroups['groups'][number];

const otherGroup = { key: 'others', title: '其他' } as const;
const pages = consoleMenu.flatMap((group) => group.pages.map((page) => ({ group, title: page.title, permission: permissionOf(page) })));

/** What a permission is for: in its own words where it is to do something, else by the titles of the pages that it opens, or of its lists. */
function wordsOf(permission: string): string {
  const action = actionPermissions[permission];
  if (action !== undefined) return action.title;
  const titles = pages.filter((page) => page.permission === permission).map(({ title }) => title);
  const named = titles.length > 0 ? titles : allLists.filter((view) => view.permission === permission).map(({ title }) => title);
  return named.length === 0 ? permission : `查看${named.join('、')}`;
}

/** Permissions in the words and the order of the menu, each under the heading where it first opens something; what may be done stands behind what may be read. */
export function groupedPermissions(permissions: readonly string[]): readonly Group[] {
  const groupOf = (permission: string): string => actionPermissions[permission]?.group ?? pages.find((page) => page.permission === permission)?.group.key ?? otherGroup.key;
  const placeOf = (permission: string): number =>
    (actionPermissions[permission] === undefined ? pages.findIndex((page) => page.permission === permission) : pages.length + Object.keys(actionPermissions).indexOf(permission));
  return [...consoleMenu, otherGroup].flatMap(({ key, title }) => {
    const held = permissions.filter((permission) => groupOf(permission) === key).sort((one, other) => placeOf(one) - placeOf(other));
    return held.length === 0 ? [] : [{ key, title, permissions: held.map((permission) => ({ permission, title: wordsOf(permission) })) }];
  });
}
