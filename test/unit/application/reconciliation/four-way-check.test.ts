import { expect } from 'chai';
import { MemoryDatabase } from '../../../../adapters/outbound/persistence/memory/memory-database.js';
import { memoryPersistence } from '../../../../adapters/outbound/persistence/memory/memory-persistence.js';
import { dayMs, hourMs, minuteMs } from '../../../../domain/kernel/china-time.js';
import { fen } from '../../../../domain/kernel/money.js';
import { noon } from '../../../builders/moments.js';
import { CountingIds, FakeVault, HandClock } from '../../../contract/persistence/fakes.js';
import { firstDay, morningAfter, openHouse, type CountingHouse, type HousePlan } from './counting-house.js';
import { FourWayDay, type MadeOrder } from './four-way-day.js';
import { plainDigests } from './fake-seals.js';
import { bytesOf, textOf } from './paper-bills.js';

interface Planted { readonly house: CountingHouse; readonly day: FourWayDay; readonly names: Readonly<Record<string, MadeOrder>> }

/** A day with every kind of gap, and orders that only look as if they had one. */
async function planted(plan: HousePlan = {}): Promise<Planted> {
  const house = await openHouse(plan);
  const day = new FourWayDay(house);
  await house.store.directoryEditor.saveNontaxItem({
    regionCode: '350400', itemCode: 'SLIP', itemName: '只开缴款书的项目', nationalCode: undefined, measure: '件', fundNature: 'administrative-fee', lowestPrice: undefined, highestPrice: undefined,
    voucherKind: 'payment-notice', unitCodes: [], enabled: true, version: 1,
  }, { kind: 'system', code: 'test', address: undefined });
  const names = {
    whole: await day.whole(), plain: await day.order({ isPlain: true }), noProvince: await day.order({ isBillWanted: false }), slipOnly: await day.order({ itemCode: 'SLIP', notice: 'confirmed' }),
    notInBill: await day.whole(), otherAmount: await day.whole(), unconfirmed: await day.whole({ notice: 'confirm-pending' }), elsewhere: await day.whole({ notice: 'paid-elsewhere' }),
    noBill: await day.order({ notice: 'confirmed' }), pendingBill: await day.whole({ bills: [{ state: 'pending' }] }), twoBills: await day.whole({ bills: [{ state: 'issued' }, { state: 'issued' }] }),
    lessLeft: await day.whole(), allBack: await day.whole(), reversed: await day.whole({ bills: [{ state: 'reversed' }] }), reissued: await day.whole({ bills: [{ state: 'reversed' }, { state: 'issued', amount: fen(5_000) }] }),
    everything: await day.order({ notice: 'open' }),
  };
  const refunds = [
    await day.made.refund(names.lessLeft, 3_000, noon + hourMs), await day.made.refund(names.allBack, 8_000, noon + hourMs), await day.made.refund(names.reversed, 8_000, noon + hourMs),
    await day.made.refund(names.reissued, 3_000, noon + hourMs), await day.made.refund(names.whole, 1_000, noon + hourMs, true),
  ];
  const inBill = Object.entries(names).filter(([name]) => name !== 'notInBill' && name !== 'everything')
    .map(([name, { line }]) => (name === 'otherAmount' ? { ...line, amount: fen(7_999), settled: 7_999n as typeof line.settled } : line));
  house.bills.alipay.put('CM-ALI', firstDay, [...inBill, ...refunds.slice(0, 4).map(({ line }) => line)]);
  return { house, day, names };
}

const gapsAtFirst = [
  'allBack e-bill too-many 0 8000', 'elsewhere payment-notice missing 8000', 'everything channel missing 8000', 'everything e-bill missing 8000', 'everything payment-notice missing 8000',
  'lessLeft e-bill differs 5000 8000', 'noBill e-bill missing 8000', 'notInBill channel missing 8000', 'otherAmount channel differs 8000 7999', 'pendingBill e-bill missing 8000',
  'twoBills e-bill too-many 8000 16000', 'unconfirmed payment-notice missing 8000',
];
const figuresAtFirst = {
  orders: 15, complete: 5,
  gaps: { 'channel:missing': 2, 'channel:differs': 1, 'payment-notice:missing': 3, 'e-bill:missing': 3, 'e-bill:differs': 1, 'e-bill:too-many': 2 },
};

/** Everything that was open agrees from now on, except what the channel's bill says. */
async function mend({ day, names }: Planted): Promise<void> {
  for (const name of ['unconfirmed', 'everything'] as const) await day.confirm(names[name] as MadeOrder);
  for (const name of ['noBill', 'everything'] as const) await day.bill(names[name] as MadeOrder, { round: 1, state: 'issued' });
  await day.changeBill(names['pendingBill'] as MadeOrder, { state: 'issued' });
  await day.changeBill(names['twoBills'] as MadeOrder, { state: 'reversed' });
  await day.changeBill(names['allBack'] as MadeOrder, { state: 'reversed' });
  await day.changeBill(names['lessLeft'] as MadeOrder, { state: 'reversed' });
  await day.bill(names['lessLeft'] as MadeOrder, { round: 2, state: 'issued', amount: fen(5_000) });
}

