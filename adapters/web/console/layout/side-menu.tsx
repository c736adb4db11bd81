import { Menu, type MenuProps } from 'antd';
import { useMemo, type ReactNode } from 'react';
import type { MenuEntry } from '../../../../contracts/console/me.js';
import { placesOf } from '../../shared/menu.js';
import { Link } from '../routing/link.js';
import { goTo, samePath } from '../routing/location.js';

type Items = NonNullable<MenuProps['items']>;

const pathOf = ({ path, list }: MenuEntry): string | undefined => path ?? (list === undefined ? undefined : `/lists/${list}`);
const itemsOf = (entries: readonly MenuEntry[]): Items => entries.map((entry) => {
  const path = pathOf(entry);
  return entry.children !== undefined && entry.children.length > 0
    ? { key: entry.key, label: entry.title, children: itemsOf(entry.children) }
    : { key: entry.key, label: path === undefined ? entry.title : <Link to={path}>{entry.title}</Link>, disabled: path === undefined };
});

const homeKey = ' home';

/** The menu of the account, with the branch of the present page open. */
export function SideMenu({ menu, path }: { readonly menu: readonly MenuEntry[]; readonly path: string }): ReactNode {
  const places = useMemo(() => placesOf(menu), [menu]);
  const items = useMemo<Items>(() => [{ key: homeKey, label: <Link to="/">首页</Link> }, ...itemsOf(menu)], [menu]);
  const here = places.find((place) => samePath(place.path, path));
  const branches = menu.filter(({ children }) => children !== undefined).map(({ key, children }) => ({ key, holds: placesOf(children ?? []) }));
  const open = branches.filter(({ holds }) => holds.some(({ key }) => key === here?.key)).map(({ key }) => key);
  const selected = samePath(path, '/') ? homeKey : here?.key;
  // By keyboard the item is chosen, not the link in it.
  const choose: MenuProps['onSelect'] = ({ key, domEvent }) => {
    if (domEvent.type !== 'keydown') return;
    const target = key === homeKey ? '/' : places.find((place) => place.key === key)?.path;
    if (target !== undefined) goTo(target);
  };
  return <Menu mode="inline" items={items} inlineIndent={16} defaultOpenKeys={open.length > 0 ? open : branches.slice(0, 1).map(({ key }) => key)} selectedKeys={selected === undefined ? [] : [selected]} onSelect={choose} />;
}
