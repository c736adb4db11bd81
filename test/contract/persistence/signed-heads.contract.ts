import { expect } from 'chai';
import { NodeSigner } from '../../../adapters/outbound/crypto/node-signer.js';
import { NodeVerifier } from '../../../adapters/outbound/crypto/node-verifier.js';
import { PublicKeys } from '../../../adapters/outbound/crypto/public-keys.js';
import { generateSigningKey } from '../../../adapters/outbound/crypto/private-keys.js';
import { createSm2Engine } from '../../../adapters/outbound/crypto/self-test.js';
import { headText } from '../../../adapters/outbound/persistence/sql/chain-walk.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { CheckAuditTrail } from '../../../application/operators/check-audit-trail.js';
import { headKey, headKeyName, headScheme } from '../../../application/operators/head-key.js';
import { SignAuditHead } from '../../../application/operators/sign-audit-head.js';
import { verdictWords } from '../../../application/operators/verify-audit.js';
import type { JournalFields } from '../../../application/ports/journal.js';
import type { Signer } from '../../../application/ports/signatures.js';
import { chainStart, chainText, entryText } from '../../../domain/audit/audit-entry.js';
import { headContent, headEveryMs, type SignedHead } from '../../../domain/audit/signed-head.js';
import { appendEntries } from './audit-chain.contract.js';
import { anEntry, noon } from './builders.js';
import { openOn, vault, type OpenEngine, type Opened } from './opened.js';

type Row = Record<string, unknown>;