describe('the four-way check of a day', () => {
  it('finds exactly what was planted and nothing else, and says so in the day\'s figures', async () => {
    const { house, day, names } = await planted();
    expect(await house.morning(1)).to.include('check-legs:again');
    expect(await day.open(names)).to.deep.equal(gapsAtFirst);
    expect(await day.check()).to.deep.include({ state: 'done', figures: figuresAtFirst });
  });

  it('comes to the same in small pages, cut off after each and with two workers on it', async () => {
    const { house, day, names } = await planted({ ordersOfPage: 2, patience: 1 });
    house.clock.at = morningAfter(1);
    await house.plan.run();
    for (let round = 0; round < 60; round++) await Promise.all([house.workAll(), house.checkLegs.run(firstDay), house.checkLegs.run(firstDay)]);
    expect(await day.check()).to.deep.include({ state: 'done', figures: figuresAtFirst });
    expect(await day.open(names)).to.deep.equal(gapsAtFirst);
  });

  it('closes what agrees, looks again every hour while anything is open, and keeps what turned into something else as two', async () => {
    const all = await planted();
    const { house, day, names } = all;
    await house.morning(1);
    const first = house.clock.at;
    await mend(all);
    expect(await house.workAll(), 'before the hour is over').to.not.include('check-legs:again');
    house.clock.at += hourMs;
    expect(await house.workAll()).to.include('check-legs:again');
    expect(await day.open(names)).to.deep.equal([
      'elsewhere payment-notice missing 8000', 'everything channel missing 8000', 'notInBill channel missing 8000', 'otherAmount channel differs 8000 7999',
    ]);
    expect((await day.check())?.figures).to.deep.include({ orders: 15, complete: 11 });
    expect(await day.open(names, firstDay, first + minuteMs), 'what was open then can be looked up for ever').to.deep.equal(gapsAtFirst);
    await day.changeBill(names['noBill'] as MadeOrder, { state: 'reversed' });
    await house.upload.run({ channelMerchantId: 'CM-ALI', clearingDay: firstDay, fileName: 'again', bytes: bytesOf(textOf({ lines: Object.values(names).map(({ line }, index) => ({ ...line, lineNo: index + 1 })), odd: [] })), by: 'test' });
    await house.workAll();
    expect(await day.open(names), 'a new bill is a new walk').to.include('noBill e-bill missing 8000').and.to.not.include('notInBill channel missing 8000');
    const kept = await house.store.unitOfWork.read(({ legs }) => legs.gapsOf(firstDay, [names['noBill']?.order.platformOrderNo ?? '']));
    expect(kept.map(({ seq, closedAt }) => [seq, closedAt !== undefined])).to.deep.equal([[1, true], [2, false]]);
  });

  it('is done when nothing is open any more', async () => {
    const house = await openHouse();
    const day = new FourWayDay(house);
    const only = await day.whole({ notice: 'confirm-pending' });
    house.bills.alipay.put('CM-ALI', firstDay, [only.line]);
    await house.morning(1);
    expect(await day.open({ only })).to.deep.equal(['only payment-notice missing 8000']);
    await day.confirm(only);
    house.clock.at += hourMs;
    expect(await house.workAll()).to.include('check-legs:done');
    expect(await day.check()).to.deep.include({ state: 'done', lookAt: undefined, figures: { orders: 1, complete: 1, gaps: {} } });
    house.clock.at += 3 * dayMs;
    await house.workAll();
    expect(house.alarms()).to.not.include('legs-open');
  });

  it('calls people once when a gap is a day old, then looks once a day, and leaves it to them after a month', async () => {
    const house = await openHouse();
    const day = new FourWayDay(house);
    house.bills.alipay.put('CM-ALI', firstDay, [(await day.whole({ notice: 'confirm-pending' })).line]);
    await house.morning(1);
    const looks: number[] = [];
    for (let hour = 1; hour <= 40 * 24; hour++) {
      house.clock.at = morningAfter(1) + hour * hourMs;
      if ((await house.workAll()).some((done) => done.startsWith('check-legs'))) looks.push(hour);
      if (hour === 23) expect(house.alarms()).to.not.include('legs-open');
    }
    expect(house.alarms().filter((event) => event === 'legs-open')).to.have.length(1);
    expect(looks.slice(0, 49)).to.deep.equal([...Array.from({ length: 48 }, (_, index) => index + 1), 72]);
    expect(looks.at(-1)).to.equal(31 * 24);
  });

  it('takes an order for the day whose bill had its money', async () => {
    const house = await openHouse();
    const day = new FourWayDay(house);
    const late = await day.whole();
    house.bills.alipay.put('CM-ALI', firstDay, []);
    await house.morning(1);
    expect(await day.open({ late })).to.deep.equal(['late channel missing 8000']);
    house.bills.alipay.put('CM-ALI', '20260509', [late.line]);
    await house.morning(2);
    house.clock.at += hourMs;
    await house.workAll();
    expect([await day.open({ late }), await day.open({ late }, '20260509')]).to.deep.equal([[], []]);
  });
});

