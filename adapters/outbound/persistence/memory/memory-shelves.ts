import { maxAlike, maxOnShelf, type DeveloperShelfStore, type DirectoryStore, type ShelfStore } from '../../../../application/ports/directory-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import { addOnce, put, seen, writing, type View } from './memory-stores.js';
import { joined, type MemoryTable } from './memory-table.js';

/** `key`: of a row, as its table has it. */
function shelf<T extends { readonly version: number }, K extends keyof T>(view: View, table: MemoryTable<T>, key: readonly (K & string)[]): ShelfStore<T, K> {
  const keyOf = (value: Pick<T, K>): string => (key.length === 1 ? String(value[key[0]!]) : joined(...key.map((property) => String(value[property]))));
  const some = (rows: readonly T[], most: number): readonly T[] => {
    if (rows.length > most) throw new RangeError(`more than ${most} rows`);
    return [...rows].sort((a, b) => (joined(...key.map((property) => String(a[property]))) < joined(...key.map((property) => String(b[property]))) ? -1 : 1));
  };
  const alike = (match: Partial<T>): readonly T[] => {
    const wanted = Object.entries(match);
    if (wanted.length === 0) throw new Error('a condition without any property');
    return table.all(seen(view)).filter((row) => wanted.every(([property, value]) => row[property as keyof T] === value));
  };
  return {
    one: async (value) => table.get(keyOf(value), seen(view)),
    where: async (match) => some(alike(match), maxAlike),
    any: async (match) => alike(match).length > 0,
    all: async () => some(table.all(seen(view)), maxOnShelf),
    add: (value) => addOnce(view, table, { ...value, version: 1 }),
    put: (value) => put(view, table, keyOf(value), { ...value, ...madeAt(table.get(keyOf(value), true)) }),
    remove: async (value) => {
      writing(view);
      if (table.get(keyOf(value), true)?.version !== value.version) throw new ConcurrentChange('somebody was faster');
      table.remove(keyOf(value));
    },
  };
}

/** What of a row is written once. */
export const madeAt = (row: object | undefined): object => (row !== undefined && 'createdAt' in row ? { createdAt: row.createdAt } : {});

function developerShelf(view: View): DeveloperShelfStore {
  const { developers, developerMobiles, orders, notices } = view.tables;
  const shelved = shelf(view, developers, ['devId']);
  return {
    ...shelved,
    remove: async (value) => { await shelved.remove(value); developerMobiles.remove(value.devId); },
    mobileOf: async (devId) => developerMobiles.get(devId, seen(view))?.mobile,
    isUsed: async (devId) => [...orders.all(seen(view)), ...notices.all(seen(view))].some((row) => row.devId === devId),
    putMobile: async (devId, mobile) => {
      writing(view);
      if (developers.get(devId, true) === undefined) throw new ConcurrentChange('there is no such developer');
      if (mobile === undefined) developerMobiles.remove(devId);
      else developerMobiles.write({ devId, mobile });
    },
  };
}

/** What people configure, over the memory tables. */
export const directoryStore = (view: View): DirectoryStore => ({
  developers: developerShelf(view), developerRoles: shelf(view, view.tables.developerRoles, ['roleCode']), payees: shelf(view, view.tables.payees, ['merchantNo']), channelMerchants: shelf(view, view.tables.channelMerchants, ['channelMerchantId']),
  payeeChannels: shelf(view, view.tables.payeeChannels, ['merchantNo', 'channelMerchantId']), regions: shelf(view, view.tables.regions, ['regionCode']), industries: shelf(view, view.tables.industries, ['industryCode']),
  channels: shelf(view, view.tables.channels, ['channelNo']), nontaxRegions: shelf(view, view.tables.nontaxRegions, ['regionCode']),
  menus: shelf(view, view.tables.menus, ['menuKey']),
  institutions: shelf(view, view.tables.institutions, ['institutionNo']),
});
