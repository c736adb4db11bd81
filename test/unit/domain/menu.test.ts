import { expect } from 'chai';
import { addedEntry, directoryKey, editedEntry, maxMenuEntries, movedEntry, pageEntryKey, removedEntry, rootKey, shownMenu, siblingsOf, switchedEntry, withDelivered, type DeliveredGroup, type Entries, type MenuEntry } from '../../../domain/menus/menu.js';
import { consoleMenu } from '../../../contracts/console/menu.js';
import type { Result } from '../../../domain/kernel/result.js';
import { aMenuEntry } from '../../builders/management.js';

const group = (key: string, ...pages: readonly string[]): DeliveredGroup => ({ key, title: `T-${key}`, pages: pages.map((page) => ({ key: page, title: `T-${page}` })) });
const release = [group('desk', 'orders', 'refunds'), group('platform', 'menus', 'logs')];
const stored = (entries: Entries, delivered: readonly DeliveredGroup[]): Entries => {
  const { added, changed } = withDelivered(entries, delivered);
  return [...entries.map((entry) => changed.find(({ menuKey }) => menuKey === entry.menuKey) ?? entry), ...added];
};
const menu = stored([], release);
const put = (entries: Entries, changed: Entries): Entries => entries.map((entry) => changed.find(({ menuKey }) => menuKey === entry.menuKey) ?? entry);
const namesUnder = (entries: Entries, parent: string): readonly string[] => siblingsOf(entries, parent).map(({ menuKey }) => menuKey);
const given = <T>(came: Result<T, string>): T => { if (!came.ok) throw new Error(came.refusal); return came.value; };
const refusalOf = (came: Result<unknown, string>): string => (came.ok ? 'done' : came.refusal);
const [desk, platform, orders, refunds, menus] = [directoryKey('desk'), directoryKey('platform'), pageEntryKey('orders'), pageEntryKey('refunds'), pageEntryKey('menus')];
const isPage = (key: string): boolean => release.some(({ pages }) => pages.some((page) => page.key === key));

