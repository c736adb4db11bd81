import type { PermissionGroups } from '../../../contracts/console/operators.js';
import { consoleMenu } from '../../../contracts/console/menu.js';
import { allLists, listNamed } from '../../../contracts/lists/all-lists.js';

type Group = PermissionGroups['groups'][number];

const otherGroup = { key: 'others', title: '其他' } as const;
const pages = consoleMenu.flatMap((group) => group.pages.map((page) => ({ group, title: page.title, permission: listNamed(page.list)?.permission })));

/** What a permission opens, by the titles of its pages; one that opens no page, by the titles of its lists. */
function wordsOf(permission: string): string {
  const titles = pages.filter((page) => page.permission === permission).map(({ title }) => title);
  const named = titles.length > 0 ? titles : allLists.filter((view) => view.permission === permission).map(({ title }) => title);
  return named.length === 0 ? permission : `查看${named.join('、')}`;
}

/** Permissions in the words and the order of the menu, each under the heading where it first opens something. */
export function groupedPermissions(permissions: readonly string[]): readonly Group[] {
  const groupOf = (permission: string): string => pages.find((page) => page.permission === permission)?.group.key ?? otherGroup.key;
  const placeOf = (permission: string): number => pages.findIndex((page) => page.permission === permission);
  return [...consoleMenu, otherGroup].flatMap(({ key, title }) => {
    const held = permissions.filter((permission) => groupOf(permission) === key).sort((one, other) => placeOf(one) - placeOf(other));
    return held.length === 0 ? [] : [{ key, title, permissions: held.map((permission) => ({ permission, title: wordsOf(permission) })) }];
  });
}
