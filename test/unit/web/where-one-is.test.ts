import { expect } from 'chai';
import { cursorOf, firstPage, nextPage, pageNo, previousPage, readTrail } from '../../../adapters/web/shared/cursor-trail.js';
import { idleStage } from '../../../adapters/web/shared/idle.js';
import { listParameters, missingFilters, readListAddress, writeListAddress } from '../../../adapters/web/shared/list-address.js';
import { placesOf, usualPlaces } from '../../../adapters/web/shared/menu.js';
import { passwordHints } from '../../../adapters/web/shared/password-hints.js';
import { checkPassword } from '../../../domain/operators/password-rules.js';
import { readListQuery } from '../../../contracts/lists/list-query.js';
import { allLists } from '../../../contracts/lists/all-lists.js';
import { declarationOf } from '../../e2e/console/fake-lists.js';

const rules = {
  columns: [{ name: 'createTime', sortable: true }, { name: 'amount', sortable: false }], defaultSort: 'createTime:desc', pageSizes: [10, 20, 50],
  filters: [{ name: 'createDate', control: 'dateRange', required: false }, { name: 'state', control: 'select', required: false }, { name: 'no', control: 'text', required: true }],
};

describe('the address bar of a list', () => {
  it('says only what differs from the list itself, and is read back as it was written', () => {
    expect(writeListAddress({ pageSize: 20, sort: 'createTime:desc', filters: {} }, rules)).to.equal('');
    const asked = { pageSize: 50, sort: 'createTime:asc', filters: { createDateFrom: '20261101', createDateTo: '20261123', state: '2', no: 'A&B=1 号' } };
    const search = writeListAddress(asked, rules);
    expect(readListAddress(search, rules)).to.deep.equal(asked);
    expect(search).to.match(/^\?createDateFrom=20261101&createDateTo=20261123&state=2&no=[^&=]+%3D[^&=]+&sort=createTime%3Aasc&pageSize=50$/);
  });

  it('falls back to the defaults of the list for what somebody invented', () => {
    for (const search of ['?pageSize=7&sort=amount:asc&state=&secret=1', '?pageSize=x&sort=createTime:up', '?sort=:asc&no=%20']) {
      expect(readListAddress(search, rules), search).to.deep.equal({ pageSize: 20, sort: 'createTime:desc', filters: {} });
    }
  });

  it('knows what is missing before anything is asked', () => {
    expect(missingFilters(readListAddress('', rules), rules.filters).map(({ name }) => name)).to.deep.equal(['no']);
    expect(missingFilters(readListAddress('?no=1', rules), rules.filters)).to.deep.equal([]);
  });

  it('gives the server of every list of the product only what it takes', () => {
    for (const view of allLists) {
      const declaration = declarationOf(view);
      const typed = declaration.filters.map(({ name, control, codes }) => (control === 'dateRange' ? `${name}From=20261101&${name}To=20261102` : `${name}=${control === 'day' ? '20261101' : control === 'switch' ? 'true' : codes?.[0]?.code ?? 'A1'}`)).join('&');
      const address = readListAddress(`?${typed}&pageSize=100`, declaration);
      const read = readListQuery(view, { ...listParameters(address), pageSize: String(address.pageSize) }, '20261123');
      expect(read.ok, `${view.name} ${JSON.stringify(read)}`).to.equal(true);
    }
  });
});

describe('turning pages', () => {
  it('goes forward by the places the server names and back by those that were kept', () => {
    const third = nextPage(nextPage(firstPage, 'c2'), 'c3');
    expect([pageNo(third), cursorOf(third), cursorOf(previousPage(third)), cursorOf(firstPage), pageNo(previousPage(firstPage))]).to.deep.equal([3, 'c3', 'c2', undefined, 1]);
  });

  it('begins at the first page when the history holds something else, or the way grew too long', () => {
    for (const odd of [null, undefined, 'c2', { trail: [] }, ['c2', 3], Array<string>(501).fill('c')]) expect(readTrail(odd)).to.deep.equal([]);
    expect(readTrail(['c2', 'c3'])).to.deep.equal(['c2', 'c3']);
    expect(nextPage(Array<string>(500).fill('c'), 'd')).to.deep.equal([]);
  });
});

describe('what the console says in time', () => {
  it('warns two minutes before the end of a session, earlier than that only of a short one', () => {
    const quarter = 900_000;
    expect(idleStage(0, quarter, 779_999).kind).to.equal('quiet');
    expect(idleStage(0, quarter, 780_000)).to.deep.equal({ kind: 'warning', leftMs: 120_000 });
    expect(idleStage(0, quarter, 900_000).kind).to.equal('over');
    expect(idleStage(0, 60_000, 44_999).kind).to.equal('quiet');
    expect(idleStage(0, 60_000, 45_000).kind).to.equal('warning');
  });

  it('hints at no password that the rules of the product refuse, where they can be seen', () => {
    for (const password of ['Qingxi-2026-Shan', 'short-1A', 'alllowercaseletters', 'Zhangmin-2026-x', 'nimgnahZ-2026-x', 'ABCDEFGHIJK1', '一二三四五六七八九十甲A1', 'A1-'.repeat(43)]) {
      const seen = passwordHints(password, 'zhangmin').every(({ holds }) => holds);
      const judged = checkPassword(password, 'zhangmin');
      expect(seen, password).to.equal(judged.ok);
    }
  });

  it('leads to the places that are opened most, and to the first of the menu before any was opened', () => {
    const places = placesOf([{ key: 'a', title: '甲', children: [{ key: 'b', title: '乙', list: 'b-list' }, { key: 'c', title: '丙', path: '/c' }] }, { key: 'd', title: '丁', path: '/d' }]);
    expect(places.map(({ path, above }) => [path, ...above])).to.deep.equal([['/lists/b-list', '甲'], ['/c', '甲'], ['/d']]);
    expect(usualPlaces(places, {}, 2).map(({ key }) => key)).to.deep.equal(['b', 'c']);
    expect(usualPlaces(places, { d: 3, c: 5 }, 2).map(({ key }) => key)).to.deep.equal(['c', 'd']);
  });
});
