import { expect } from 'chai';
import { aDeveloper } from '../../builders/directory.js';
import { paidOrder, placed, started } from './requests.js';
import { only, openTown, type Town } from './town.js';

describe('delivering a callback', () => {
  async function owed(): Promise<Town> {
    const town = await openTown();
    town.answer = async () => ({ accepted: false, answer: 'http 500' });
    await paidOrder(town);
    return town;
  }

  it('goes on for the whole plan, then gives up and alarms', async () => {
    const town = await owed();
    const begin = town.clock.at;
    await town.pass(3_600_000);
    const callback = only(town.callbacks);
    expect([callback.state, callback.tries, callback.lastAnswer, callback.nextTryAt]).to.deep.equal(['failed', 6, 'http 500', undefined]);
    expect(((callback.lastTriedAt ?? 0) - begin) / 60_000).to.equal(54);
    expect(town.alarms()).to.deep.equal(['callback-given-up']);
    expect(only(town.orders).state).to.equal('paid');
    await town.pass(3_600_000);
    expect(town.posted).to.have.lengthOf(6);
  });

  it('stops at the first yes', async () => {
    const town = await owed();
    town.answer = async () => ({ accepted: true, answer: 'http 200' });
    await town.pass(60_000);
    expect(only(town.callbacks)).to.include({ state: 'accepted', tries: 2 });
    await town.pass(7_200_000);
    expect(town.posted).to.have.lengthOf(2);
  });

  it('is not early when its job is', async () => {
    const town = await owed();
    const { callbackId, nextTryAt } = only(town.callbacks);
    expect(await town.deliverCallback.run(callbackId)).to.deep.equal({ kind: 'again', dueAt: nextTryAt });
    expect(town.posted).to.have.lengthOf(1);
  });

  it('counts nothing for a callback that another worker finished meanwhile', async () => {
    const town = await owed();
    const { callbackId } = only(town.callbacks);
    town.clock.at += 60_000;
    town.answer = async () => {
      await town.read(async ({ callbacks }) => callbacks.put({ ...only(town.callbacks), state: 'accepted', nextTryAt: undefined }));
      return { accepted: false, answer: 'timeout' };
    };
    expect(await town.deliverCallback.run(callbackId)).to.deep.equal({ kind: 'done' });
    expect(only(town.callbacks)).to.include({ state: 'accepted', tries: 1 });
    expect(await town.deliverCallback.run(callbackId)).to.deep.equal({ kind: 'done' });
  });

  it('throws for a callback of nobody', async () => {
    const town = await openTown();
    expect(await town.deliverCallback.run('x').catch((error: Error) => error.message)).to.equal('no callback x');
  });

  it('of one dead address delays no other', async () => {
    const town = await openTown();
    await placed(town);
    const attemptNo = await started(town);
    town.alipay.pay(attemptNo);
    let calls = 0;
    town.answer = async () => { calls += 1; throw new Error('socket'); };
    expect(await town.pass(10_000)).to.deep.equal(['query-attempt:done', 'follow-order:done', 'deliver-callback:Error']);
    town.answer = async () => ({ accepted: true, answer: 'success' });
    await town.pass(1_000);
    expect([only(town.callbacks).state, calls]).to.deep.equal(['accepted', 1]);
  });

  it('asks for the developer as it is now, with its new key', async () => {
    const town = await owed();
    await town.store.directoryEditor.saveDeveloper(aDeveloper({ developerName: '新' }), { kind: 'system', code: 't', address: undefined });
    town.answer = async () => ({ accepted: true, answer: 'success' });
    await town.pass(60_000);
    expect(only(town.callbacks).state).to.equal('accepted');
  });

  it('goes nowhere any more once the developer lost the origin, until it is registered again (PAY-05)', async () => {
    const town = await owed();
    const before = town.posted.length;
    const by = { kind: 'system', code: 't', address: undefined } as const;
    await town.store.directoryEditor.saveDeveloper(aDeveloper({ allowedOrigins: ['https://elsewhere.example'] }), by);
    town.answer = async () => ({ accepted: true, answer: 'success' });
    await town.pass(60_000);
    expect([town.posted.length, only(town.callbacks).lastAnswer]).to.deep.equal([before, 'address no longer registered']);
    await town.store.directoryEditor.saveDeveloper(aDeveloper(), by);
    await town.pass(3_600_000);
    expect(only(town.callbacks).state).to.equal('accepted');
  });
});
