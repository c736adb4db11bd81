import { createHash, randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { sm3Hex } from '../../../adapters/outbound/crypto/digests.js';
import { SoftwareVault } from '../../../adapters/outbound/crypto/software-vault.js';
import { headText } from '../../../adapters/outbound/persistence/sql/chain-walk.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { chainText, entryText } from '../../../domain/audit/audit-entry.js';
import { appendEntries } from './audit-chain.contract.js';
import { anEntry, no, noon } from './builders.js';
import { openOn, type OpenEngine, type Opened } from './opened.js';

type Row = Record<string, unknown>;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** With a key as the key store has it, and HMAC-SM3 as the product makes it. */
const key = randomBytes(32);
const realVault = new SoftwareVault({ dataKeys: (purpose) => [{ id: `${purpose}-01`, bytes: key, usedFrom: undefined }] });


/** What somebody who may write to the database, but has no key, can do to the trail (AUD-03). */
export function auditTamperingContract(adapter: string, openEngine: OpenEngine): void {
  describe(`audit trail under attack on ${adapter}`, () => {
    let store: Opened;
    let engine: SqlEngine;
    let remove: () => void;
    beforeEach(async () => {
      ({ engine, remove } = await openEngine());
      store = await openOn(engine);
      await appendEntries(store, 12);
      await store.auditChain.extend('s1', 12);
      expect(await store.auditChain.verify()).to.deep.equal({ ok: true, count: 12 });
    });
    afterEach(async () => {
      await store.close();
      remove();
    });
    const rows = (): Promise<Row[]> => engine.writer('audit_entry').select('*').orderBy('seq');
    const row = async (seq: number): Promise<Row> => (await rows()).find((one) => one['seq'] === seq) ?? expect.fail('no such row');
    const change = (seq: number, changes: Row): Promise<unknown> => engine.writer('audit_entry').where({ seq }).update(changes);
    const verdict = async (): Promise<number | 'whole'> => {
      const found = await store.auditChain.verify();
      return found.ok ? 'whole' : found.badSeq;
    };

    it('names the entry whose words, actor or facts were edited', async () => {
      for (const changes of [{ description: '无' }, { actor_code: 'D2' }, { facts_after: '{"state":"paid"}' }, { facts_after: 'no json' }, { happened_at: noon }]) {
        const before = await row(5);
        await change(5, changes);
        expect(await verdict(), JSON.stringify(changes)).to.equal(5);
        await change(5, before);
        expect(await verdict()).to.equal('whole');
      }
    });

    it('names the first number of a hole in the middle', async () => {
      await engine.writer('audit_entry').whereIn('seq', [6, 7]).delete();
      expect(await verdict()).to.equal(6);
    });

    it('names the first number cut off the end, also when the head is moved back', async () => {
      await engine.writer('audit_entry').where('seq', '>', 9).delete();
      expect(await verdict()).to.equal(10);
      await engine.writer('audit_head').update({ last_seq: 9, last_mac: (await row(9))['link_mac'] });
      expect(await verdict()).to.equal(9);
      await engine.writer('audit_head').delete();
      expect(await verdict()).to.equal(9);
    });

    it('names the first of two entries that changed places', async () => {
      const [four, eight] = [await row(4), await row(8)];
      await change(4, { seq: -8 });
      await change(8, { seq: 4, link_mac: four['link_mac'] });
      await change(-8, { seq: 8, link_mac: eight['link_mac'] });
      expect(await verdict()).to.equal(4);
    });

    it('names the number of an entry that was slipped in', async () => {
      await engine.writer('audit_entry').insert({ ...await row(5), entry_id: no(1) });
      expect(await verdict()).to.equal(5);
    });

    it('names an entry that was put behind the end', async () => {
      await engine.writer('audit_entry').insert({ ...await row(12), entry_id: no(1), seq: 13 });
      expect(await verdict()).to.equal(13);
    });

    for (const [name, digest, itsVault] of [['SHA-256, where codes are made with that', sha256, undefined], ['SM3, where codes are HMAC-SM3', sm3Hex, realVault]] as const) {
      it(`names the first entry of a chain that was recomputed without the key, by plain ${name}`, async () => {
        if (itsVault !== undefined) {
          await store.close();
          remove();
          ({ engine, remove } = await openEngine());
          store = await openOn(engine, '1', itsVault);
          await appendEntries(store, 12);
          await store.auditChain.extend('s1', 12);
          expect(await verdict()).to.equal('whole');
        }
        let link = String((await row(6))['link_mac']);
        for (let seq = 7; seq <= 12; seq++) {
          const forged = anEntry({ entryId: no(7000 + seq), at: noon + seq, description: '伪造' });
          const mac = digest(entryText(forged));
          link = digest(chainText(seq, link, mac));
          await change(seq, { description: '伪造', entry_mac: mac, link_mac: link });
        }
        await engine.writer('audit_head').update({ last_mac: link, head_mac: digest(headText(12, link)) });
        expect(await verdict()).to.equal(7);
      });
    }

    it('does not whitewash an entry that was forged before it was numbered', async () => {
      await engine.writer('audit_entry').insert({ ...await row(3), entry_id: no(2), seq: 0, link_mac: null, happened_at: noon + 100 });
      expect(await store.auditChain.extend('s1', 10)).to.equal(1);
      expect(await verdict()).to.equal(13);
    });
  });
}
