import { expect } from 'chai';
import { gbkOf } from '../../../../adapters/simulators/shared/gbk.js';
import { zipOf } from '../../../../adapters/simulators/shared/zip-writer.js';
import { BillCutOff } from '../../../../application/ports/channel-bills.js';
import { seededRandom } from '../../../../adapters/simulators/shared/seeded-chaos.js';
import { account } from './alipay-world.js';
import { bills, csv, day, readAll, readZip, refundRow, row, zipped, type ReadBill } from './bill-file.js';

const good = csv({ rows: Array.from({ length: 40 }, (_, index) => (index % 4 === 3 ? refundRow() : row({ ownNo: `N${index}` }))), payments: '30笔，商家实收共3600.00元', refunds: '10笔，商家实收退款共-500.00元' });
const stored = (content: Buffer): Buffer => zipOf([{ name: gbkOf('业务明细.csv'), content, method: 'stored' }]);

describe('Alipay: hostile bills', function () {
  it('never pass for the whole when they are cut: not the zip and not the file in it', async () => {
    const zip = zipped(good);
    const cutZip = new Set<string | undefined>();
    const cutFile = new Set<string | undefined>();
    for (let percent = 0; percent < 100; percent += 1) {
      cutZip.add((await readZip(zip.subarray(0, Math.floor((zip.length * percent) / 100)))).refused);
      cutFile.add((await readZip(stored(good.subarray(0, Math.floor((good.length * percent) / 100))))).refused);
    }
    expect([...cutZip].sort()).to.deep.equal(['not-a-bill', 'truncated']);
    expect([...cutFile]).to.include('truncated').and.not.include(undefined);
  });

  it('say with flipped bits either the same as before or that they are refused: nothing else can come through a check sum', async () => {
    const zip = zipped(good);
    const whole = await readZip(zip);
    expect(whole.totals).to.include({ lineCount: 40, oddCount: 0 });
    // Every byte of the headers and the directory, and a share of the packed data.
    for (let at = 0; at < zip.length; at += at < 250 || at > zip.length - 250 ? 1 : 11) {
      const bytes = Buffer.from(zip);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      const read = await readZip(bytes);
      if (read.refused === undefined) expect(read, `byte ${at}`).to.deep.equal(whole);
    }
  });

  it('with changed bytes in the file itself bring odd lines or a refusal, and never more than the footer says', async () => {
    const chance = seededRandom(20261122);
    const seen = new Set<string>();
    for (let run = 0; run < 400; run += 1) {
      const bytes = Buffer.from(good);
      for (let change = 0; change <= run % 3; change += 1) bytes[Math.floor(chance() * bytes.length)] = Math.floor(chance() * 256);
      const read = await readZip(stored(bytes));
      seen.add(read.refused ?? (read.odd.length > 0 ? 'odd' : 'read'));
      if (read.totals) expect(read.totals.lineCount + read.totals.oddCount).to.be.at.most(41);
      if (read.totals?.oddCount === 0) expect(read.totals).to.include({ settled: 310000n });
    }
    expect([...seen]).to.include.members(['odd', 'read', 'damaged', 'totals-disagree']);
  });

  it('are refused with a word, whatever they are: nothing, noise, a page, a bomb, ten thousand entries, a line without end', async () => {
    const noise = Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 256));
    const huge = csv({ rows: [row({ title: 'a'.repeat(9_000) })] });
    const nested = zipOf([{ name: gbkOf('业务明细.csv'), content: zipOf([{ name: Buffer.from('x'), content: Buffer.alloc(1_000_000), method: 'deflated' }]), method: 'deflated' }]);
    const bomb = zipOf([{ name: gbkOf('业务明细.csv'), content: Buffer.concat([csv().subarray(0, 700), Buffer.alloc(5_000_000, '\n')]), method: 'deflated' }]);
    const cases: readonly (readonly [string, Buffer])[] = [
      ['not-a-bill', Buffer.alloc(0)], ['not-a-bill', noise], ['not-a-bill', Buffer.from('<html>下载超时</html>')], ['truncated', Buffer.from('PK')],
      ['damaged', zipped(huge)], ['charset', stored(noise)], ['zip-bomb', bomb], ['not-a-bill', stored(Buffer.alloc(0))], ['damaged', stored(Buffer.alloc(20_000, '#'))],
      ['zip-bomb', zipOf(Array.from({ length: 10_000 }, (_, index) => ({ name: Buffer.from(`${index}`), content: Buffer.alloc(0), method: 'stored' as const })))],
    ];
    for (const [why, bytes] of cases) expect((await readZip(bytes)).refused, `${why} ${bytes.length}`).to.equal(why);
    expect((await readZip(nested)).refused).to.be.oneOf(['charset', 'not-a-bill', 'damaged']);
  });

  it('break off with what the download says, in the middle of the bytes', async () => {
    const broken = async function* (): AsyncGenerator<Uint8Array> { yield zipped(good).subarray(0, 50); throw new BillCutOff('cut-off'); };
    const fault = await readAll(bills.read(account, day, broken())).then(() => undefined, (one: unknown) => one);
    expect(fault).to.be.instanceOf(BillCutOff);
  });

  it('give the same pieces for the same bytes, however they come in', async () => {
    const first: ReadBill = await readZip(zipped(good), 1);
    expect(await readZip(zipped(good), 100_000)).to.deep.equal(first);
  });
});
