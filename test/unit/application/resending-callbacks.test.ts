import { expect } from 'chai';
import type { ResendSubject } from '../../../application/callbacks/resend-callback.js';
import type { Acting } from '../../../domain/operators/acting.js';
import { aDeveloper, aPayee } from '../../builders/directory.js';
import { aCallback } from '../../builders/callbacks.js';
import { paidOrder, placed, requestedRefund } from './requests.js';
import { only, openTown, type Town } from './town.js';

const acting: Acting = { by: { operatorNo: 'O1' }, address: '192.0.2.9', requestId: 'q-1' };
const by = { kind: 'system', code: 't', address: undefined } as const;
const no = { accepted: false, answer: 'http 500' } as const;
const yes = { accepted: true, answer: 'success' } as const;
const again = async (town: Town, subject: Partial<ResendSubject> = {}) => {
  const asked = await town.resendCallback.run({ kind: 'order', no: only(town.orders).platformOrderNo, ...subject }, acting);
  return asked.ok ? asked.value.state : asked.refusal;
};
const heard = async (): Promise<Town> => {
  const town = await openTown();
  await paidOrder(town);
  return town;
};
const givenUp = async (): Promise<Town> => {
  const town = await openTown();
  town.answer = async () => no;
  await paidOrder(town);
  await town.pass(3_600_000);
  return town;
};

describe('sending a callback again for the service desk (PAY-05)', () => {
  it('tells the same once more, counts the try, and writes down who wanted it', async () => {
    const town = await heard();
    const [first] = town.posted;
    expect(await again(town)).to.equal('pending');
    await town.pass(3_600_000);
    expect([town.posted.length, town.posted[1]?.content === first?.content, town.posted[1]?.url]).to.deep.equal([2, true, first?.url]);
    expect(only(town.callbacks)).to.include({ state: 'accepted', tries: 2, lastAnswer: 'http 200' });
    expect(town.audited.at(-1)).to.equal('callback.resend-asked');
  });

  it('leaves accepted what was accepted once, and begins no plan for it', async () => {
    const town = await heard();
    const { acceptedAt } = only(town.callbacks);
    town.answer = async () => no;
    await again(town);
    await town.pass(86_400_000);
    expect(only(town.callbacks)).to.include({ state: 'accepted', tries: 2, lastAnswer: 'http 500', acceptedAt });
    expect([town.posted.length, town.alarms()]).to.deep.equal([2, []]);
  });

  it('tries what was given up once more, and no oftener', async () => {
    const town = await givenUp();
    await again(town);
    await town.pass(86_400_000);
    expect(only(town.callbacks)).to.include({ state: 'failed', tries: 7 });
    town.answer = async () => yes;
    await again(town);
    await town.pass(0);
    expect(only(town.callbacks)).to.include({ state: 'accepted', tries: 8 });
  });

  it('brings forward what waits for its next try, and refuses what is being sent', async () => {
    const town = await openTown();
    town.answer = async () => no;
    await paidOrder(town);
    expect(await again(town)).to.equal('pending');
    expect(await again(town)).to.equal('under-way');
    await town.pass(0);
    expect([only(town.callbacks).tries, town.posted.length]).to.deep.equal([2, 2]);
  });

  it('makes one try of many who click at once', async () => {
    const town = await heard();
    const asked = await Promise.all(Array.from({ length: 8 }, () => again(town)));
    expect(asked.filter((one) => one === 'pending')).to.have.length(1);
    await town.pass(3_600_000);
    expect(town.posted).to.have.length(2);
  });

  it('goes nowhere without a registered address, and to the payee\'s of today where the stored one was withdrawn', async () => {
    const town = await heard();
    await town.store.directoryEditor.saveDeveloper(aDeveloper({ allowedOrigins: ['https://elsewhere.example'] }), by);
    expect(await again(town)).to.equal('no-address');
    await town.store.directoryEditor.savePayee(aPayee({ payNotifyUrl: 'https://elsewhere.example/told' }), by);
    expect(await again(town)).to.equal('pending');
    await town.pass(0);
    expect(town.posted.at(-1)?.url).to.equal('https://elsewhere.example/told');
  });

  it('is refused while nothing is final, where nobody wanted to be told, and for what is not there', async () => {
    const town = await openTown();
    await placed(town);
    expect(await again(town)).to.equal('not-final');
    for (const kind of ['order', 'refund', 'callback'] as const) expect(await again(town, { kind, no: '9'.repeat(26) })).to.equal('unknown');
  });

  it('tells of an order only that it was paid: what was sent of another end is sent again by its own number (1.1.4.4.1-d)', async () => {
    const town = await heard();
    const told = only(town.callbacks);
    for (const state of ['failed', 'closed'] as const) {
      await town.read(async ({ orders, callbacks }) => {
        await orders.put({ ...only(town.orders), state });
        await callbacks.add({ ...told, callbackId: `told-${state}`, toldState: state });
      });
      expect(await again(town), state).to.equal('not-final');
      expect(await again(town, { kind: 'callback', no: `told-${state}` }), state).to.equal('pending');
    }
  });

  it('tells of a refund what became of it', async () => {
    const town = await heard();
    const { platformRefundOrderNo } = await requestedRefund(town);
    expect(await again(town, { kind: 'refund', no: platformRefundOrderNo })).to.equal('not-final');
    await town.pass(0);
    expect(await again(town, { kind: 'refund', no: platformRefundOrderNo })).to.equal('pending');
    await town.pass(0);
    expect(town.posted.filter(({ kind }) => kind === 'refund').map(({ toldState }) => toldState)).to.deep.equal(['refunded', 'refunded']);
  });
});