describe('the menu', () => {
  it('stands as it is delivered, numbered from one', () => {
    expect([namesUnder(menu, rootKey), namesUnder(menu, desk), namesUnder(menu, platform)]).to.deep.equal([[desk, platform], [orders, refunds], [menus, pageEntryKey('logs')]]);
    expect(siblingsOf(menu, desk).map(({ sortNo }) => sortNo)).to.deep.equal([1, 2]);
    expect(withDelivered(menu, release)).to.deep.equal({ added: [], changed: [] });
  });

  it('of this product fits, with room for what people add', () => {
    const own = stored([], consoleMenu);
    expect(own.length).to.be.below(maxMenuEntries - 20);
    expect(new Set(own.map(({ menuKey }) => menuKey)).size).to.equal(own.length);
    expect(own.some(({ menuKey }) => menuKey === menus)).to.equal(true);
  });

  it('takes pages of a later release in behind the delivered one before them, whatever people moved', () => {
    const moved = put(menu, given(movedEntry(menu, orders, 'down')));
    const later = stored(moved, [group('new', 'fresh'), group('desk', 'first', 'orders', 'middle', 'refunds'), group('platform', 'menus', 'logs')]);
    expect(namesUnder(later, rootKey)).to.deep.equal([directoryKey('new'), desk, platform]);
    expect(namesUnder(later, desk)).to.deep.equal([pageEntryKey('first'), refunds, orders, pageEntryKey('middle')]);
    expect(siblingsOf(later, desk).map(({ sortNo }) => sortNo)).to.deep.equal([1, 2, 3, 4]);
  });

  it('leaves a page where people put it', () => {
    const elsewhere = put(menu, given(editedEntry(menu, refunds, { menuName: '退款', parentKey: platform, remark: '' })));
    expect([namesUnder(stored(elsewhere, release), desk), namesUnder(elsewhere, platform)]).to.deep.equal([[orders], [menus, pageEntryKey('logs'), refunds]]);
  });

  it('moves an entry among its siblings, the first not up and the last not down', () => {
    expect(given(movedEntry(menu, refunds, 'up')).map(({ menuKey, sortNo }) => `${menuKey} ${sortNo}`).sort()).to.deep.equal([`${orders} 2`, `${refunds} 1`]);
    expect([movedEntry(menu, orders, 'up'), movedEntry(menu, refunds, 'down'), movedEntry(menu, 'a.1', 'up')].map(refusalOf)).to.deep.equal(['first', 'last', 'unknown']);
  });

  it('mends numbers that two gave at once', () => {
    const torn = menu.map((entry) => ({ ...entry, sortNo: 1 }));
    expect(namesUnder(put(torn, given(movedEntry(torn, refunds, 'up'))), desk)).to.deep.equal([refunds, orders]);
  });

  it('takes directories at the top and, in a directory, links to pages that there are', () => {
    const facts = { menuKey: 'a.1', menuName: '我的', parentKey: desk, pageKey: 'orders', remark: '' };
    expect(given(addedEntry(menu, facts, isPage))).to.deep.equal(aMenuEntry({ menuKey: 'a.1', parentKey: desk, menuName: '我的', pageKey: 'orders', sortNo: 3, origin: 'added' }));
    expect(given(addedEntry(menu, { ...facts, parentKey: rootKey, pageKey: undefined }, isPage))).to.include({ menuType: 'directory', sortNo: 3 });
    const refused = [{ pageKey: 'https://evil.example' }, { pageKey: undefined }, { parentKey: rootKey }, { parentKey: orders }, { parentKey: 'd.nowhere' }, { menuName: 'T-orders' }];
    expect(refused.map((changes) => refusalOf(addedEntry(menu, { ...facts, ...changes }, isPage)))).to.deep.equal(['unknown-page', 'unknown-parent', 'unknown-parent', 'unknown-parent', 'unknown-parent', 'name-taken']);
    const full = Array.from({ length: maxMenuEntries }, (_, n): MenuEntry => aMenuEntry({ menuKey: `a.${n}` }));
    expect(refusalOf(addedEntry(full, facts, isPage))).to.equal('too-many');
  });

  it('keeps names apart, directories at the top, and pages in directories when they are edited', () => {
    const edit = (menuKey: string, changes: Partial<{ menuName: string; parentKey: string }>) => refusalOf(editedEntry(menu, menuKey, { menuName: '新名', parentKey: desk, remark: '', ...changes }));
    expect([edit('a.1', {}), edit(orders, { menuName: 'T-refunds' }), edit(orders, { parentKey: rootKey }), edit(orders, { parentKey: refunds }), edit(desk, { parentKey: platform }), edit(orders, {}), edit(desk, { parentKey: rootKey })])
      .to.deep.equal(['unknown', 'name-taken', 'unknown-parent', 'unknown-parent', 'unknown-parent', 'done', 'done']);
  });

  it('is never without the page on which it is kept', () => {
    expect([switchedEntry(menu, menus, false), switchedEntry(menu, platform, false), switchedEntry(menu, desk, false), switchedEntry(menu, orders, true), switchedEntry(menu, 'a.1', true)].map(refusalOf))
      .to.deep.equal(['keeps-menus', 'keeps-menus', 'done', 'enabled-already', 'unknown']);
    const withoutDesk = put(menu, [given(switchedEntry(menu, desk, false))]);
    expect(refusalOf(editedEntry(withoutDesk, menus, { menuName: '菜单', parentKey: desk, remark: '' }))).to.equal('keeps-menus');
    const moved = put(menu, given(editedEntry(menu, menus, { menuName: '菜单', parentKey: desk, remark: '' })));
    expect([switchedEntry(moved, desk, false), switchedEntry(moved, platform, false)].map(refusalOf)).to.deep.equal(['keeps-menus', 'done']);
  });

  it('loses only what people added, and no directory with something in it', () => {
    const added = [...menu, given(addedEntry(menu, { menuKey: 'a.1', menuName: '我的', parentKey: rootKey, pageKey: undefined, remark: '' }, isPage))];
    const linked = [...added, given(addedEntry(added, { menuKey: 'a.2', menuName: '订单', parentKey: 'a.1', pageKey: 'orders', remark: '' }, isPage))];
    expect([removedEntry(linked, orders), removedEntry(linked, 'a.1'), removedEntry(linked, 'a.2'), removedEntry(added, 'a.1'), removedEntry(menu, 'a.9')].map(refusalOf)).to.deep.equal(['delivered', 'has-entries', 'done', 'done', 'unknown']);
  });

  it('shows what is switched on and may be opened, and no empty directory', () => {
    const shown = (entries: Entries, may: (key: string) => boolean) => shownMenu(entries, may).map(({ entry, pages }) => `${entry.menuKey}: ${pages.map(({ pageKey }) => pageKey).join()}`);
    expect(shown(menu, () => true)).to.deep.equal([`${desk}: orders,refunds`, `${platform}: menus,logs`]);
    expect(shown(menu, (key) => key === 'refunds')).to.deep.equal([`${desk}: refunds`]);
    expect(shown(put(menu, [given(switchedEntry(menu, orders, false))]), () => true)[0]).to.equal(`${desk}: refunds`);
    expect(shown(put(menu, [given(switchedEntry(menu, desk, false))]), () => true)).to.deep.equal([`${platform}: menus,logs`]);
    expect(shown(menu, () => false)).to.deep.equal([]);
  });
});
