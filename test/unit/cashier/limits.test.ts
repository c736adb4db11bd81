import { expect } from 'chai';
import { goodToken, openFakeCashier, unknownToken, type FakeCashier } from './fake-cashier.js';
import { order, post, read, wordsOf } from './page-reader.js';

/** Lets so many requests of each key pass. */
function allowing(most: number): (key: string) => boolean {
  const seen = new Map<string, number>();
  return (key) => { seen.set(key, (seen.get(key) ?? 0) + 1); return (seen.get(key) ?? 0) <= most; };
}

describe('limits of the cashier', () => {
  let fake: FakeCashier;
  beforeEach(async () => { fake = await openFakeCashier(); });
  afterEach(() => fake.close());

  it('stops answering an address that guesses tokens, and writes it down once', async () => {
    fake.allow = allowing(1);
    const guess = (number: number): string => `/pay/${number.toString(36).padStart(32, '0')}`;
    const statuses: number[] = [];
    for (let number = 0; number < 40; number += 1) statuses.push((await read(fake, guess(number) + (number % 2 === 0 ? '' : '/state'))).status);
    expect(statuses).to.deep.equal([404, ...new Array<number>(39).fill(429)]);
    expect(fake.lines).to.deep.equal([{ event: 'cashier-guessing', fields: { address: '203.0.113.7' } }]);
  });

  it('still serves the payer who shares the address of a guesser', async () => {
    fake.allow = (key) => !key.startsWith('cashier-miss');
    expect((await read(fake, `/pay/${unknownToken}`)).status).to.equal(429);
    expect((await order(fake)).status).to.equal(200);
  });

  it('counts tokens of a wrong shape as guesses without looking them up', async () => {
    fake.allow = allowing(1);
    expect((await read(fake, '/pay/a')).status).to.equal(404);
    expect((await read(fake, '/pay/b')).status).to.equal(429);
    expect(fake.opened).to.deep.equal([]);
  });

  it('limits pages, states and starts of one order from one address, each on its own', async () => {
    fake.allow = allowing(1);
    const once = async (ask: () => Promise<{ readonly status: number }>): Promise<void> => {
      expect((await ask()).status).to.equal(200);
      expect((await ask()).status).to.equal(429);
    };
    await once(() => order(fake));
    await once(() => read(fake, `/pay/${goodToken}/state`));
    await once(() => post(fake, 'view=pc&payChannel=alipay'));
    expect(fake.started).to.have.length(1);
  });

  it('tells an impatient payer to wait and not to pay twice', async () => {
    fake.allow = () => false;
    const { text } = await order(fake);
    expect(wordsOf(text)).to.contain('访问过于频繁').and.contain('请勿重复付款').and.contain('返回收银台');
  });

  it('asks the channel no more often than allowed, and still shows the page', async () => {
    fake.allow = allowing(1);
    for (let round = 0; round < 3; round += 1) expect((await read(fake, `/pay/${goodToken}/back`)).status).to.equal(303);
    expect(fake.cameBack).to.have.length(1);
  });
});