/** What somebody who may write to the database and even holds the keys of the chain, but not the one that signs, can do to the trail (AUD-05). */
export function signedHeadsContract(adapter: string, openEngine: OpenEngine): void {
  describe(`signed heads of the audit chain on ${adapter}`, () => {
    let store: Opened;
    let engine: SqlEngine;
    let remove: () => void;
    let told: (readonly [string, JournalFields])[];
    let sign: SignAuditHead;
    let check: CheckAuditTrail;
    let signer: Signer;
    const journal = { info: (event: string, fields: JournalFields = {}) => { told.push([event, fields]); }, warn: () => undefined, alarm: (event: string, fields: JournalFields = {}) => { told.push([event, fields]); }, fault: () => undefined };

    /** Heads at 4, 8 and 12; two entries stand behind the last one. */
    beforeEach(async () => {
      ({ engine, remove } = await openEngine());
      store = await openOn(engine);
      told = [];
      ({ signer, sign, check } = await aHost());
      for (const from of [1, 5, 9]) {
        await appendEntries(store, 4, from);
        await store.auditChain.extend('s1', 10);
        store.clock.at += headEveryMs;
        expect(await sign.run({ onlyWhenDue: true })).to.equal('signed');
      }
      await appendEntries(store, 2, 13);
      await store.auditChain.extend('s1', 10);
    });
    afterEach(async () => {
      await store.close();
      remove();
    });
    /** With a key of its own, as each host makes one where the key store was not copied. */
    async function aHost() {
      const [key, sm2] = [await generateSigningKey('SM2'), createSm2Engine()];
      const own = { signer: new NodeSigner({ signingKey: () => key }, sm2), verifier: new NodeVerifier(sm2), keys: new PublicKeys(), chain: store.auditChain };
      return { ...own, sign: new SignAuditHead({ ...own, clock: store.clock, journal }), check: new CheckAuditTrail({ ...own, sign: { run: () => Promise.resolve('nothing-new') } }) };
    }
    const rows = (): Promise<Row[]> => engine.writer('audit_entry').select('*').orderBy('seq');
    const verdict = async (elsewhere: readonly SignedHead[] = []): Promise<readonly unknown[]> => {
      const found = await check.run(elsewhere);
      return found.ok ? ['whole', found.count, found.signed?.seq] : [found.badSeq, found.why, found.signed?.seq];
    };
    const keptElsewhere = (): readonly SignedHead[] => told.filter(([event]) => event === 'audit-head-signed').map(([, fields]) => fields as unknown as SignedHead);

    /** Makes the chain anew from that number on, with the right keys. */
    async function rewrite(from: number, to: number): Promise<void> {
      let link = from === 1 ? chainStart : String((await rows())[from - 2]?.['link_mac']);
      for (const row of (await rows()).filter(({ seq }) => Number(seq) >= from && Number(seq) <= to)) {
        const seq = Number(row['seq']);
        const forged = anEntry({ entryId: String(row['entry_id']), at: noon + seq, description: seq === from ? '伪造' : seq % 2 ? '' : `第${seq}条` });
        const entryMac = vault.auditMac(entryText(forged));
        link = vault.auditMac(chainText(seq, link, entryMac));
        await engine.writer('audit_entry').where({ seq }).update({ description: forged.description === '' ? null : forged.description, entry_mac: entryMac, link_mac: link });
      }
      await engine.writer('audit_head').update({ last_seq: to, last_mac: link, head_mac: vault.auditMac(headText(to, link)) });
    }

    it('says which part a signed head covers, and signs once an hour, when there is something new', async () => {
      expect(await verdict(keptElsewhere())).to.deep.equal(['whole', 14, 12]);
      expect(await sign.run({ onlyWhenDue: true })).to.equal('not-yet');
      store.clock.at += headEveryMs;
      expect([await sign.run({ onlyWhenDue: true }), await sign.run({ onlyWhenDue: false })]).to.deep.equal(['signed', 'nothing-new']);
      expect(await verdict()).to.deep.equal(['whole', 14, 14]);
      expect((await store.auditChain.signedHeads(4, 2)).map(({ seq, previousSeq }) => [seq, previousSeq])).to.deep.equal([[8, 4], [12, 8]]);
    });

    it('AUD-03: names a row that was altered and one that was deleted', async () => {
      await engine.writer('audit_entry').where({ seq: 6 }).update({ description: '无' });
      expect(await verdict()).to.deep.equal([6, 'the entry was changed', 4]);
      await engine.writer('audit_entry').where({ seq: 6 }).delete();
      expect(await verdict()).to.deep.equal([6, 'an entry is missing', 4]);
    });

    it('AUD-05: names the first number of a tail that was cut off with everything that tells of it but the heads', async () => {
      await engine.writer('audit_entry').where('seq', '>', 9).delete();
      await rewrite(9, 9);
      expect(await verdict()).to.deep.equal([10, 'entries are missing at the end', 8]);
      await engine.writer('audit_signed_head').where('last_seq', '>', 8).delete();
      expect(await verdict(), 'here nothing is left that could tell').to.deep.equal(['whole', 9, 8]);
      expect(await verdict(keptElsewhere()), 'the log tells').to.deep.equal([10, 'entries are missing at the end', 8]);
    });

    it('AUD-05: names where a chain begins that was made anew with the right keys', async () => {
      await rewrite(1, 14);
      expect((await store.auditChain.verify()).ok, 'in itself it fits').to.equal(true);
      expect(await verdict()).to.deep.equal([1, 'the link does not fit the signed head', undefined]);
      told = [];
      store.clock.at += headEveryMs;
      expect(await sign.run({ onlyWhenDue: true }), 'nothing is signed over it').to.equal('unfit');
      expect(told).to.deep.equal([['audit-chain-broken', { seq: 12 }]]);
    });

    it('AUD-05: names the first part that was made anew, behind the head that still fits', async () => {
      await rewrite(10, 14);
      expect(await verdict()).to.deep.equal([9, 'the link does not fit the signed head', 8]);
    });

    it('AUD-05: finds heads that were changed, taken out of the middle, or signed by somebody else', async () => {
      const heads: readonly Row[] = await engine.writer('audit_signed_head').select('*').orderBy('last_seq');
      await engine.writer('audit_signed_head').where({ last_seq: 8 }).update({ signed_at: 1 });
      expect(await verdict()).to.deep.equal([8, 'a signed head was changed', 4]);
      await engine.writer('audit_signed_head').where({ last_seq: 8 }).delete();
      expect(await verdict()).to.deep.equal([8, 'a signed head is missing', 4]);
      await engine.writer('audit_signed_head').insert(heads[1] ?? {});
      const stranger = new NodeSigner({ signingKey: await generateSigningKey('SM2').then((key) => () => key) }, createSm2Engine());
      const [last] = await store.auditChain.signedHeads(8, 1);
      if (!last) throw new Error('no head');
      await engine.writer('audit_signed_head').where({ last_seq: 12 }).update({ signature_text: await stranger.sign(headKey, headScheme, headContent(last)) });
      expect(await verdict()).to.deep.equal([12, 'a signed head was changed', 8]);
    });

    it('AUD-05: a host with another key signs nothing over the heads of the first, says so once an hour, and calls them neither altered nor good', async () => {
      const second = await aHost();
      store.clock.at += headEveryMs;
      told = [];
      expect([await second.sign.run({ onlyWhenDue: true }), await second.sign.run({ onlyWhenDue: true })]).to.deep.equal(['other-key', 'other-key']);
      expect(told.map(([event, { keyName } = {}]) => [event, keyName])).to.deep.equal([['audit-head-other-key', await headKeyName({ signer, keys: new PublicKeys() })]]);
      expect(await sign.run({ onlyWhenDue: true }), 'the first one goes on').to.equal('signed');
      const found = await second.check.run();
      expect(found).to.deep.equal({ ok: false, badSeq: 4, why: 'the head was signed with another key', signed: undefined });
      expect(verdictWords(found)).to.match(/另一把密钥.*没有相符的签名登记/);
      await rewrite(10, 14);
      expect(await second.check.run(), 'what it sees itself it says').to.include({ badSeq: 9, why: 'the link does not fit the signed head' });
      await engine.writer('audit_entry').where({ seq: 6 }).update({ description: '无' });
      expect(await second.check.run()).to.include({ badSeq: 6, why: 'the entry was changed' });
    });

    it('AUD-05: a head that only says another key signed it is not good, stops nobody\'s verification, and nothing is signed over it', async () => {
      await engine.writer('audit_signed_head').where({ last_seq: 8 }).update({ signature_text: 'AAAA', key_name: `${headKey}:${'0'.repeat(32)}` });
      expect(await verdict()).to.deep.equal([8, 'the head was signed with another key', 4]);
      await engine.writer('audit_signed_head').where({ last_seq: 12 }).update({ signed_at: 1 });
      expect(await verdict(), 'the flaw behind it is told').to.deep.equal([12, 'a signed head was changed', 4]);
      store.clock.at += headEveryMs;
      expect(await sign.run({ onlyWhenDue: true })).to.equal('unfit');
      expect(told.at(-1)).to.deep.equal(['audit-chain-broken', { seq: 12 }]);
    });

    it('keeps one head after the other when several sign at once', async () => {
      store.clock.at += headEveryMs;
      const ends = await Promise.all([1, 2, 3].map(() => sign.run({ onlyWhenDue: true }).catch((error: unknown) => (error instanceof Error ? error.name : 'thrown'))));
      expect(ends.filter((end) => end === 'signed'), ends.join()).to.have.length(1);
      expect(await verdict()).to.deep.equal(['whole', 14, 14]);
    });
  });
}