describe('sending again what a business system has missed', () => {
  /** So many callbacks that were given up; another business system's beside them. */
  async function missed(count: number): Promise<Town> {
    const town = await givenUp();
    const base = only(town.callbacks);
    for (let n = 1; n < count; n += 1) await town.read(({ callbacks }) => callbacks.add({ ...base, callbackId: `c${n}`, createdAt: base.createdAt + n }));
    await town.read(({ callbacks }) => callbacks.add(aCallback({ ...base, callbackId: 'other', devId: 'D2' })));
    town.posted.length = 0;
    await town.pass(120_000);
    return town;
  }
  const ask = async (town: Town, changes: { readonly devId?: string; readonly toAt?: number } = {}) => {
    const at = town.clock.at;
    const asked = await town.resendGivenUp.ask(changes.devId ?? 'D1', at - 86_400_000, changes.toAt ?? at, acting);
    return asked.ok ? asked.value : asked.refusal;
  };

  it('goes one by one until one is taken, then page by page, each once, and nobody else\'s', async () => {
    const town = await missed(50);
    town.answer = async () => yes;
    const asked = await ask(town);
    expect(asked).to.include({ count: 50 });
    await town.pass(0);
    expect(town.posted).to.have.length(1);
    await town.pass(2_000);
    expect(town.posted).to.have.length(21);
    await town.pass(60_000);
    expect([town.posted.length, new Set(town.posted.map(({ callbackId }) => callbackId)).size, town.posted.some(({ devId }) => devId === 'D2')]).to.deep.equal([50, 50, false]);
    expect(await town.resendGivenUp.show((asked as { key: string }).key)).to.deep.equal({ state: 'over', left: 0, underWay: 0, accepted: 50, failedAgain: 0 });
    expect(town.audited.filter((action) => action === 'callback.resent')).to.have.length(50);
  });

  it('stops after three in vain where the other side is still down', async () => {
    const town = await missed(50);
    const { key } = await ask(town) as { key: string };
    await town.pass(600_000);
    expect(town.posted).to.have.length(3);
    expect(await town.resendGivenUp.show(key)).to.deep.equal({ state: 'stopped', left: 47, underWay: 0, accepted: 0, failedAgain: 3 });
  });

  it('is one job for two who ask within a minute', async () => {
    const town = await missed(30);
    town.answer = async () => yes;
    const [one, other] = await Promise.all([ask(town), ask(town)]);
    expect(one).to.deep.equal(other);
    await town.pass(60_000);
    expect(town.posted).to.have.length(30);
  });

  it('is refused for nobody, for nothing, and for too long a time', async () => {
    const town = await missed(1);
    expect(await ask(town, { devId: 'D9' })).to.deep.equal({ code: 'unknown' });
    expect(await ask(town, { toAt: town.clock.at - 86_400_000 + 1 })).to.deep.equal({ code: 'nothing-given-up' });
    expect(await ask(town, { toAt: town.clock.at + 40 * 86_400_000 })).to.deep.equal({ code: 'range' });
    expect(await ask(town, { toAt: 0 })).to.deep.equal({ code: 'range' });
    expect(await town.resendGivenUp.show('1:2:3')).to.equal(undefined);
  });
});
