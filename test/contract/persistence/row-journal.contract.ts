import { setImmediate as turn } from 'node:timers/promises';
import { expect } from 'chai';
import type { Stores } from '../../../application/ports/unit-of-work.js';
import { aRegion } from '../../builders/directory.js';
import { anAttempt, anEntry, anOrder, aRefund, no, noon } from './builders.js';
import { by, developer, item, link, payee, region } from './directory.contract.js';
import type { Open, Opened } from './opened.js';

/** What the platform itself does to rows is what the operation log says of them: no alarm, whatever it does, and while it does it (INT-02). */
export function rowJournalContract(adapter: string, open: Open): void {
  describe(`what the operation log says of rows, on ${adapter}`, () => {
    let store: Opened;
    let entryNo = 0;
    beforeEach(async () => {
      store = await open();
      entryNo = 0;
    });
    afterEach(() => store.close());

    /** A unit with an audit entry of its own. */
    const deed = <T>(work: (stores: Stores) => Promise<T>): Promise<T> => store.unitOfWork.run(async (stores) => {
      const value = await work(stores);
      await stores.audit.append(anEntry({ entryId: no(70_000 + entryNo), at: noon + entryNo++ }));
      return value;
    });
    const number = async (): Promise<void> => { while (await store.auditChain.extend('s1', 500) > 0) continue; };
    const isQuiet = async (): Promise<void> => {
      const verdict = await store.rowIntegrity.verifyJournal();
      expect([verdict.differing, verdict.named, verdict.badSeq]).to.deep.equal([0, [], undefined]);
    };

    async function anOrderWithAll(): Promise<void> {
      await deed(({ orders }) => orders.add(anOrder({ bizOrderNo: 'B1' })));
      await deed(async ({ orders, attempts }) => {
        const order = await orders.take(no(1)) ?? expect.fail('no order');
        await orders.put({ ...order, state: 'paying' });
        await attempts.add(anAttempt());
      });
      await deed(({ refunds }) => refunds.add(aRefund()));
    }

    it('finds nothing in an empty store, nor where no entry has a number yet', async () => {
      expect(await store.rowIntegrity.verifyJournal()).to.deep.equal({ entries: 0, mentions: 0, differing: 0, named: [], badSeq: undefined });
      await anOrderWithAll();
      await isQuiet();
    });

    it('finds nothing after orders, attempts and refunds were placed, changed, archived and taken back', async () => {
      await anOrderWithAll();
      await number();
      await isQuiet();
      await deed(({ archive }) => archive.begin(noon));
      await deed(({ archive }) => archive.move([no(1)]));
      await number();
      await isQuiet();
      await deed(async ({ orders, refunds, attempts }) => {
        const order = await orders.take(no(1)) ?? expect.fail('no order');
        const [attempt, refund] = [await attempts.byNo(no(5001)) ?? expect.fail('no attempt'), await refunds.byNo(no(9001)) ?? expect.fail('no refund')];
        await orders.put({ ...order, state: 'paid' });
        await attempts.put(attempt);
        await refunds.put({ ...refund, queriesAsked: 1 });
      });
      // Without an entry: the next one that writes the row tells of a later version.
      await store.unitOfWork.run(async ({ refunds }) => refunds.put(await refunds.byNo(no(9001)) ?? expect.fail('no refund')));
      await number();
      await isQuiet();
      expect(await store.auditChain.verify()).to.have.property('ok', true);
    });

    it('writes nothing of a unit that was given up, and tells of a row once that one unit wrote twice', async () => {
      await deed(({ orders }) => orders.add(anOrder({ bizOrderNo: 'B1' })));
      await deed(({ orders }) => orders.add(anOrder({ platformOrderNo: no(2), bizOrderNo: 'B1', cashierToken: 'x' })).then((added) => { if (added === 'exists') throw new Error('there already'); })).catch(() => undefined);
      await deed(async ({ orders }) => {
        const order = await orders.take(no(1)) ?? expect.fail('no order');
        await orders.put({ ...order, state: 'paying' });
        await orders.put({ ...order, state: 'paid', version: order.version + 1 });
      });
      await number();
      await isQuiet();
    });

    it('finds nothing after the directory was added to, changed, deleted from, and a deleted row added anew', async () => {
      await store.directoryEditor.saveDeveloper(developer, by);
      for (let change = 0; change < 3; change++) await store.directoryEditor.savePayee({ ...payee, payeeName: `单位${change}` }, by);
      await store.directoryEditor.savePayeeChannel(link, by);
      await store.directoryEditor.saveNontaxRegion(region, by);
      await store.directoryEditor.saveNontaxItem(item, by);
      await deed(({ directory }) => directory.regions.add(aRegion()));
      await deed(async ({ directory }) => directory.payees.remove(await directory.payees.one({ merchantNo: 'M1' }) ?? expect.fail('no payee')));
      await deed(async ({ directory }) => directory.payeeChannels.remove(await directory.payeeChannels.one({ merchantNo: 'M1', channelMerchantId: 'CM1' }) ?? expect.fail('no link')));
      await number();
      await isQuiet();
      await store.directoryEditor.savePayee(payee, by);
      await number();
      await isQuiet();
      await deed(async ({ directory }) => {
        const again = await directory.payees.one({ merchantNo: 'M1' }) ?? expect.fail('no payee');
        await directory.payees.remove(again);
        await directory.payees.add(again);
      });
      await number();
      await isQuiet();
    });

    it('goes through more entries than fit on a page, numbered ones and those that wait', async () => {
      await anOrderWithAll();
      for (let round = 0; round < 2; round++) {
        await store.unitOfWork.run(async ({ audit }) => { for (let n = 0; n < 505; n++) await audit.append(anEntry({ entryId: no(80_000 + 1000 * round + n), at: noon + Math.floor(n / 10) })); });
        await isQuiet();
        if (round === 0) await number();
      }
      expect((await store.rowIntegrity.verifyJournal()).entries).to.equal(508);
    });

    it('finds nothing while rows of money and of the directory are written', async () => {
      await anOrderWithAll();
      let writers = 2;
      // In turns with whoever looks: an engine within this process would answer the writers for ever.
      const rounds = async (write: () => Promise<unknown>): Promise<void> => {
        try {
          for (let round = 0; round < 12; round++) {
            await write();
            await turn();
          }
        } finally {
          writers -= 1;
        }
      };
      const money = async (): Promise<void> => {
        await deed(async ({ orders }) => orders.put(await orders.take(no(1)) ?? expect.fail('no order')));
        await store.auditChain.extend('s1', 2);
      };
      const places = async (): Promise<void> => {
        await deed(({ directory }) => directory.regions.add(aRegion()));
        await deed(async ({ directory }) => directory.regions.put(await directory.regions.one({ regionCode: aRegion().regionCode }) ?? expect.fail('no region')));
        await deed(async ({ directory }) => directory.regions.remove(await directory.regions.one({ regionCode: aRegion().regionCode }) ?? expect.fail('no region')));
      };
      const writing = Promise.all([rounds(money), rounds(places)]);
      while (writers > 0) {
        await isQuiet();
        await turn();
      }
      await writing;
      await number();
      await isQuiet();
    });
  });
}
