import type { Result } from '../../domain/kernel/result.js';
import { ok, refuse } from '../../domain/kernel/result.js';
import { addedEntry, editedEntry, menusPage, movedEntry, pageEntryKey, removedEntry, switchedEntry, withDelivered, type Entries, type MenuEntry, type MenuFacts, type MenuRefusal, type NewMenuEntry } from '../../domain/menus/menu.js';
import { deedEntry, type Acting, type Deed } from '../../domain/operators/acting.js';
import type { DirectoryStore } from '../ports/directory-books.js';
import type { MenuParts } from './menu-parts.js';
import type { ReadMenu } from './read-menu.js';

type Menus = DirectoryStore['menus'];
type Done = Result<MenuEntry, MenuRefusal>;

/** 菜单管理 (1.1.6.1.1). Each change with its audit entry; the whole menu is read in the unit, so that two who move entries go one after the other. */
export class EditMenu {
  readonly #parts: MenuParts;
  readonly #menu: Pick<ReadMenu, 'forget'>;
  constructor(parts: MenuParts, menu: Pick<ReadMenu, 'forget'>) { [this.#parts, this.#menu] = [parts, menu]; }

  /** Stores what this release brings and the table does not have yet; how many entries. Every process may do it at any time. */
  async seed(): Promise<number> {
    const { unitOfWork, delivered } = this.#parts;
    const missing = withDelivered(await unitOfWork.read(({ directory }) => directory.menus.all()), delivered).added;
    if (missing.length === 0) return 0;
    return unitOfWork.run(async ({ directory: { menus } }) => {
      const { added, changed } = withDelivered(await inTurn(menus), delivered);
      for (const entry of added) await menus.add(entry);
      for (const entry of changed) await menus.put(entry);
      return added.length;
    });
  }

  add(acting: Acting, facts: Omit<NewMenuEntry, 'menuKey'>): Promise<Done> {
    const isPage = (key: string): boolean => this.#parts.delivered.some(({ pages }) => pages.some((page) => page.key === key));
    return this.#change(acting, { action: 'menu.added', description: '新增菜单' }, async (menus, entries) => {
      const added = addedEntry(entries, { ...facts, menuKey: `a.${this.#parts.ids.next()}` }, isPage);
      if (added.ok) await menus.add(added.value);
      return added;
    });
  }

  /** As it was read at `version`: what somebody else has saved since is not overwritten by whoever did not see it. */
  edit(acting: Acting, menuKey: string, version: number, facts: MenuFacts): Promise<Done> {
    return this.#change(acting, { action: 'menu.edited', description: '修改菜单' }, async (menus, entries) => {
      const seen = entries.find((entry) => entry.menuKey === menuKey);
      return seen !== undefined && seen.version !== version ? refuse('changed-meanwhile') : first(menus, editedEntry(entries, menuKey, facts), menuKey);
    });
  }

  move(acting: Acting, menuKey: string, way: 'up' | 'down'): Promise<Done> {
    return this.#change(acting, { action: `menu.moved-${way}`, description: way === 'up' ? '上移菜单' : '下移菜单' }, async (menus, entries) => first(menus, movedEntry(entries, menuKey, way), menuKey));
  }

  switch(acting: Acting, menuKey: string, enabled: boolean): Promise<Done> {
    return this.#change(acting, { action: enabled ? 'menu.enabled' : 'menu.disabled', description: enabled ? '启用菜单' : '停用菜单' }, async (menus, entries) => {
      const switched = switchedEntry(entries, menuKey, enabled);
      if (switched.ok) await menus.put(switched.value);
      return switched;
    });
  }

  remove(acting: Acting, menuKey: string): Promise<Done> {
    return this.#change(acting, { action: 'menu.removed', description: '删除菜单' }, async (menus, entries) => {
      const left = removedEntry(entries, menuKey);
      if (!left.ok) return left;
      await menus.remove(left.value.removed);
      for (const entry of left.value.changed) await menus.put(entry);
      return ok(left.value.removed);
    });
  }

  async #change(acting: Acting, deed: Pick<Deed, 'action' | 'description'>, work: (menus: Menus, entries: Entries) => Promise<Done>): Promise<Done> {
    const { unitOfWork, ids, clock } = this.#parts;
    const done = await unitOfWork.run(async ({ directory: { menus }, audit }) => {
      const entries = await inTurn(menus);
      const came = await work(menus, entries);
      if (!came.ok) return came;
      const before = entries.find(({ menuKey }) => menuKey === came.value.menuKey);
      await audit.append(deedEntry(ids.next(), clock.now(), acting, {
        ...deed, objectKind: 'menu', objectNo: came.value.menuKey, ...(before !== undefined && { before: factsOf(before) }), ...(deed.action !== 'menu.removed' && { after: factsOf(came.value) }),
      }));
      return came;
    });
    this.#menu.forget();
    return done;
  }
}

/** The whole menu, in a unit that no other change of it runs beside. */
async function inTurn(menus: Menus): Promise<Entries> {
  await menus.one({ menuKey: pageEntryKey(menusPage) });
  return menus.all();
}

/** Stores all that changes; gives the one that was meant. */
async function first(menus: Menus, changed: Result<Entries, MenuRefusal>, menuKey: string): Promise<Done> {
  if (!changed.ok) return changed;
  for (const entry of changed.value) await menus.put(entry);
  const [meant = changed.value[0]] = changed.value.filter((entry) => entry.menuKey === menuKey);
  if (meant === undefined) throw new Error('a change that changes nothing');
  return ok(meant);
}

const factsOf = ({ menuName, parentKey, pageKey, sortNo, enabled, remark }: MenuEntry): Readonly<Record<string, string>> =>
  ({ menuName, parentKey, pageKey: pageKey ?? '', sortNo: String(sortNo), enabled: enabled ? '1' : '0', remark });
