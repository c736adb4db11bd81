import { expect } from 'chai';
import { newProgress } from '../../../domain/sharing/share-progress.js';
import { aPayee } from '../../builders/directory.js';
import { aBusinessNode, aQuarantinedRow, aShareBatch, aSharePolicy } from '../../builders/sharing.js';
import { anOrder, no, noon } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

export function sharingContract(adapter: string, open: Open): void {
  describe(`sharing with the city on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());
    const write: Opened['unitOfWork']['run'] = (work) => store.unitOfWork.run(work);
    const read: Opened['unitOfWork']['read'] = (work) => store.unitOfWork.read(work);
    const note = (suffix: number, notedAt = noon) => write(({ sharing }) => sharing.addNoted({ platformOrderNo: no(suffix), notedAt, version: 1 }));

    it('keeps how far a table has got, with and without a mark, and one record for a target and table', async () => {
      const fresh = newProgress('front-database', 'paid-orders');
      expect(await read(({ sharing }) => sharing.progress('front-database', 'paid-orders'))).to.equal(undefined);
      expect([await write(({ sharing }) => sharing.addProgress(fresh)), await write(({ sharing }) => sharing.addProgress({ ...fresh, sequence: 9 }))]).to.deep.equal(['added', 'exists']);
      expect(await read(({ sharing }) => sharing.progress('front-database', 'paid-orders'))).to.deep.equal(fresh);
      const far = { ...fresh, mark: { at: noon, id: no(1) }, leaseOwner: 'w1', leaseUntil: noon + 1, sequence: 3, failures: 2, notBefore: noon + 2, phase: 'reloading' as const, countedDay: '20260508' };
      await write(({ sharing }) => sharing.putProgress(far));
      expect(await read(({ sharing }) => sharing.progress('front-database', 'paid-orders'))).to.deep.equal({ ...far, version: 2 });
      expect(await read(({ sharing }) => sharing.progress('file', 'paid-orders'))).to.equal(undefined);
    });

    it('moves a mark only for whoever has read it as it stands', async () => {
      const fresh = newProgress('front-database', 'users');
      await write(({ sharing }) => sharing.addProgress(fresh));
      await write(({ sharing }) => sharing.putProgress({ ...fresh, sequence: 1 }));
      expect((await faultOf(write(({ sharing }) => sharing.putProgress({ ...fresh, sequence: 2 })))).name).to.equal('ConcurrentChange');
    });

    it('gives noted orders in their turn, also many of one moment, and none that is too young', async () => {
      for (const [suffix, at] of [[3, noon], [1, noon], [2, noon], [4, noon + 1], [5, noon + 100]] as const) await note(suffix, at);
      const page = (after: { readonly at: number; readonly id: string } | undefined, limit: number) => read(({ sharing }) => sharing.notedPage({ after, until: noon + 1, limit }));
      const whole = [1, 2, 3, 4].map((suffix) => no(suffix));
      expect((await page(undefined, 10)).map((row) => row.platformOrderNo)).to.deep.equal(whole);
      const first = await page(undefined, 2);
      const last = first[1];
      expect([...first, ...await page(last && { at: last.notedAt, id: last.platformOrderNo }, 10)].map((row) => row.platformOrderNo)).to.deep.equal(whole);
      expect(await read(({ sharing }) => sharing.notedCount({ at: noon, id: no(2) }))).to.equal(2);
      expect(await read(({ sharing }) => sharing.notedCount({ at: noon + 1, id: no(4) }))).to.equal(4);
    });

    it('notes an order once, and again as changed', async () => {
      expect([await note(1), await note(1, noon + 5)]).to.deep.equal(['added', 'exists']);
      await write(({ sharing }) => sharing.putNoted({ platformOrderNo: no(1), notedAt: noon + 9, version: 1 }));
      expect(await read(({ sharing }) => sharing.noted(no(1)))).to.deep.equal({ platformOrderNo: no(1), notedAt: noon + 9, version: 2 });
      expect(await read(({ sharing }) => sharing.noted(no(2)))).to.equal(undefined);
    });

    it('keeps the log of what was sent, the newest first', async () => {
      const longest = aShareBatch({ batchNo: no(7003), table: 'business-nodes', kind: 'reload-check', state: 'differs', message: '长'.repeat(200), beganAt: noon + 1 });
      for (const batch of [aShareBatch(), aShareBatch({ batchNo: no(7002), state: 'unknown' }), longest, aShareBatch({ batchNo: no(7004), target: 'file' })]) await write(({ sharing }) => sharing.addBatch(batch));
      const all = await read(({ sharing }) => sharing.batches('front-database', undefined, 10));
      expect(all).to.deep.equal([longest, aShareBatch({ batchNo: no(7002), state: 'unknown' }), aShareBatch()]);
      expect(await read(({ sharing }) => sharing.batches('front-database', 'paid-orders', 1))).to.deep.equal([all[1]]);
    });

    it('keeps bad rows, one record for a row of a target and table', async () => {
      const rows = [aQuarantinedRow(), aQuarantinedRow({ quarantineNo: no(7102), table: 'users' }), aQuarantinedRow({ quarantineNo: no(7103), rowKey: no(2) }), aQuarantinedRow({ quarantineNo: no(7104), target: 'file' })];
      for (const row of rows) expect(await write(({ sharing }) => sharing.addQuarantined(row))).to.equal('added');
      expect(await write(({ sharing }) => sharing.addQuarantined(aQuarantinedRow({ quarantineNo: no(7105) })))).to.equal('exists');
      await write(({ sharing }) => sharing.putQuarantined(aQuarantinedRow({ state: 'released', times: 2, lastAt: noon + 5 })));
      expect(await read(({ sharing }) => sharing.quarantined(no(7101)))).to.deep.equal(aQuarantinedRow({ state: 'released', times: 2, lastAt: noon + 5, version: 2 }));
      expect((await read(({ sharing }) => sharing.openQuarantine('front-database', undefined, 10))).map((row) => row.quarantineNo)).to.deep.equal([no(7102), no(7103)]);
      expect((await read(({ sharing }) => sharing.openQuarantine('front-database', no(7102), 10))).map((row) => row.quarantineNo)).to.deep.equal([no(7103)]);
      expect(await read(({ sharing }) => sharing.openQuarantineCount('front-database', 'paid-orders'))).to.equal(1);
      const found = await read(({ sharing }) => sharing.quarantinedOf('front-database', 'paid-orders', [no(1), no(2), no(3)]));
      expect(found.map((row) => row.quarantineNo).sort()).to.deep.equal([no(7101), no(7103)]);
    });

    it('keeps who authorised which column, and the last word of it', async () => {
      const [phone, name] = [aSharePolicy(), aSharePolicy({ table: 'users', column: 'email', basis: '据'.repeat(500) })];
      expect([await write(({ sharing }) => sharing.addPolicy(name)), await write(({ sharing }) => sharing.addPolicy(phone)), await write(({ sharing }) => sharing.addPolicy(phone))]).to.deep.equal(['added', 'added', 'exists']);
      await write(({ sharing }) => sharing.putPolicy({ ...phone, isFull: false }));
      expect(await read(({ sharing }) => sharing.policies())).to.deep.equal([{ ...phone, isFull: false, version: 2 }, name]);
    });

    it('keeps the business tree and gives its nodes by number and by their last change', async () => {
      const root = aBusinessNode({ nodeId: 'R-350400', parentId: '0', parentIds: '0,', grade: 1, orgId: undefined });
      const gone = aBusinessNode({ nodeId: 'I-M1-D001', isGone: true, nodeName: '名'.repeat(200), parentIds: `0,${'x'.repeat(1900)},`, changedAt: noon + 5 });
      for (const node of [aBusinessNode(), root, gone]) expect(await write(({ sharing }) => sharing.addNode(node))).to.equal('added');
      expect(await write(({ sharing }) => sharing.addNode(root))).to.equal('exists');
      expect((await read(({ sharing }) => sharing.nodes(['R-350400', 'none', 'I-M1-D001']))).map((node) => node.nodeId).sort()).to.deep.equal(['I-M1-D001', 'R-350400']);
      await write(({ sharing }) => sharing.putNode({ ...root, nodeName: '三明', changedAt: noon + 7 }));
      const turn = await read(({ sharing }) => sharing.nodePage({ after: { at: noon, id: 'P-M1' }, until: noon + 7, limit: 10 }));
      expect(turn).to.deep.equal([gone, { ...root, nodeName: '三明', changedAt: noon + 7, version: 2 }]);
      expect((await read(({ sharing }) => sharing.nodesById('I-M1-D001', 1))).map((node) => node.nodeId)).to.deep.equal(['P-M1']);
      expect(await read(({ sharing }) => sharing.nodeCount({ at: noon + 5, id: 'I-M1-D001' }))).to.equal(2);
    });

    it('finds the paid orders of before, those of daily work and those in the archive apart', async () => {
      for (const [suffix, state] of [[1, 'paid'], [2, 'closed'], [3, 'paid'], [4, 'paid']] as const) {
        await write(({ orders }) => orders.add(anOrder({ platformOrderNo: no(suffix), bizOrderNo: `B${suffix}`, cashierToken: `t${suffix}`, state })));
      }
      await write(async ({ archive }) => { await archive.begin(noon); await archive.move([no(1)]); });
      const nos = (where: 'current' | 'archived', after?: string) => read(({ sharing }) => sharing.paidOrderNos(where, after, 10));
      expect([await nos('archived'), await nos('current'), await nos('current', no(3))]).to.deep.equal([[no(1)], [no(3), no(4)], [no(4)]]);
    });

    it('reads the directory whole for the business tree', async () => {
      expect(await store.tree.facts()).to.deep.equal({ regions: [], payees: [], items: [] });
      const by = { kind: 'system', code: 'test', address: undefined } as const;
      await store.directoryEditor.saveNontaxRegion({
        regionCode: '350400', regionName: '三明市', nontaxRegionCode: '350400', nontaxRegionName: '三明市本级', eBillRegionCode: '35', eBillRegionName: '福建省', version: 1,
      }, by);
      await store.directoryEditor.savePayee(aPayee({ merchantNo: 'M2', chargingUnit: undefined }), by);
      await store.directoryEditor.savePayee(aPayee({ merchantNo: 'M1', chargingUnit: { code: 'U1', name: '登记中心' } }), by);
      const { regions, payees } = await store.tree.facts();
      expect(regions.map(({ regionName }) => regionName)).to.deep.equal(['三明市']);
      expect(payees.map(({ merchantNo, unitCode }) => [merchantNo, unitCode])).to.deep.equal([['M1', 'U1'], ['M2', undefined]]);
    });
  });
}
