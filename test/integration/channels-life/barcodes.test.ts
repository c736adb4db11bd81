import { expect } from 'chai';
import { expectBooksToAgree } from '../payments/books.js';
import { Life, type Channel } from '../payments/life.js';
import { Counter, type Scanned } from './counter.js';

/** Both simulators' published tables: channel, last two digits, what happens there, states the answer may show, our state in the end. */
const table: readonly (readonly [Channel, string, string, readonly string[], string])[] = [
  ['alipay', '00', 'paid at once', ['2'], 'paid'], ['alipay', '01', 'the payer types for six seconds', ['1'], 'paid'],
  ['alipay', '02', 'the payer never decides', ['1'], 'awaiting'], ['alipay', '03', 'balance short', ['3'], 'failed'],
  ['alipay', '04', '20000 though paid', ['2'], 'paid'], ['alipay', '05', '20000 and not executed', ['1'], 'awaiting'],
  ['alipay', '06', 'SYSTEM_ERROR though paid', ['2'], 'paid'], ['alipay', '07', 'the code is not valid', ['3'], 'failed'],
  ['alipay', '08', 'the line breaks after paying', ['2'], 'paid'],
  ['unionpay', '00', 'accepted and paid at once', ['2'], 'paid'], ['unionpay', '01', 'the payer types for six seconds', ['1'], 'paid'],
  ['unionpay', '02', 'the payer never decides', ['1'], 'awaiting'], ['unionpay', '03', 'the issuer refuses after acceptance', ['3'], 'failed'],
  ['unionpay', '04', '04 unclear though paid', ['2'], 'paid'], ['unionpay', '05', 'the line breaks after paying', ['2'], 'paid'],
  ['unionpay', '06', 'unknown (34) to the first two queries though paid', ['1', '2'], 'paid'], ['unionpay', '07', 'refused at once', ['3'], 'failed'],
  ['unionpay', '08', 'charged after the time limit (42)', ['3'], 'failed'],
];

describe('every outcome of a scanned code (1.1.2.1.2, 1.1.7.1.2-c)', function () {
  this.timeout(60_000);
  let life: Life;
  let counter: Counter;
  let scans: readonly Scanned[];
  before(async () => {
    life = await Life.start();
    counter = new Counter(life);
    scans = await Promise.all(table.map(async ([channel, ending]) => counter.scan(counter.code(channel, ending))));
  });
  after(async () => life.close());

  for (const [index, [channel, ending, what, first, last]] of table.entries()) {
    it(`${channel} …${ending} (${what}): answers ${first.join(' or ')} within five seconds and ends ${last}`, async () => {
      const scanned = scans[index];
      if (!scanned) throw new Error('nothing was scanned');
      expect(scanned.tookMs).to.be.below(5_000);
      expect(scanned.state).to.be.oneOf([...first]);
      const kept = await counter.ends(scanned, last);
      expect(kept.attempts).to.have.length(1);
      const told = (await life.toldPayments(scanned.path)).map(({ orderState }) => orderState);
      expect(told).to.deep.equal(last === 'paid' ? ['2'] : []);
    });
  }

  it('shows from its records when each request came, went out, was answered and was kept', async () => {
    for (const { platformOrderNo } of scans) {
      const attempt = (await life.kept(platformOrderNo)).attempts[0];
      const times = [attempt?.receivedAt, attempt?.sentAt, attempt?.answeredAt, attempt?.recordedAt].map(Number);
      expect(times.every((time) => Number.isSafeInteger(time)), `${platformOrderNo} ${times.join(' ')}`).to.equal(true);
      expect([...times].sort((a, b) => a - b)).to.deep.equal(times);
    }
  });

  it('agrees with the books of both channels when all are decided', async () => expectBooksToAgree(life));
});
