import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import { gbkOf } from '../../../../adapters/simulators/shared/gbk.js';
import { zipOf } from '../../../../adapters/simulators/shared/zip-writer.js';
import { inPieces } from '../../wire/zips.js';
import { account } from './alipay-world.js';
import { bills, day, lines, row } from './bill-file.js';

const rowCount = 200_000;
const mega = 1024 * 1024;

/** A day of 200,000 payments; only the number differs from row to row. */
function largeBill(): Buffer {
  const [front = Buffer.alloc(0), back = Buffer.alloc(0)] = row({ ownNo: '@' }).split('@').map(gbkOf);
  const size = front.length + 26 + back.length + 2;
  const rows = Buffer.alloc(rowCount * size);
  for (let index = 0; index < rowCount; index += 1) {
    const at = index * size;
    rows.set(front, at);
    rows.write(`20261122101500${String(index).padStart(12, '0')}`, at + front.length, 'latin1');
    rows.set(back, at + front.length + 26);
    rows.write('\r\n', at + size - 2, 'latin1');
  }
  const text = lines({ rows: ['@'], payments: `${rowCount}笔，商家实收共${rowCount * 120}.00元，商家优惠共0.00元`, refunds: '0笔，商家实收退款共0.00元' }).join('\r\n').split('@\r\n');
  return Buffer.concat([gbkOf(text[0] ?? ''), rows, gbkOf(text[1] ?? '')]);
}

describe('Alipay: large bill', () => {
  it('is read in bounded memory', async function () {
    this.timeout(30_000);
    const content = largeBill();
    const raw = zipOf([{ name: gbkOf('业务明细.csv'), content, method: 'stored' }]);
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const heap = (): number => { collect(); return process.memoryUsage().heapUsed / mega; };
    const before = heap();
    const began = performance.now();
    let [pages, seen, highest] = [0, 0, 0];
    for await (const piece of bills.read(account, day, inPieces(raw, 64 * 1024))) {
      if (piece.kind === 'refused') expect.fail(piece.detail);
      if (piece.kind === 'end') expect(piece.totals).to.deep.include({ lineCount: rowCount, settled: BigInt(rowCount) * 12000n, fee: BigInt(rowCount) * 72n, oddCount: 0 });
      if (piece.kind !== 'lines') continue;
      pages += 1;
      seen += piece.lines.length;
      expect(piece.lines.length).to.be.at.most(500);
      if (pages % 100 === 0) highest = Math.max(highest, heap());
    }
    const tookMs = performance.now() - began;
    expect([pages, seen]).to.deep.equal([rowCount / 500, rowCount]);
    expect(highest - before, 'MiB more on the heap').to.be.below(8);
    this.test!.title += `: ${rowCount} lines, ${Math.round(content.length / mega)} MiB, ${Math.round(rowCount / tookMs)} lines a millisecond, at most ${(highest - before).toFixed(1)} MiB more on the heap`;
  });
});
