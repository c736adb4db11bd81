import { expect } from 'chai';
import { billPages, StoppedReadings, type BillPages } from '../../../../application/reconciliation/bill-pages.js';
import type { BillPiece, OddLine } from '../../../../domain/reconciliation/bill-line.js';
import { aBillLine } from '../../../builders/settlement.js';
import { morningAfter, openHouse } from './counting-house.js';

const piece = (...lineNos: readonly number[]): BillPiece => ({ kind: 'lines', lines: lineNos.map((lineNo) => aBillLine({ lineNo })), odd: [] });
const odd: OddLine = { lineNo: 9, why: 'time', text: '?' };

async function* bill(closed: string[] = [], ...pieces: readonly BillPiece[]): AsyncGenerator<BillPiece> {
  try {
    yield* pieces;
  } finally {
    closed.push('closed');
  }
}
async function numbers(pages: BillPages): Promise<unknown[]> {
  const found = [];
  for await (const page of pages) found.push('refused' in page ? page.refused : [...page.lines, ...page.odd].map(({ lineNo }) => lineNo));
  return found;
}

describe('pages of a bill that are booked', () => {
  it('hold whole pieces until there are enough lines, and the rest at the end', async () => {
    const pieces = [piece(1, 2), piece(3, 4), piece(5), { ...piece(6), odd: [odd] }] as BillPiece[];
    expect(await numbers(billPages(bill([], ...pieces), 0, 3))).to.deep.equal([[1, 2, 3, 4], [5, 6, 9]]);
    expect(await numbers(billPages(bill([], ...pieces, piece(10)), 0, 1))).to.deep.equal([[1, 2], [3, 4], [5], [6, 9], [10]]);
  });

  it('begin behind the lines that are booked', async () => {
    expect(await numbers(billPages(bill([], piece(1, 2), piece(3, 4), piece(5)), 4, 2))).to.deep.equal([[5]]);
  });

  it('end with a refusal, without the lines before it that were not booked yet', async () => {
    expect(await numbers(billPages(bill([], piece(1, 2), piece(3), { kind: 'refused', why: 'damaged', detail: 'broken' }), 0, 2))).to.deep.equal([[1, 2], 'broken']);
  });
});

describe('a reading that stopped because its time was over', () => {
  const begun = async (closed: string[]): Promise<BillPages> => {
    const pages = billPages(bill(closed, piece(1), piece(2), piece(3)), 0, 1);
    await pages.next();
    return pages;
  };

  it('is gone on with by the same run where it stopped', async () => {
    const stopped = new StoppedReadings();
    await stopped.keep('run-1', { linesDone: 1, pages: await begun([]) });
    expect(await stopped.take('run-2', 1)).to.equal(undefined);
    const taken = await stopped.take('run-1', 1);
    expect(taken && await numbers(taken)).to.deep.equal([[2], [3]]);
    expect(await stopped.take('run-1', 1)).to.equal(undefined);
  });

  it('is given up and closed when the run stands elsewhere by now', async () => {
    const [stopped, closed]: [StoppedReadings, string[]] = [new StoppedReadings(), []];
    await stopped.keep('run-1', { linesDone: 1, pages: await begun(closed) });
    expect(await stopped.take('run-1', 2)).to.equal(undefined);
    expect(closed).to.deep.equal(['closed']);
  });

  it('is closed when more have stopped after it than are kept', async () => {
    const [stopped, closed]: [StoppedReadings, string[]] = [new StoppedReadings(1), []];
    await stopped.keep('run-1', { linesDone: 1, pages: await begun(closed) });
    await stopped.keep('run-2', { linesDone: 1, pages: await begun([]) });
    expect(closed).to.deep.equal(['closed']);
    expect(await stopped.take('run-1', 1)).to.equal(undefined);
    expect(await stopped.take('run-2', 1)).to.not.equal(undefined);
  });

  it('is not read again from the beginning by the next stretch', async () => {
    const house = await openHouse({ patience: 2 });
    house.bills.alipay.put('CM-ALI', '20260508', Array.from({ length: 40 }, (_, index) => aBillLine({ lineNo: index + 1, ownNo: `OTHER${index}`, channelNo: `TX${index}` })));
    house.clock.at = morningAfter(1);
    await house.plan.run();
    let firstPages = 0;
    house.bills.alipay.fuse = (page) => { if (page === 0) firstPages += 1; };
    await house.fetch.run('CM-ALI:20260508');
    const ends: string[] = [];
    while (ends.at(-1) !== 'done') ends.push((await house.work.run('CM-ALI:20260508')).kind);
    expect(ends.length, 'stretches').to.be.greaterThan(2);
    // Once to check the bill, once to compare it.
    expect(firstPages).to.equal(2);
  });
});
