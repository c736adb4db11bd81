import { expect } from 'chai';
import type { ExportReader, ExportStore } from '../../../application/ports/export-books.js';
import { exportFailures, placesOf } from '../../../domain/lists/list-export.js';
import { aListExport } from '../../builders/exports.js';
import { no, noon } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

/** Where exports of lists stand (export-books port). */
export function exportsContract(adapter: string, open: Open): void {
  describe(`exports of lists on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());
    const change = <T>(work: (exports: ExportStore) => Promise<T>): Promise<T> => store.unitOfWork.run(({ exports }) => work(exports));
    const read = <T>(work: (exports: ExportReader) => Promise<T>): Promise<T> => store.unitOfWork.read(({ exports }) => work(exports));
    const ended = (n: number, changes = {}) => aListExport({ exportNo: no(n), place: no(n), state: 'done', fileNo: no(n + 500), fileName: '结算情况-20260508120000.xlsx', written: 5_000_000, endedAt: noon + 9, ...changes });

    it('keeps an export with every field, and finds it by its number and by that of its file', async () => {
      const longest = ended(2, { operatorNo: 'O'.repeat(32), scope: `institution:${'I'.repeat(32)}`, fileName: '账'.repeat(256), parameters: { keyword: '𠮷'.repeat(200), sort: 'a:asc' } });
      const failed = exportFailures.map((failure, index) => ended(10 + index, { state: 'failed', fileNo: undefined, fileName: undefined, failure }));
      for (const one of [aListExport(), longest, ...failed]) await change((exports) => exports.add(one));
      for (const one of [aListExport(), longest, ...failed]) expect(await read((exports) => exports.byNo(one.exportNo))).to.deep.equal(one);
      expect(await read((exports) => exports.byFile(no(502)))).to.deep.equal(longest);
      for (const unknown of ['', no(99), '导出', "' or '1'='1"]) expect(await read(async (exports) => [await exports.byNo(unknown), await exports.byFile(unknown)])).to.deep.equal([undefined, undefined]);
    });

    it('changes where it stands, not who asked for what, and not what somebody changed first', async () => {
      await change((exports) => exports.add(aListExport()));
      const later = aListExport({ written: 2500, seenAt: noon + 1000 });
      await change((exports) => exports.put({ ...later, operatorNo: 'O2', listName: 'orders', parameters: {}, scope: 'institution:I1', startedAt: 0 }));
      expect(await read((exports) => exports.byNo(no(7701)))).to.deep.equal({ ...later, version: 2 });
      expect((await faultOf(change((exports) => exports.put(later)))).name).to.equal('ConcurrentChange');
      expect((await faultOf(change((exports) => exports.put(aListExport({ exportNo: no(9) }))))).name).to.equal('ConcurrentChange');
    });

    it('gives a place once, also to two who want it at once, and frees it at the end', async () => {
      const answers = await Promise.allSettled([1, 2, 3, 4].map((n) => change((exports) => exports.add(aListExport({ exportNo: no(n) })))));
      expect(answers.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
      const [running] = await read((exports) => exports.runningOf('O1'));
      if (running === undefined) throw new Error('none is running');
      await change(async (exports) => {
        await exports.put({ ...running, state: 'done', place: running.exportNo, endedAt: noon + 5 });
        await exports.add(aListExport({ exportNo: no(50) }));
      });
      expect((await read((exports) => exports.runningOf('O1'))).map(({ exportNo }) => exportNo)).to.deep.equal([no(50)]);
    });

    it('lists what runs of one person, and of nobody else', async () => {
      const [first = '', second = ''] = placesOf('O1');
      await change(async (exports) => {
        await exports.add(aListExport({ exportNo: no(3), place: second }));
        await exports.add(aListExport({ exportNo: no(4), place: first }));
        await exports.add(aListExport({ exportNo: no(5), operatorNo: 'O2', place: placesOf('O2')[0] ?? '' }));
        await exports.add(ended(6));
        expect(await exports.runningOf('O1')).to.have.length(2);
      });
      expect((await read((exports) => exports.runningOf('O1'))).map(({ exportNo }) => exportNo)).to.deep.equal([no(4), no(3)]);
      expect(await read((exports) => exports.runningOf('O9'))).to.deep.equal([]);
    });

    it('lists running ones that are silent, the longest silent first', async () => {
      await change(async (exports) => {
        for (const [n, seenAt] of [[1, noon + 3], [2, noon + 1], [3, noon + 10]] as const) await exports.add(aListExport({ exportNo: no(n), operatorNo: `O${n}`, place: `O${n}:1`, seenAt }));
        await exports.add(ended(4, { seenAt: noon }));
      });
      expect((await read((exports) => exports.silentSince(noon + 10))).map(({ exportNo }) => exportNo)).to.deep.equal([no(2), no(1)]);
    });
  });
}
