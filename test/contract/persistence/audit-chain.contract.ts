import { expect } from 'chai';
import { anEntry, no, noon } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

export async function appendEntries(store: Opened, count: number, from = 1): Promise<void> {
  await store.unitOfWork.run(async ({ audit }) => {
    for (let n = from; n < from + count; n++) await audit.append(anEntry({ entryId: no(7000 + n), at: noon + n, description: n % 2 ? '' : `第${n}条` }));
  });
}

export function auditChainContract(adapter: string, open: Open): void {
  describe(`audit chain on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());

    it('numbers entries in batches and finds the chain whole', async () => {
      expect(await store.auditChain.verify()).to.deep.equal({ ok: true, count: 0 });
      await appendEntries(store, 7);
      expect(await store.auditChain.verify()).to.deep.equal({ ok: true, count: 0 });
      expect(await store.auditChain.extend('s1', 5)).to.equal(5);
      expect(await store.auditChain.extend('s1', 5)).to.equal(2);
      expect(await store.auditChain.extend('s1', 5)).to.equal(0);
      expect(await store.auditChain.verify()).to.deep.equal({ ok: true, count: 7 });
    });

    it('numbers what comes late behind what is numbered', async () => {
      await appendEntries(store, 2, 5);
      await store.auditChain.extend('s1', 5);
      await appendEntries(store, 2, 1);
      expect(await store.auditChain.extend('s1', 5)).to.equal(2);
      expect(await store.auditChain.verify()).to.deep.equal({ ok: true, count: 4 });
    });

    it('is extended by one process at a time, and by another when the lease has passed', async () => {
      await appendEntries(store, 2);
      expect(await store.auditChain.extend('s1', 1)).to.equal(1);
      expect(await store.auditChain.extend('s2', 1)).to.equal(0);
      store.clock.at += 30_000;
      expect(await store.auditChain.extend('s2', 1)).to.equal(1);
      expect(await store.auditChain.verify()).to.deep.equal({ ok: true, count: 2 });
    });

    it('is handed over at once by a process that stops, and by no other', async () => {
      await appendEntries(store, 3);
      await store.auditChain.extend('s1', 1);
      await store.auditChain.handOver('s2');
      expect(await store.auditChain.extend('s2', 1)).to.equal(0);
      await store.auditChain.handOver('s1');
      expect(await store.auditChain.extend('s2', 1)).to.equal(1);
      expect(await store.auditChain.extend('s1', 1)).to.equal(0);
    });

    it('keeps signed heads by their numbers, each behind the one it names', async () => {
      const head = (seq: number, previousSeq: number) => ({ seq, mac: 'a'.repeat(64), at: noon, previousSeq, keyName: 'audit-head.SM2', signature: 'MEUCIQ==' });
      expect([await store.auditChain.last(), await store.auditChain.lastSignedHead(), await store.auditChain.signedHeads(0, 10)]).to.deep.equal([undefined, undefined, []]);
      await appendEntries(store, 3);
      await store.auditChain.extend('s1', 5);
      const last = await store.auditChain.last();
      expect(last?.seq).to.equal(3);
      expect(await store.auditChain.linksOf([1, 3, 9])).to.have.keys([1, 3]).and.satisfy((links: ReadonlyMap<number, string>) => links.get(3) === last?.mac);
      expect([await store.auditChain.keepHead(head(2, 0)), await store.auditChain.keepHead(head(3, 0)), await store.auditChain.keepHead(head(3, 2))]).to.deep.equal(['kept', 'late', 'kept']);
      expect(await store.auditChain.lastSignedHead()).to.deep.equal(head(3, 2));
      expect([await store.auditChain.signedHeads(0, 1), await store.auditChain.signedHeads(2, 10)]).to.deep.equal([[head(2, 0)], [head(3, 2)]]);
    });

    it('stays whole when several extend it at once', async () => {
      await appendEntries(store, 60);
      await Promise.all(Array.from({ length: 6 }, (_, n) => store.auditChain.extend(`s${n % 2}`, 20)));
      for (const owner of ['s0', 's1']) while (await store.auditChain.extend(owner, 20) > 0);
      expect(await store.auditChain.verify()).to.deep.equal({ ok: true, count: 60 });
    });

    it('keeps texts that look alike apart and takes every kind of actor', async () => {
      await store.unitOfWork.run(async ({ audit }) => {
        await audit.append(anEntry({ entryId: no(1), actor: { kind: 'system', code: 'expire-order', address: undefined }, requestId: undefined, after: {} }));
        await audit.append(anEntry({ entryId: no(2), description: '长'.repeat(900), before: { 状态: '待支付' } }));
      });
      await store.auditChain.extend('s1', 10);
      expect(await store.auditChain.verify()).to.deep.equal({ ok: true, count: 2 });
    });

    it('refuses an entry number given twice together with its change', async () => {
      await appendEntries(store, 1);
      await faultOf(store.unitOfWork.run(async ({ outbox, audit }) => {
        await outbox.enqueue({ topic: 'expire-order', key: 'a', dueAt: noon });
        await audit.append(anEntry({ entryId: no(7001) }));
      }));
      expect(await store.jobBoard.nextDueAt()).to.equal(undefined);
    });
  });
}
