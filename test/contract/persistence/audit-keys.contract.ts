import { expect } from 'chai';
import { headText } from '../../../adapters/outbound/persistence/sql/chain-walk.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { sqlPersistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { chainText, entryText } from '../../../domain/audit/audit-entry.js';
import { lateEntriesMs } from '../../../domain/audit/chain-keys.js';
import { anEntry, no, noon } from './builders.js';
import { FakeVault } from './fakes.js';
import { openOn, type OpenEngine, type Opened } from './opened.js';

/** Entries from number `from` on, a minute apart. */
async function append({ unitOfWork }: Pick<Opened, 'unitOfWork'>, count: number, from: number): Promise<void> {
  await unitOfWork.run(async ({ audit }) => { for (let n = from; n < from + count; n++) await audit.append(madeAt(n)); });
}
const madeAt = (n: number) => anEntry({ entryId: no(7000 + n), at: noon + n * 60_000, description: `第${n}条` });

/** The chain goes on under a new key, and is whole over both (KEY-02). */
export async function changesKeyTwice(store: Pick<Opened, 'unitOfWork' | 'auditChain'>, vault: FakeVault): Promise<void> {
  for (const auditNo of [1, 2, 3]) {
    vault.auditNo = auditNo;
    await append(store, 20, auditNo * 20);
    await store.auditChain.extend('s1', 15);
    await store.auditChain.extend('s1', 15);
    expect(await store.auditChain.verify()).to.deep.equal({ ok: true, count: auditNo * 20 });
    expect((await store.auditChain.last())?.seq).to.equal(auditNo * 20);
  }
  vault.auditKnown = 2;
  expect(await store.auditChain.verify(), 'without the last key').to.deep.include({ ok: false, badSeq: 41 });
}

export function auditKeysContract(adapter: string, openEngine: OpenEngine): void {
  describe(`the audit chain under new keys on ${adapter}`, () => {
    let engine: SqlEngine;
    let store: Opened;
    let remove: () => void;
    let vault: FakeVault;
    beforeEach(async () => {
      vault = new FakeVault();
      ({ engine, remove } = await openEngine());
      store = await openOn(engine, '1', vault);
    });
    afterEach(async () => {
      await store.close();
      remove();
    });
    const verdict = async (): Promise<unknown> => { const found = await store.auditChain.verify(); return found.ok ? found.count : [found.badSeq, found.why]; };
    const behind = () => sqlPersistence(engine, { vault: new FakeVault(), ids: store.ids, clock: store.clock, wallNow: () => 0 });
    /** Ten entries under the first key, forty minutes of them under the second. */
    async function changed(): Promise<void> {
      await append(store, 10, 1);
      await store.auditChain.extend('s1', 50);
      vault.auditNo = 2;
      await append(store, 40, 11);
      await store.auditChain.extend('s1', 50);
      expect(await verdict()).to.equal(50);
    }

    it('goes on under each and is whole over all of them', () => changesKeyTwice(store, vault));

    it('never goes back to an older key, whoever numbers: a process whose clock is behind goes on under the key of the head', async () => {
      await append(store, 3, 1);
      vault.auditNo = 2;
      await store.auditChain.extend('s1', 50);
      await store.auditChain.handOver('s1');
      await append(behind(), 3, 4);
      expect(await behind().auditChain.extend('s2', 50)).to.equal(3);
      expect(await verdict()).to.equal(6);
      const [last] = await store.auditChain.numbered(6, '');
      expect(vault.auditKeyOf(chainText(6, String((await store.auditChain.linksOf([5])).get(5)), last?.entryMac ?? ''), last?.linkMac ?? '', 0)).to.equal(1);
    });

    it('takes an entry under the key before while clocks may differ, and none later, however it is dated', async () => {
      await append(store, 2, 1);
      vault.auditNo = 2;
      await append(store, 3, 3);
      await append(behind(), 1, 6);
      await store.auditChain.extend('s1', 50);
      expect(await verdict()).to.equal(6);
      await append(store, 1 + lateEntriesMs / 60_000, 7);
      await store.auditChain.extend('s1', 50);
      expect(await verdict()).to.equal(17);
      for (const [at, entry] of [madeAt(30), { ...madeAt(2), entryId: no(7902) }].entries()) {
        await behind().unitOfWork.run(({ audit }) => audit.append(entry));
        await store.auditChain.extend('s1', 50);
        expect(await verdict(), `${at}`).to.deep.equal([18, 'the entry was changed']);
      }
    });

    it('names what whoever has the old key wrote behind the new one: a link, an entry with its link, the head', async () => {
      await changed();
      const old = new FakeVault();
      const rows = await store.auditChain.numbered(1, '');
      const relinked = async (seq: number, entryMac: string, changes: Record<string, unknown>): Promise<void> => {
        const link = old.auditMac(chainText(seq, rows[seq - 2]?.linkMac ?? '', entryMac));
        await engine.writer('audit_entry').where({ seq }).update({ ...changes, entry_mac: entryMac, link_mac: link });
      };
      await relinked(50, rows[49]?.entryMac ?? '', {});
      expect(await verdict()).to.deep.equal([50, 'the link does not fit']);
      const forged = { ...madeAt(50), description: '伪造' };
      await relinked(50, old.auditMac(entryText(forged)), { description: '伪造' });
      expect(await verdict()).to.deep.equal([50, 'the entry was changed']);
      await engine.writer('audit_entry').where({ seq: 50 }).delete();
      const last = rows[48]?.linkMac ?? '';
      await engine.writer('audit_head').update({ last_seq: 49, last_mac: last, head_mac: old.auditMac(headText(49, last)) });
      expect(await verdict()).to.deep.equal([49, 'the head was changed']);
    });

    it('names where the chain begins that was made anew under the old key, before the change too', async () => {
      await changed();
      const old = new FakeVault();
      const [fifth] = (await store.auditChain.numbered(5, '')).filter(({ seq }) => seq === 5);
      const forged = { ...madeAt(5), description: '伪造' };
      const entryMac = old.auditMac(entryText(forged));
      const link = old.auditMac(chainText(5, String((await store.auditChain.linksOf([4])).get(4)), entryMac));
      expect(link).not.to.equal(fifth?.linkMac);
      await engine.writer('audit_entry').where({ seq: 5 }).update({ description: '伪造', entry_mac: entryMac, link_mac: link });
      let before = link;
      for (let seq = 6; seq <= 10; seq++) {
        const [row] = (await store.auditChain.numbered(seq, '')).filter((one) => one.seq === seq);
        before = old.auditMac(chainText(seq, before, row?.entryMac ?? ''));
        await engine.writer('audit_entry').where({ seq }).update({ link_mac: before });
      }
      expect(await verdict()).to.deep.equal([11, 'the link does not fit']);
    });
  });
}
