import { expect } from 'chai';
import { fen } from '../../../../domain/kernel/money.js';
import { dayMs, hourMs, minuteMs } from '../../../../domain/kernel/china-time.js';
import { FileTooBig, type KeptFiles } from '../../../../application/ports/kept-files.js';
import { CertifyDay } from '../../../../application/settlement/certify-day.js';
import { ReceiveBill } from '../../../../application/reconciliation/receive-bill.js';
import { noon } from '../../../builders/moments.js';
import { entriesOf, put, secondDay, upload } from './bills-by-hand.js';
import { firstDay, morningAfter, openHouse, type CountingHouse } from './counting-house.js';
import { plainDigests } from './fake-seals.js';
import { bytesOf } from './paper-bills.js';
import { contractSettings, lineOf, MadeUpDay } from './made-up-day.js';

const system = { kind: 'system', code: 'test', address: undefined } as const;
const certificateOf = (house: CountingHouse, day: string) => house.store.unitOfWork.read(({ settlement }) => settlement.certificate(day));

describe('bills that come late or from accounts that close', () => {
  it('fetches a bill that comes after the day was believed to have none', async () => {
    const house = await openHouse();
    house.clock.at = morningAfter(1);
    await house.plan.run();
    house.clock.at = morningAfter(1) + 5 * hourMs;
    await house.workAll();
    expect(await house.day()).to.include({ state: 'no-bill' });
    const stranger = lineOf('payment', 'OTHER', 'TX1', fen(70), noon);
    put(house, firstDay, stranger);
    house.clock.at += 2 * hourMs;
    await house.workAll();
    expect(await house.differences()).to.deep.equal(['only-there open CPTX1:OTHER']);
    expect((await house.runs()).map(({ sequence }) => sequence)).to.deep.equal([2, 1]);
  });

  it('asks no longer than the second noon for a bill that is believed not to be', async () => {
    const house = await openHouse();
    house.clock.at = morningAfter(1) + 5 * hourMs;
    await house.plan.run();
    await house.workAll();
    for (let hour = 0; hour < 30; hour++) { house.clock.at += hourMs; await house.workAll(); }
    const asked = house.bills.alipay.asked.length;
    for (let hour = 0; hour < 5; hour++) { house.clock.at += hourMs; await house.workAll(); }
    expect(house.bills.alipay.asked.length).to.equal(asked);
    expect((await house.runs())).to.have.length(1);
    expect(house.alarms()).to.deep.equal([]);
  });

  it('ends the day of an account that was closed after its bill was put on the list', async () => {
    const house = await openHouse();
    house.clock.at = morningAfter(1);
    await house.plan.run();
    await house.store.directoryEditor.saveChannelMerchant({ ...house.account('unionpay'), enabled: false }, system);
    put(house, firstDay);
    house.clock.at = morningAfter(1) + 5 * hourMs;
    await house.workAll();
    expect(await house.day(firstDay, 'unionpay')).to.include({ state: 'no-bill' });
    expect(await certificateOf(house, firstDay)).to.not.equal(undefined);
  });

  it('asks for the bill of an account that was closed after it had money, and for none of one that had not', async () => {
    const house = await openHouse();
    await new MadeUpDay(house).pay({ amount: 500, at: noon });
    for (const channel of ['alipay', 'unionpay'] as const) await house.store.directoryEditor.saveChannelMerchant({ ...house.account(channel), enabled: false }, system);
    house.clock.at = morningAfter(1);
    expect(await house.plan.run()).to.equal(1);
    expect(await house.day()).to.include({ state: 'awaiting-bill' });
  });

  it('certifies no day before the bill of every open account has been asked for', async () => {
    const house = await openHouse();
    house.clock.at = morningAfter(1);
    await upload(house, firstDay, []);
    expect(await certificateOf(house, firstDay)).to.equal(undefined);
    house.clock.at = morningAfter(1) + 5 * hourMs;
    await house.plan.run();
    await house.workAll();
    expect((await certificateOf(house, firstDay))?.content).to.include(house.account('unionpay').channelMerchantId);
  });

  it('certifies in the end where nobody asks for bills by itself and an account had no money', async () => {
    const house = await openHouse();
    house.clock.at = morningAfter(1);
    await upload(house, firstDay, []);
    house.clock.at += dayMs;
    await house.workAll();
    expect(await certificateOf(house, firstDay)).to.not.equal(undefined);
  });

  it('says so where all accounts together have more to list than one certificate can hold, and certifies nothing', async () => {
    const house = await openHouse();
    const odd = Array.from({ length: 6 }, (_, index) => ({ lineNo: index + 1, why: 'amount', text: 'unreadable' }));
    for (const channel of ['alipay', 'unionpay'] as const) house.bills[channel].put(house.account(channel).channelMerchantId, firstDay, [], odd);
    house.clock.at = morningAfter(1);
    await house.plan.run();
    for (const channel of ['alipay', 'unionpay'] as const) {
      const key = `${house.account(channel).channelMerchantId}:${firstDay}`;
      await house.fetch.run(key);
      await house.work.run(key);
    }
    await house.checkLegs.run(firstDay);
    const { ids, clock, journal, signer, store: { unitOfWork, directory } } = house;
    const parts = { unitOfWork, directory, signer, digests: plainDigests, ids, clock, journal };
    expect((await new CertifyDay({ ...parts, longestContent: 2_000 }).upTo(firstDay)).notYet).to.include({ day: firstDay, why: 'too-many-differences' });
    expect(house.alarms()).to.include('certificate-too-long');
    expect((await new CertifyDay(parts).upTo(firstDay)).issued.map(({ content }) => content.length > 2_000)).to.deep.equal([true]);
  });

  it('begins the chain of certificates with the oldest day on the list, though a later one is complete first', async () => {
    const house = await openHouse();
    const made = new MadeUpDay(house);
    const [one, two] = [await made.pay({ amount: 500, at: noon }), await made.pay({ amount: 700, at: noon + dayMs })];
    put(house, secondDay, two.line);
    house.clock.at = morningAfter(2) + 5 * hourMs;
    await house.plan.run();
    await house.workAll();
    expect(await house.day(secondDay)).to.include({ state: 'balanced' });
    expect(await certificateOf(house, secondDay)).to.equal(undefined);
    await upload(house, firstDay, [one.line]);
    expect((await certificateOf(house, secondDay))?.previousDay).to.equal(firstDay);
  });

  it('brings the counts of the day after up to date when the late bill of the day before has what waited', async () => {
    const house = await openHouse();
    const { line, key } = await new MadeUpDay(house).pay({ amount: 100, at: noon + 12 * hourMs + minuteMs });
    put(house, secondDay);
    await house.morning(2);
    expect(await house.differences(secondDay)).to.deep.equal([`waiting waiting ${key}`]);
    await upload(house, firstDay, [line]);
    expect(await house.day(secondDay)).to.include({ state: 'balanced', waitingCount: 0 });
  });
});