describe('the day\'s certificate and the four-way check', () => {
  const certificateOf = (house: CountingHouse) => house.store.unitOfWork.read(({ settlement }) => settlement.certificate(firstDay));

  it('says how many orders are complete and which gaps were open, and is not changed by what becomes of them', async () => {
    const database = new MemoryDatabase();
    const parts = { vault: new FakeVault(), ids: new CountingIds('9'), clock: new HandClock(noon) };
    const all = await planted({ store: memoryPersistence(parts, database), ids: parts.ids, clock: parts.clock });
    const { house } = all;
    await house.morning(1);
    house.clock.at = morningAfter(1) + 5 * hourMs;
    await house.workAll();
    const certificate = await certificateOf(house);
    const says = JSON.parse(certificate?.content ?? '{}') as { readonly form: string; readonly legs: Readonly<Record<string, unknown>> };
    expect(says.form).to.equal('tongjiao-day-certificate-2');
    expect(says.legs).to.deep.include(figuresAtFirst);
    expect(says.legs['digest']).to.match(/^[0-9a-f]{64}$/).and.to.not.equal('0'.repeat(64));
    expect((await house.verify.run()).defects).to.deep.equal([]);

    await mend(all);
    house.clock.at += hourMs;
    await house.workAll();
    expect((await certificateOf(house))?.digest).to.equal(certificate?.digest);
    expect((await house.verify.run()).defects, 'closed later').to.deep.equal([]);

    const [altered] = database.tables.legGaps.all(false);
    for (const damage of [{ expected: fen(1) }, { firstSeenAt: house.clock.at + dayMs }, { closedAt: (certificate?.issuedAt ?? 0) - 1 }]) {
      const before = { ...altered };
      Object.assign(altered as object, damage);
      expect((await house.verify.run()).defects.map(({ day, what }) => `${day} ${what}`), Object.keys(damage).join()).to.deep.equal([`${firstDay} legs`]);
      Object.assign(altered as object, before);
    }
    expect((await house.verify.run()).defects).to.deep.equal([]);
  });

  it('waits for the check, asks for it and is issued behind it', async () => {
    const { house } = await planted();
    house.clock.at = morningAfter(1) + 5 * hourMs;
    await house.plan.run();
    for (const channel of ['alipay', 'unionpay'] as const) {
      await house.fetch.run(`${house.account(channel).channelMerchantId}:${firstDay}`);
      await house.work.run(`${house.account(channel).channelMerchantId}:${firstDay}`);
    }
    await house.store.unitOfWork.run(({ outbox }) => outbox.endWaiting({ topic: 'check-legs', key: firstDay }));
    expect((await house.certify.upTo(firstDay)).notYet).to.deep.equal({ day: firstDay, why: 'legs-unchecked', about: 'CM-ALI' });
    await house.certify.run(firstDay);
    expect(await certificateOf(house)).to.equal(undefined);
    await house.workAll();
    expect(await certificateOf(house)).to.not.equal(undefined);
  });

  it('of the time before the check stays verifiable', async () => {
    const database = new MemoryDatabase();
    const parts = { vault: new FakeVault(), ids: new CountingIds('9'), clock: new HandClock(noon) };
    const { house } = await planted({ store: memoryPersistence(parts, database), ids: parts.ids, clock: parts.clock });
    await house.morning(1);
    house.clock.at = morningAfter(1) + 5 * hourMs;
    await house.workAll();
    const [row] = database.tables.certificates.all(false);
    if (!row) throw new Error('no certificate');
    const { legs: _legs, ...old } = JSON.parse(row.content) as Record<string, unknown>;
    const content = JSON.stringify({ ...old, form: 'tongjiao-day-certificate-1' });
    Object.assign(row, { content, digest: plainDigests.sm3Hex(content), signature: await house.signer.sign('certificate.SM2', undefined, content) });
    database.tables.legGaps.all(false).forEach((gap) => { Object.assign(gap, { expected: fen(1) }); });
    expect((await house.verify.run()).defects).to.deep.equal([]);
  });
});
