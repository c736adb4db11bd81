import { ok, refuse, type Result } from '../kernel/result.js';

/** What stands above everything. */
export const rootKey = '-';
/** Entries of the whole menu; nobody finds anything in more. */
export const maxMenuEntries = 100;
/** The page on which the menu is kept: never switched off, or nobody could switch anything on again. */
export const menusPage = 'menus';

/** 菜单 (1.1.6.1.1): a directory at the top, or a page in one. What it opens is named, never written: nothing points outside of the console. */
export interface MenuEntry {
  readonly menuKey: string;
  readonly parentKey: string;
  readonly menuName: string;
  readonly menuType: 'directory' | 'page';
  /** Page of the product that it opens; of pages alone. */
  readonly pageKey: string | undefined;
  /** Place among those with the same parent, from 1. */
  readonly sortNo: number;
  /** Switched off it is shown to nobody; it takes no right away. */
  readonly enabled: boolean;
  readonly origin: 'delivered' | 'added';
  readonly remark: string;
  readonly version: number;
}

/** The menu as a release brings it. */
export interface DeliveredGroup { readonly key: string; readonly title: string; readonly pages: readonly { readonly key: string; readonly title: string }[] }

export const directoryKey = (key: string): string => `d.${key}`;
export const pageEntryKey = (key: string): string => `p.${key}`;

export type MenuRefusal = 'unknown' | 'changed-meanwhile' | 'unknown-parent' | 'unknown-page' | 'name-taken' | 'too-many' | 'first' | 'last' | 'delivered' | 'has-entries' | 'keeps-menus' | 'enabled-already' | 'disabled-already';
export type Entries = readonly MenuEntry[];

export const siblingsOf = (entries: Entries, parentKey: string): Entries => entries.filter((entry) => entry.parentKey === parentKey).sort((a, b) => a.sortNo - b.sortNo || (a.menuKey < b.menuKey ? -1 : 1));
const find = (entries: Entries, menuKey: string): MenuEntry | undefined => entries.find((entry) => entry.menuKey === menuKey);
const isNamed = (entries: Entries, parentKey: string, menuName: string, but?: string): boolean => entries.some((entry) => entry.parentKey === parentKey && entry.menuName === menuName && entry.menuKey !== but);
const numbered = (siblings: Entries): Entries => siblings.map((entry, at) => (entry.sortNo === at + 1 ? entry : { ...entry, sortNo: at + 1 }));
const changedOf = (before: Entries, after: Entries): Entries => after.filter((entry) => find(before, entry.menuKey) !== entry);

/** What is to be stored so that every delivered entry stands in the menu: a new one right behind the delivered one before it, whatever people did with the others. */
export function withDelivered(entries: Entries, delivered: readonly DeliveredGroup[]): { readonly added: Entries; readonly changed: Entries } {
  let all = entries;
  const insert = (parentKey: string, keys: readonly string[], at: number, made: Pick<MenuEntry, 'menuName' | 'menuType' | 'pageKey'>): void => {
    const menuKey = keys[at] ?? '';
    if (find(all, menuKey) !== undefined) return;
    const siblings = siblingsOf(all, parentKey);
    const before = keys.slice(0, at).reverse().map((key) => siblings.findIndex((entry) => entry.menuKey === key)).find((place) => place >= 0) ?? -1;
    const entry: MenuEntry = { ...made, menuKey, parentKey, sortNo: 0, enabled: true, origin: 'delivered', remark: '', version: 1 };
    const placed = numbered([...siblings.slice(0, before + 1), entry, ...siblings.slice(before + 1)]);
    all = [...all.filter((one) => one.parentKey !== parentKey), ...placed];
  };
  const groups = delivered.map(({ key }) => directoryKey(key));
  delivered.forEach(({ key, title, pages }, at) => {
    insert(rootKey, groups, at, { menuName: title, menuType: 'directory', pageKey: undefined });
    const keys = pages.map((page) => pageEntryKey(page.key));
    pages.forEach((page, place) => { insert(directoryKey(key), keys, place, { menuName: page.title, menuType: 'page', pageKey: page.key }); });
  });
  const isNew = (entry: MenuEntry): boolean => find(entries, entry.menuKey) === undefined;
  return { added: all.filter(isNew), changed: changedOf(entries, all).filter((entry) => !isNew(entry)) };
}

export interface NewMenuEntry { readonly menuKey: string; readonly menuName: string; readonly parentKey: string; readonly pageKey: string | undefined; readonly remark: string }

