import { expect } from 'chai';
import { dayMs, hourMs } from '../../../../domain/kernel/china-time.js';
import { noon } from '../../../builders/moments.js';
import { MemoryDatabase } from '../../../../adapters/outbound/persistence/memory/memory-database.js';
import { memoryPersistence } from '../../../../adapters/outbound/persistence/memory/memory-persistence.js';
import { CountingIds, FakeVault, HandClock } from '../../../contract/persistence/fakes.js';
import { firstDay, morningAfter, openHouse, type CountingHouse } from './counting-house.js';
import { contractSettings, MadeUpDay } from './made-up-day.js';

/** Three days, each with one payment, all certified; `database` is there to be damaged. */
async function threeDays(): Promise<{ readonly house: CountingHouse; readonly database: MemoryDatabase }> {
  const database = new MemoryDatabase();
  const parts = { vault: new FakeVault(), ids: new CountingIds('9'), clock: new HandClock(noon) };
  const house = await openHouse({ settings: contractSettings, store: memoryPersistence(parts, database), ids: parts.ids, clock: parts.clock });
  const made = new MadeUpDay(house);
  for (let day = 0; day < 3; day++) {
    house.clock.at = noon + day * dayMs;
    const { line } = await made.pay({ amount: 12_000 + day, at: house.clock.at });
    house.bills.alipay.put('CM-ALI', `202605${String(8 + day).padStart(2, '0')}`, [line]);
    house.clock.at = morningAfter(day + 1) + 4 * hourMs;
    await house.plan.run();
    await house.workAll();
  }
  return { house, database };
}
const defects = async (house: CountingHouse): Promise<string[]> => (await house.verify.run()).defects.map(({ day, what }) => `${day} ${what}`);

describe('the chain of day certificates', () => {
  it('has one for each day, each after the one before, and holds', async () => {
    const { house } = await threeDays();
    const chain = await house.store.unitOfWork.read(({ settlement }) => settlement.certificates(undefined, 100));
    expect(chain.map(({ day, previousDay }) => `${day} after ${previousDay ?? 'nothing'}`)).to.deep.equal(['20260508 after nothing', '20260509 after 20260508', '20260510 after 20260509']);
    expect(chain[1]?.previousDigest).to.equal(chain[0]?.digest);
    expect(await house.verify.run()).to.deep.equal({ days: 3, defects: [] });
  });

  it('waits for an account whose bill has not come, and goes on with the days behind it when it has', async () => {
    const house = await openHouse();
    const made = new MadeUpDay(house);
    const one = await made.pay({ amount: 100, at: noon });
    house.clock.at = noon + dayMs;
    const two = await made.pay({ amount: 200, at: house.clock.at });
    house.bills.alipay.put('CM-ALI', '20260509', [two.line]);
    house.clock.at = morningAfter(2) + 5 * hourMs;
    await house.plan.run();
    await house.workAll();
    expect(await house.day('20260509')).to.include({ state: 'balanced' });
    expect(await house.store.unitOfWork.read(({ settlement }) => settlement.lastCertificate())).to.equal(undefined);
    expect((await house.certify.upTo(firstDay)).notYet).to.deep.equal({ day: firstDay, why: 'not-reconciled', about: 'CM-ALI' });
    house.bills.alipay.put('CM-ALI', firstDay, [one.line]);
    house.clock.at += hourMs;
    await house.workAll();
    const chain = await house.store.unitOfWork.read(({ settlement }) => settlement.certificates(undefined, 100));
    expect(chain.map(({ day }) => day)).to.deep.equal(['20260508', '20260509']);
  });

  const damages: Readonly<Record<string, readonly [(database: MemoryDatabase) => void, readonly string[]]>> = {
    'an entry of which the fee was changed': [({ tables }) => { for (const row of tables.entries.all(false)) if (row.clearingDay === '20260509') Object.assign(row, { feeAmount: 1n }); }, ['20260509 sums', '20260509 sums']],
    'a text that was changed': [({ tables }) => { for (const row of tables.certificates.all(false)) if (row.day === '20260509') Object.assign(row, { content: row.content.replace('12001', '12002') }); }, ['20260509 digest', '20260509 signature']],
    'a certificate put in another\'s place': [({ tables }) => { for (const row of tables.certificates.all(false)) if (row.day === '20260509') Object.assign(row, { previousDigest: 'f'.repeat(64) }); }, ['20260509 chain']],
    'a signature by somebody else': [({ tables }) => { for (const row of tables.certificates.all(false)) if (row.day === '20260510') Object.assign(row, { signature: 'AAAA' }); }, ['20260510 signature']],
    'another bill under the same number': [({ tables }) => { for (const row of tables.bills.all(false)) if (row.clearingDay === firstDay) Object.assign(row, { digest: 'e'.repeat(64) }); }, ['20260508 bill']],
  };
  for (const [what, [damage, found]] of Object.entries(damages)) {
    it(`shows ${what}, and on which day`, async () => {
      const { house, database } = await threeDays();
      damage(database);
      expect(await defects(house)).to.have.members([...found]);
    });
  }

  it('is locked by the month when its last day is certified, after which corrections stand in the next', async () => {
    const { house } = await threeDays();
    expect(await house.lock.run('202605', 'op-1')).to.deep.equal({ ok: false, refusal: 'not-certified' });
    expect(await house.lock.run('2026-5', 'op-1')).to.deep.equal({ ok: false, refusal: 'not-a-month' });
    const [first] = await house.store.unitOfWork.read(({ settlement }) => settlement.certificates(undefined, 1));
    if (!first) throw new Error('no certificate');
    await house.store.unitOfWork.run(({ settlement }) => settlement.addCertificate({ ...first, day: '20260531' }));
    expect(await house.lock.run('202605', 'op-1')).to.deep.equal({ ok: true, value: { month: '202605', lockedAt: house.clock.at, lockedBy: 'op-1' } });
    expect(await house.lock.run('202605', 'op-2')).to.deep.equal({ ok: false, refusal: 'locked' });
    // A payment of the middle of May that only a later bill brings.
    const { line, key } = await new MadeUpDay(house).pay({ amount: 500, at: noon + 12 * dayMs });
    house.bills.alipay.put('CM-ALI', '20260520', [line]);
    house.clock.at = morningAfter(13);
    await house.plan.run();
    await house.workAll();
    const entries = await house.store.unitOfWork.read(({ settlement }) => settlement.ofTrades([key]));
    expect(entries.map(({ clearingDay, settleDay }) => `${clearingDay} posted to ${settleDay}`)).to.deep.equal(['20260520 posted to 20260601']);
  });
});
