import { expect } from 'chai';
import { directoryTables } from '../../../adapters/outbound/persistence/sql/coded-tables.js';
import { prepareDirectoryCodes } from '../../../adapters/outbound/persistence/sql/directory-code-mark.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { pinDirectoryRows } from '../../../adapters/outbound/persistence/sql/row-journal/directory-pins.js';
import { sqlPersistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import type { JournalVerdict } from '../../../application/ports/row-integrity.js';
import type { Stores } from '../../../application/ports/unit-of-work.js';
import { aChannel, aRegion } from '../../builders/directory.js';
import { anAttempt, anEntry, anOrder, aRefund, no, noon } from './builders.js';
import { by, developer, link, payee } from './directory.contract.js';
import { FakeVault } from './fakes.js';
import { openOn, vault, type OpenEngine, type Opened } from './opened.js';

type Row = Readonly<Record<string, unknown>>;

/** Whoever may write to the database, but has no key, puts older images of rows back with their codes, and takes rows away (INT-02). */
export function rowJournalTamperingContract(adapter: string, openEngine: OpenEngine): void {
  describe(`older rows put back and rows deleted, on ${adapter}`, () => {
    let engine: SqlEngine;
    let store: Opened;
    let entryNo = 0;
    let remove: () => void;
    beforeEach(async () => {
      ({ engine, remove } = await openEngine());
      [store, entryNo] = [await openOn(engine), 0];
      await placing(({ orders }) => orders.add(anOrder()));
      await deed(({ attempts }) => attempts.add(anAttempt()));
      await deed(({ refunds }) => refunds.add(aRefund()));
      await store.directoryEditor.saveDeveloper(developer, by);
      await store.directoryEditor.savePayee(payee, by);
      await store.directoryEditor.savePayeeChannel(link, by);
      await deed(({ directory }) => directory.regions.add(aRegion()));
      await deed(({ directory }) => directory.channels.add(aChannel('alipay')));
      await number();
    });
    afterEach(async () => {
      await store.close();
      remove();
    });
    /** Its entry is recorded before it writes, and tells of what is written later all the same. */
    const deed = <T>(work: (stores: Stores) => Promise<T>): Promise<T> => store.unitOfWork.run(async (stores) => {
      await stores.audit.append(anEntry({ entryId: no(70_000 + entryNo), at: noon + entryNo++ }));
      return work(stores);
    });
    /** The other way round: an order is the first write of its unit. */
    const placing = <T>(work: (stores: Stores) => Promise<T>): Promise<T> => store.unitOfWork.run(async (stores) => {
      const value = await work(stores);
      await stores.audit.append(anEntry({ entryId: no(70_000 + entryNo), at: noon + entryNo++ }));
      return value;
    });
    const number = async (): Promise<void> => { while (await store.auditChain.extend('s1', 500) > 0) continue; };
    const rowOf = async (table: string, match: Row): Promise<Row> => (await engine.writer(table).where(match).select('*') as readonly Row[])[0] ?? expect.fail('no such row');
    const putBack = async (table: string, match: Row, image: Row): Promise<void> => {
      await engine.writer(table).where(match).delete();
      await engine.writer(table).insert(image);
    };
    const log = (): Promise<JournalVerdict> => store.rowIntegrity.verifyJournal();
    const named = async (): Promise<readonly unknown[]> => { const { named: rows, differing } = await log(); expect(differing).to.equal(rows.length); return rows.map(({ table, rowNo, flaw }) => [table, rowNo, flaw]); };

    const money: readonly (readonly [string, Row, (stores: Stores) => Promise<unknown>])[] = [
      ['pay_order', { platform_order_no: no(1) }, async ({ orders }) => orders.put({ ...await orders.take(no(1)) ?? expect.fail('no order'), state: 'paying' })],
      ['pay_attempt', { attempt_no: no(5001) }, async ({ attempts }) => attempts.put({ ...await attempts.byNo(no(5001)) ?? expect.fail('no attempt'), state: 'paid' })],
      ['pay_refund', { platform_refund_order_no: no(9001) }, async ({ refunds }) => refunds.put({ ...await refunds.byNo(no(9001)) ?? expect.fail('no refund'), state: 'refunding' })],
    ];
    for (const [table, match, change] of money) {
      it(`names a row of ${table} whose older image was put back whole, in daily work and in the archive, and one that was deleted`, async () => {
        const rowNo = Object.values(match)[0];
        const before = await rowOf(table, match);
        await placing(change);
        const after = await rowOf(table, match);
        expect(await named()).to.deep.equal([]);
        await putBack(table, match, before);
        expect((await store.rowIntegrity.verify()).changed, 'its code fits').to.equal(0);
        expect(await named(), 'at once, also while its entry waits for its number').to.deep.equal([[table, rowNo, 'older']]);
        await number();
        expect(await named()).to.deep.equal([[table, rowNo, 'older']]);
        await engine.writer(table).where(match).delete();
        expect(await named()).to.deep.equal([[table, rowNo, 'missing']]);
        await engine.writer(table).insert(after);
        expect(await named()).to.deep.equal([]);
        await deed(({ archive }) => archive.begin(noon));
        await deed(({ archive }) => archive.move([no(1)]));
        expect(await named()).to.deep.equal([]);
        await engine.writer(table).insert(before);
        expect(await named(), 'beside the archived one, where it would be believed').to.deep.equal([[table, rowNo, 'older']]);
        await engine.writer(table).where(match).delete();
        await putBack(`${table}_archive`, match, before);
        expect(await named()).to.deep.equal([[table, rowNo, 'older']]);
      });
    }

    it('names a developer whose older keys were put back, and a payee, a link, a region and a channel that were deleted', async () => {
      const before = await rowOf('developer', { dev_id: 'D1' });
      await store.directoryEditor.saveDeveloper({ ...developer, enabled: false }, by);
      await number();
      expect(await named()).to.deep.equal([]);
      await putBack('developer', { dev_id: 'D1' }, before);
      expect((await store.rowIntegrity.verify()).changed, 'its code fits').to.equal(0);
      expect(await named()).to.deep.equal([['developer', 'D1', 'older']]);
      await store.directoryEditor.saveDeveloper(developer, by);
      for (const [table, match] of [['payee', { merchant_no: 'M1' }], ['payee_channel', { merchant_no: 'M1', channel_merchant_id: 'CM1' }], ['region', { region_code: aRegion().regionCode }], ['payment_channel', { channel_no: aChannel('alipay').channelNo }]] as const) {
        const row = await rowOf(table, match);
        await engine.writer(table).where(match).delete();
        expect(await named(), table).to.deep.include([table, Object.values(match).join(' '), 'missing']);
        await engine.writer(table).insert(row);
      }
    });

    it('names a row that was put back and on which the platform wrote on, for thirty days: a refund that lost its number gets another one, and is as new as before', async () => {
      const [before, developerBefore] = [await rowOf('pay_refund', { platform_refund_order_no: no(9001) }), await rowOf('developer', { dev_id: 'D1' })];
      const give = (refundTradeNo: string) => placing(async ({ refunds }) => refunds.put({ ...await refunds.byNo(no(9001)) ?? expect.fail('no refund'), refundTradeNo }));
      await give(no(1));
      await store.directoryEditor.saveDeveloper({ ...developer, enabled: false }, by);
      await putBack('pay_refund', { platform_refund_order_no: no(9001) }, before);
      await putBack('developer', { dev_id: 'D1' }, developerBefore);
      await give(no(2));
      await give(no(2));
      await store.directoryEditor.saveDeveloper({ ...developer, textsPayers: true }, by);
      await number();
      expect((await store.rowIntegrity.verify()).changed).to.equal(0);
      expect(await named()).to.have.deep.members([['pay_refund', no(9001), 'rewritten'], ['developer', 'D1', 'rewritten']]);
      expect((await store.auditChain.verify()).ok).to.equal(true);
      const later = async (days: number): Promise<void> => { await store.unitOfWork.run(({ audit }) => audit.append(anEntry({ entryId: no(60_000 + days), at: noon + days * 86_400_000 }))); await number(); };
      await later(29);
      expect((await log()).differing).to.equal(2);
      await later(31);
      expect((await log()).differing).to.equal(0);
    });

    it('names a row that the platform deleted and somebody put back, until it is added by the platform', async () => {
      const image = await rowOf('payee', { merchant_no: 'M1' });
      await placing(async ({ directory }) => directory.payees.remove(await directory.payees.one({ merchantNo: 'M1' }) ?? expect.fail('no payee')));
      expect(await named(), 'its entry waits for its number').to.deep.equal([]);
      await number();
      await engine.writer('payee').insert(image);
      expect(await named()).to.deep.equal([['payee', 'M1', 'returned']]);
      await engine.writer('payee').where({ merchant_no: 'M1' }).delete();
      await store.directoryEditor.savePayee(payee, by);
      await number();
      expect(await named()).to.deep.equal([]);
    });

    it('is not misled by whoever changes what an entry says, takes it away, or writes one', async () => {
      const before = await rowOf('pay_order', { platform_order_no: no(1) });
      await placing(async ({ orders }) => orders.put({ ...await orders.take(no(1)) ?? expect.fail('no order'), state: 'paying' }));
      await number();
      await putBack('pay_order', { platform_order_no: no(1) }, before);
      const entry = (await engine.writer('audit_entry').select('*').orderBy('seq') as readonly Row[]).at(-1) ?? expect.fail('no entry');
      for (const rows_written of [null, '[]', 'no json', JSON.stringify([['pay_order', '=1', no(1)]])]) {
        await engine.writer('audit_entry').where({ entry_id: entry['entry_id'] as string }).update({ rows_written });
        expect((await log()).badSeq, String(rows_written)).to.equal(Number(entry['seq']));
        expect(await store.auditChain.verify()).to.deep.include({ ok: false, badSeq: Number(entry['seq']) });
      }
      await engine.writer('audit_entry').where({ entry_id: entry['entry_id'] as string }).delete();
      expect((await log()).badSeq).to.equal(Number(entry['seq']));
      await engine.writer('audit_entry').insert(entry);
      expect((await log()).badSeq).to.equal(undefined);
      // Written by hand: that it stands in no chain yet does not make it believed.
      await engine.writer('payee').where({ merchant_no: 'M1' }).delete();
      await engine.writer('audit_entry').insert({ ...entry, entry_id: no(1), seq: 0, link_mac: null, rows_written: JSON.stringify([['payee', '-1', 'M1']]) });
      expect(await named()).to.deep.equal([['pay_order', no(1), 'older'], ['payee', 'M1', 'missing']]);
    });

    it('believes no entry that waits for its number under a key of the log that was given up: whoever has that key may have written it (KEY-02)', async () => {
      const [current, old] = [new FakeVault(), new FakeVault()];
      current.auditNo = 2;
      const under = (keys: FakeVault) => sqlPersistence(engine, { vault: keys, ids: store.ids, clock: store.clock, wallNow: () => 0 });
      const write = (keys: FakeVault, minutes: number, work: (stores: Stores) => Promise<unknown>) => under(keys).unitOfWork.run(async (stores) => {
        await stores.audit.append(anEntry({ entryId: no(80_000 + minutes), at: noon + minutes * 60_000 }));
        await work(stores);
      });
      for (const minutes of [1, 12]) await write(current, minutes, () => Promise.resolve());
      expect(await under(current).auditChain.extend('s1', 500)).to.equal(2);
      await write(current, 13, ({ directory }) => directory.regions.remove(aRegion()));
      await write(old, 14, async ({ directory }) => directory.payees.remove(await directory.payees.one({ merchantNo: 'M1' }) ?? expect.fail('no payee')));
      const { named: rows } = await under(current).rowIntegrity.verifyJournal();
      expect(rows.map(({ table, rowNo, flaw }) => [table, rowNo, flaw])).to.deep.equal([['payee', 'M1', 'missing']]);
    });

    it('is not stopped by rows whose version is none', async () => {
      await engine.writer('pay_order').update({ version: -3 });
      await engine.writer('region').update({ version: -1 });
      expect(await named()).to.deep.equal([['pay_order', no(1), 'older'], ['region', aRegion().regionCode, 'older']]);
    });

    it('goes on behind a hole in the log, and behind a number that stands twice', async () => {
      const before = await rowOf('pay_order', { platform_order_no: no(1) });
      await placing(async ({ orders }) => orders.put({ ...await orders.take(no(1)) ?? expect.fail('no order'), state: 'paying' }));
      await number();
      await putBack('pay_order', { platform_order_no: no(1) }, before);
      const third = await rowOf('audit_entry', { seq: 3 });
      await engine.writer('audit_entry').where({ seq: 3 }).update({ seq: 4 });
      expect((await log()).badSeq).to.equal(3);
      expect(await named()).to.deep.equal([['pay_order', no(1), 'older']]);
      await engine.writer('audit_entry').where({ entry_id: third['entry_id'] as string }).update({ seq: 3 });
      expect((await log()).badSeq).to.equal(undefined);
    });

    it('asks nothing of what earlier releases wrote, whose entries keep their codes', async () => {
      const rows = await engine.writer('audit_entry').select('*') as readonly Row[];
      expect(rows.filter((row) => row['rows_written'] !== null)).to.have.length(rows.length);
      await store.unitOfWork.run(({ audit }) => audit.append(anEntry({ entryId: no(79_999) })));
      expect((await rowOf('audit_entry', { entry_id: no(79_999) }))['rows_written']).to.equal(null);
      await number();
      expect(await store.auditChain.verify()).to.deep.equal({ ok: true, count: rows.length + 1 });
      expect(await named()).to.deep.equal([]);
    });

    describe('of an earlier release', () => {
      const pin = () => pinDirectoryRows(new UnitRunner(engine), vault, noon + 1000);
      /** As if an earlier release had written all of it: nothing was said. */
      beforeEach(async () => {
        await engine.writer('audit_entry').delete();
        await engine.writer('audit_head').delete();
      });

      it('has the whole directory told once: a row that nobody changes is missed when it goes, and one that had gone does not come back', async () => {
        const image = await rowOf('payee', { merchant_no: 'M1' });
        await engine.writer('region').delete();
        expect(await named()).to.deep.equal([]);
        await engine.writer('payee').delete();
        expect([await pin(), await pin()]).to.deep.equal(['pinned', 'known']);
        await number();
        expect(await named()).to.deep.equal([]);
        await engine.writer('developer').delete();
        await engine.writer('payee').insert(image);
        expect(await named()).to.deep.equal([['developer', 'D1', 'missing'], ['payee', 'M1', 'returned']]);
      });

      it('has it told with the first codes, where the directory had none, and not once more', async () => {
        for (const { table } of directoryTables) await engine.writer(table.name).update({ row_mac: null });
        expect(await prepareDirectoryCodes(new UnitRunner(engine), vault, noon)).to.equal('made');
        expect(await pin()).to.equal('known');
        await number();
        expect(await named()).to.deep.equal([]);
        await engine.writer('region').delete();
        expect(await named()).to.deep.equal([['region', aRegion().regionCode, 'missing']]);
      });

      it('asks no version of a row that was changed past the platform before: whoever puts it right may have an older one', async () => {
        const image = await rowOf('payee', { merchant_no: 'M1' });
        await engine.writer('payee').update({ version: 9 });
        await pin();
        await number();
        await putBack('payee', { merchant_no: 'M1' }, image);
        expect(await named()).to.deep.equal([]);
      });

      it('is told once by several processes that start at the same moment', async () => {
        expect((await Promise.all([pin(), pin(), pin()])).filter((came) => came === 'pinned')).to.have.length(1);
        await number();
        expect(await named()).to.deep.equal([]);
        expect((await log()).mentions).to.equal(5);
      });
    });
  });
}