/** A directory at the top, or in a directory a link to a page that there is; it stands last. */
export function addedEntry(entries: Entries, { menuKey, menuName, parentKey, pageKey, remark }: NewMenuEntry, isPage: (key: string) => boolean): Result<MenuEntry, MenuRefusal> {
  if (entries.length >= maxMenuEntries) return refuse('too-many');
  const place = pageKey === undefined ? (parentKey === rootKey ? 'root' : undefined) : find(entries, parentKey)?.menuType === 'directory' ? 'directory' : undefined;
  if (place === undefined) return refuse('unknown-parent');
  if (pageKey !== undefined && !isPage(pageKey)) return refuse('unknown-page');
  if (isNamed(entries, parentKey, menuName)) return refuse('name-taken');
  return ok({
    menuKey, parentKey, menuName, menuType: pageKey === undefined ? 'directory' : 'page', pageKey, sortNo: siblingsOf(entries, parentKey).length + 1, enabled: true, origin: 'added', remark, version: 1,
  });
}

export interface MenuFacts { readonly menuName: string; readonly parentKey: string; readonly remark: string }

/** Another name, another directory (there it stands last), another remark. What it opens stays. Gives every entry that changes, the one meant first. */
export function editedEntry(entries: Entries, menuKey: string, { menuName, parentKey, remark }: MenuFacts): Result<Entries, MenuRefusal> {
  const entry = find(entries, menuKey);
  if (entry === undefined) return refuse('unknown');
  const target = parentKey === entry.parentKey ? undefined : find(entries, parentKey);
  if (parentKey !== entry.parentKey && (entry.menuType === 'directory' || target?.menuType !== 'directory')) return refuse('unknown-parent');
  if (target !== undefined && !target.enabled && entry.pageKey === menusPage) return refuse('keeps-menus');
  if (isNamed(entries, parentKey, menuName, menuKey)) return refuse('name-taken');
  const edited = { ...entry, menuName, parentKey, remark };
  if (target === undefined) return ok([edited]);
  const left = numbered(siblingsOf(entries, entry.parentKey).filter((one) => one.menuKey !== menuKey));
  return ok([{ ...edited, sortNo: siblingsOf(entries, parentKey).length + 1 }, ...changedOf(entries, left)]);
}

/** One place up or down among those with the same parent: the two that change places. */
export function movedEntry(entries: Entries, menuKey: string, way: 'up' | 'down'): Result<Entries, MenuRefusal> {
  const entry = find(entries, menuKey);
  if (entry === undefined) return refuse('unknown');
  const siblings = numbered(siblingsOf(entries, entry.parentKey));
  const at = siblings.findIndex((one) => one.menuKey === menuKey);
  const other = way === 'up' ? at - 1 : at + 1;
  if (siblings[other] === undefined) return refuse(way === 'up' ? 'first' : 'last');
  const swapped = [...siblings];
  [swapped[at], swapped[other]] = [siblings[other], siblings[at]!];
  return ok(changedOf(entries, numbered(swapped)));
}

export function switchedEntry(entries: Entries, menuKey: string, enabled: boolean): Result<MenuEntry, MenuRefusal> {
  const entry = find(entries, menuKey);
  if (entry === undefined) return refuse('unknown');
  if (entry.enabled === enabled) return refuse(enabled ? 'enabled-already' : 'disabled-already');
  const holdsMenus = entries.some((one) => one.menuKey === pageEntryKey(menusPage) && (one.menuKey === menuKey || one.parentKey === menuKey));
  return holdsMenus && !enabled ? refuse('keeps-menus') : ok({ ...entry, enabled });
}

/** Only what people added, and no directory with something in it. `changed`: those behind it move up. */
export function removedEntry(entries: Entries, menuKey: string): Result<{ readonly removed: MenuEntry; readonly changed: Entries }, MenuRefusal> {
  const entry = find(entries, menuKey);
  if (entry === undefined) return refuse('unknown');
  if (entry.origin === 'delivered') return refuse('delivered');
  if (entries.some(({ parentKey }) => parentKey === menuKey)) return refuse('has-entries');
  return ok({ removed: entry, changed: changedOf(entries, numbered(siblingsOf(entries, entry.parentKey).filter((one) => one !== entry))) });
}

export interface ShownDirectory { readonly entry: MenuEntry; readonly pages: Entries }

/** What is switched on and may be opened, in its order; a directory without any page is left out. */
export const shownMenu = (entries: Entries, mayOpen: (pageKey: string) => boolean): readonly ShownDirectory[] => siblingsOf(entries, rootKey).flatMap((entry) => {
  const pages = entry.enabled ? siblingsOf(entries, entry.menuKey).filter(({ enabled, pageKey }) => enabled && pageKey !== undefined && mayOpen(pageKey)) : [];
  return pages.length === 0 ? [] : [{ entry, pages }];
});
