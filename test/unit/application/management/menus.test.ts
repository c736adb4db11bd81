import { expect } from 'chai';
import { memoryPersistence } from '../../../../adapters/outbound/persistence/memory/memory-persistence.js';
import { MemoryDatabase } from '../../../../adapters/outbound/persistence/memory/memory-database.js';
import { EditMenu } from '../../../../application/menus/edit-menu.js';
import { ReadMenu } from '../../../../application/menus/read-menu.js';
import { directoryKey, pageEntryKey, rootKey, siblingsOf, type DeliveredGroup } from '../../../../domain/menus/menu.js';
import { CountingIds, FakeVault, HandClock } from '../../../contract/persistence/fakes.js';
import { noon } from '../../../builders/moments.js';

const pages = (...keys: readonly string[]) => keys.map((key) => ({ key, title: `T-${key}` }));
const release: readonly DeliveredGroup[] = [{ key: 'desk', title: '客户服务', pages: pages('orders', 'refunds') }, { key: 'platform', title: '平台管理', pages: pages('menus') }];
const acting = { by: { operatorNo: 'O1' }, address: '192.0.2.7', requestId: 'req-1' };

function town(delivered = release, database = new MemoryDatabase()) {
  const [clock, ids] = [new HandClock(noon), new CountingIds('7')];
  let wall = 0;
  const parts = { unitOfWork: memoryPersistence({ vault: new FakeVault(), ids, clock }, database).unitOfWork, ids, clock, wallNow: () => wall, delivered };
  const menu = new ReadMenu(parts);
  const names = async (parent: string) => siblingsOf(await menu.run(), parent).map(({ menuName }) => menuName);
  return { menu, edit: new EditMenu(parts, menu), names, database, later: () => { wall += 5_000; }, audited: () => database.tables.audit.all(false).map(({ entry }) => entry) };
}

describe('the menu and its keeping', () => {
  it('is stored once, whoever starts how often', async () => {
    const { edit, database, names } = town();
    expect(await Promise.all([edit.seed(), edit.seed()])).to.include.members([5]);
    expect([await edit.seed(), database.tables.menus.all(false).length]).to.deep.equal([0, 5]);
    expect(await names(directoryKey('desk'))).to.deep.equal(['T-orders', 'T-refunds']);
  });

  it('shows pages of a later release at once, and stores them at its start', async () => {
    const first = town();
    await first.edit.seed();
    await first.edit.move(acting, pageEntryKey('refunds'), 'up');
    const next = town([{ key: 'desk', title: '客户服务', pages: pages('orders', 'fresh', 'refunds') }, release[1]!], first.database);
    expect(await next.names(directoryKey('desk'))).to.deep.equal(['T-refunds', 'T-orders', 'T-fresh']);
    expect(await next.edit.seed()).to.equal(1);
    next.menu.forget();
    expect(await next.names(directoryKey('desk'))).to.deep.equal(['T-refunds', 'T-orders', 'T-fresh']);
  });

  it('changes for whoever looks next, with an audit entry of what was and what is', async () => {
    const { edit, names, audited } = town();
    await edit.seed();
    await names(rootKey);
    expect((await edit.move(acting, directoryKey('platform'), 'up')).ok).to.equal(true);
    expect(await names(rootKey)).to.deep.equal(['平台管理', '客户服务']);
    expect((await edit.edit(acting, pageEntryKey('orders'), 1, { menuName: '订单', parentKey: directoryKey('desk'), remark: '常用' })).ok).to.equal(true);
    expect((await edit.switch(acting, pageEntryKey('refunds'), false)).ok).to.equal(true);
    const added = await edit.add(acting, { menuName: '我的', parentKey: rootKey, pageKey: undefined, remark: '' });
    if (!added.ok) throw new Error(added.refusal);
    expect((await edit.remove(acting, added.value.menuKey)).ok).to.equal(true);
    expect(await edit.remove(acting, added.value.menuKey)).to.deep.equal({ ok: false, refusal: 'unknown' });
    expect(await edit.move(acting, directoryKey('platform'), 'up')).to.deep.equal({ ok: false, refusal: 'first' });
    expect(audited().map(({ action, actor, before, after }) => [action, actor.code, before?.['menuName'], after?.['menuName'], after?.['sortNo'], after?.['enabled']])).to.deep.equal([
      ['menu.moved-up', 'O1', '平台管理', '平台管理', '1', '1'], ['menu.edited', 'O1', 'T-orders', '订单', '1', '1'], ['menu.disabled', 'O1', 'T-refunds', 'T-refunds', '2', '0'],
      ['menu.added', 'O1', undefined, '我的', '3', '1'], ['menu.removed', 'O1', '我的', undefined, undefined, undefined],
    ]);
  });

  it('is changed by nobody who has not seen the change before (1.1.6.1.1-c)', async () => {
    const { edit, names } = town();
    await edit.seed();
    const rename = (version: number, menuName: string) => edit.edit(acting, pageEntryKey('orders'), version, { menuName, parentKey: directoryKey('desk'), remark: '' });
    expect((await rename(1, '订单')).ok).to.equal(true);
    expect(await rename(1, '支付')).to.deep.equal({ ok: false, refusal: 'changed-meanwhile' });
    expect(await names(directoryKey('desk'))).to.include('订单');
    expect((await rename(2, '支付')).ok).to.equal(true);
  });

  it('of another process is seen within seconds', async () => {
    const database = new MemoryDatabase();
    const [one, other] = [town(release, database), town(release, database)];
    await one.edit.seed();
    expect(await other.names(rootKey)).to.deep.equal(['客户服务', '平台管理']);
    await one.edit.move(acting, directoryKey('platform'), 'up');
    expect(await other.names(rootKey)).to.deep.equal(['客户服务', '平台管理']);
    other.later();
    expect(await other.names(rootKey)).to.deep.equal(['平台管理', '客户服务']);
  });

  it('takes many changes at once one after the other, and ends in whole numbers', async () => {
    const { edit, menu, names } = town();
    await edit.seed();
    const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => edit.add(acting, { menuName: n < 3 ? '同名' : `新${n}`, parentKey: directoryKey('desk'), pageKey: 'orders', remark: '' })));
    expect(answers.filter(({ ok }) => ok)).to.have.length(4);
    expect(siblingsOf(await menu.run(), directoryKey('desk')).map(({ sortNo }) => sortNo)).to.deep.equal([1, 2, 3, 4, 5, 6]);
    expect(await names(directoryKey('desk'))).to.include('同名');
  });
});
