import { expect } from 'chai';
import { bill, inPieces, oldZmLine, readAll, refund, zipped, zmLine, zmName, zmeLine, zmeName, linesOf, day, type Read } from './unionpay-bill-lines.js';
import { BillCutOff } from '../../../application/ports/channel-bills.js';
import { UnionPayBills } from '../../../adapters/outbound/channels/unionpay/bills/unionpay-bills.js';
import type { UnionPayNeeds } from '../../../adapters/outbound/channels/unionpay/needs.js';
import { zipOf } from '../../../adapters/simulators/shared/zip-writer.js';
import { anAccount } from './unionpay-scene.js';

const lines = Array.from({ length: 40 }, (_none, index) => {
  const change = { 12: `A${index}`, ...(index % 3 === 0 ? { ...refund, 12: `R${index}` } : {}) };
  return index % 2 === 0 ? zmLine(change) : oldZmLine(change);
});
const text = linesOf(...lines);
const stored = zipOf([
  { name: Buffer.from(zmName()), content: text, method: 'stored' }, { name: Buffer.from(zmeName), content: linesOf(zmeLine()), method: 'deflated' },
]);

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Nothing is booked twice or made up: a reading ends in totals that fit its lines, or in a refusal. */
function isWhole({ lines: read, odd, totals, refused }: Read): boolean {
  if (refused !== undefined) return totals === undefined;
  return totals !== undefined && totals.lineCount === read.length && totals.oddCount === odd.length
    && totals.settled === read.reduce((sum, { settled }) => sum + settled, 0n) && read.every(({ amount }) => amount > 0n && amount <= 12_345n);
}

describe('UnionPay bills: hostile files', function () {
  it('that end too early are refused, wherever they end', async () => {
    for (let percent = 0; percent < 100; percent++) {
      const read = await readAll(stored.subarray(0, Math.floor(stored.length * percent / 100)));
      expect(read.refused, `${percent} %`).to.be.oneOf(['not-a-bill', 'truncated', 'damaged']);
    }
  });
  it('whose transactions end too early are refused, except at the end of a line', async () => {
    for (let percent = 1; percent < 100; percent++) {
      const cut = Math.floor(text.length * percent / 100);
      const read = await readAll(zipped({ [zmName()]: text.subarray(0, cut) }));
      // 609 bytes a line with its end; a line without its end is whole.
      expect(read.refused, `${percent} %`).to.equal(cut % 609 === 0 || cut % 609 >= 607 ? undefined : 'truncated');
    }
  });
  it('with flipped bits are refused or read as before', async () => {
    const next = numbers(7);
    const before = await readAll(stored);
    for (let round = 0; round < 300; round++) {
      const flipped = Buffer.from(stored);
      const at = next(flipped.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << next(8));
      const read = await readAll(flipped);
      expect(read.refused !== undefined || JSON.stringify(read.totals, words) === JSON.stringify(before.totals, words), `byte ${at}`).to.equal(true);
    }
  });
  it('with any bytes in their lines lose no line and invent none', async () => {
    const next = numbers(11);
    for (let round = 0; round < 300; round++) {
      const spoiled = Buffer.from(text);
      for (let times = 0; times < 20; times++) spoiled[next(spoiled.length)] = next(256);
      expect(isWhole(await readAll(zipped({ [zmName()]: spoiled }))), `round ${round}`).to.equal(true);
    }
  });
  it('with bytes put in or left out are never shifted into another amount', async () => {
    const next = numbers(13);
    for (let round = 0; round < 200; round++) {
      const at = next(text.length);
      const [left, put] = [next(4), Buffer.from('市0C '.slice(next(3)), 'utf8').subarray(0, next(5))];
      const read = await readAll(zipped({ [zmName()]: Buffer.concat([text.subarray(0, at), put, text.subarray(at + left)]) }));
      expect(isWhole(read), `round ${round}`).to.equal(true);
      for (const line of read.lines) expect(line.amount === 12_345n || text.includes(line.amount.toString().padStart(12, '0'))).to.equal(true);
    }
  });
  it('of noise are refused', async () => {
    const next = numbers(17);
    for (let round = 0; round < 50; round++) {
      const noise = Buffer.from(Array.from({ length: 500 }, () => next(256)));
      expect((await readAll(noise)).refused).to.equal('not-a-bill');
      expect(isWhole(await readAll(zipped({ [zmName()]: noise }))), `round ${round}`).to.equal(true);
    }
  });
  it('that unpack without measure are refused', async () => {
    expect((await readAll(zipped({ [zmName()]: Buffer.alloc(4_000_000, ' ') }))).refused).to.be.oneOf(['zip-bomb', 'damaged']);
    const many = Object.fromEntries(Array.from({ length: 17 }, (_none, index) => [`${zmName()}.${index}`, zmLine()]));
    expect((await readAll(zipped(many))).refused).to.equal('zip-bomb');
  });
  it('that break off while they come are a fault of the line, not of the file', async () => {
    const whole = bill(zmLine());
    const broken = async function* () {
      yield* inPieces(whole.subarray(0, 200));
      throw new BillCutOff('the line broke');
    };
    const reading = async (): Promise<void> => { for await (const _piece of new UnionPayBills({} as UnionPayNeeds).read(anAccount(), day, broken())) continue; };
    const fault = await reading().then(() => undefined, (thrown: unknown) => thrown);
    expect(fault).to.be.instanceOf(BillCutOff);
  });
});

const words = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

describe('UnionPay bills: size', function () {
  this.timeout(60_000);
  it('200,000 lines are read in pages, quickly and in little memory', async () => {
    const count = 200_000;
    const one = linesOf(zmLine());
    const content = Buffer.alloc(one.length * count);
    for (let index = 0; index < count; index++) {
      one.copy(content, index * one.length);
      content.write(String(index).padStart(28, '0'), index * one.length + 112, 'latin1');
      content.write(String((index * 7919) % 1_000_000).padStart(6, '0'), index * one.length + 28, 'latin1');
    }
    const raw = zipOf([{ name: Buffer.from(zmName()), content, method: 'deflated' }]);
    const before = process.memoryUsage().arrayBuffers;
    let [highest, seen, largest] = [0, 0, 0];
    const begun = performance.now();
    for await (const piece of new UnionPayBills({} as UnionPayNeeds).read(anAccount(), day, inPieces(raw, 65_536))) {
      highest = Math.max(highest, process.memoryUsage().arrayBuffers - before);
      if (piece.kind === 'refused') expect.fail(piece.why);
      if (piece.kind === 'lines') [seen, largest] = [seen + piece.lines.length, Math.max(largest, piece.lines.length)];
      if (piece.kind === 'end') expect(piece.totals).to.include({ lineCount: count, oddCount: 0, settled: 12_345n * BigInt(count), fee: 74n * BigInt(count) });
    }
    const seconds = (performance.now() - begun) / 1000;
    process.stdout.write(`      ${count} lines in ${seconds.toFixed(2)} s, ${Math.round(count / seconds)} a second, ${Math.round(highest / 1e6)} MB of buffers at most\n`);
    // Held till here, so that the buffers counted before cannot make room for those counted after.
    expect(content).to.have.length(one.length * count);
    expect([seen, largest]).to.deep.equal([count, 500]);
    expect(highest).to.be.lessThan(64e6);
    // Alone on the machine it takes about a second; others may be at work on it.
    expect(seconds).to.be.lessThan(15);
  });
});