describe('a file larger than any bill may be', () => {
  it('is refused in words, and is no fault', async () => {
    const house = await openHouse();
    const files: KeptFiles = { find: (no) => house.files.find(no), read: (no) => house.files.read(no), forgetAbandoned: () => Promise.resolve(0), forgetExports: () => Promise.resolve(0), discardAttachment: () => Promise.resolve(), keep: () => Promise.reject(new FileTooBig('more than allowed')) };
    const receive = new ReceiveBill({ unitOfWork: house.store.unitOfWork, files, bills: house.bills, ids: house.ids, clock: house.clock });
    const received = await receive.run({ account: house.account(), clearingDay: firstDay, origin: 'upload', fileName: 'huge.zip', bytes: bytesOf(''), by: 'finance-1' });
    expect(received.ok ? '' : received.refusal.why).to.equal('too-big');
  });
});

describe('a run whose stretches are too short', () => {
  it('books at least one page each time, so that passing what is booked never uses all of it up', async () => {
    const house = await openHouse({ settings: contractSettings, patience: 0 });
    const made = new MadeUpDay(house);
    const paid = [];
    for (let index = 0; index < 30; index++) paid.push(await made.pay({ amount: 100 + index, at: noon }));
    put(house, firstDay, ...paid.map(({ line }) => line));
    await house.morning(1);
    expect((await house.runs())[0]).to.include({ state: 'done', linesDone: 30 });
    for (const { key } of paid) expect(await entriesOf(house, key)).to.have.length(1);
  });
});
