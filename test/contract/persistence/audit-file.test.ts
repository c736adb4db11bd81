import { expect } from 'chai';
import { NodeDigests } from '../../../adapters/outbound/crypto/digests.js';
import { NodeSigner } from '../../../adapters/outbound/crypto/node-signer.js';
import { NodeVerifier } from '../../../adapters/outbound/crypto/node-verifier.js';
import { generateSigningKey } from '../../../adapters/outbound/crypto/private-keys.js';
import { PublicKeys } from '../../../adapters/outbound/crypto/public-keys.js';
import { createSm2Engine } from '../../../adapters/outbound/crypto/self-test.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { fileFaultWords, fileWholeWords } from '../../../application/operators/audit-file-words.js';
import { ExportAuditFile } from '../../../application/operators/export-audit-file.js';
import { headKeyName } from '../../../application/operators/head-key.js';
import { SignAuditHead } from '../../../application/operators/sign-audit-head.js';
import { VerifyAuditFile, type VerifyAuditFileParts } from '../../../application/operators/verify-audit-file.js';
import { lineText, readLine, sumStart, sumText } from '../../../domain/audit/audit-file.js';
import { businessDay, dayMs } from '../../../domain/kernel/china-time.js';
import { RecordingJournal } from '../../unit/application/recording-journal.js';
import { appendEntries } from './audit-chain.contract.js';
import { anEntry, anOrder, no, noon } from './builders.js';
import { FakeVault } from './fakes.js';
import { openOn, vault, type Opened } from './opened.js';

const acting = { by: { operatorNo: 'O-audit' }, address: '192.0.2.7', requestId: 'R1' };
const day = businessDay(noon);

async function aHost(store: Opened) {
  const [key, sm2] = [await generateSigningKey('SM2'), createSm2Engine()];
  const parts = { signer: new NodeSigner({ signingKey: () => key }, sm2), verifier: new NodeVerifier(sm2), keys: new PublicKeys(), digests: new NodeDigests(), chain: store.auditChain };
  const sign = new SignAuditHead({ ...parts, clock: store.clock, journal: new RecordingJournal() });
  return { ...parts, sign, files: new ExportAuditFile({ ...parts, sign, unitOfWork: store.unitOfWork, ids: store.ids, platformClock: store.clock }) };
}

async function* each(lines: readonly string[]): AsyncIterable<string> { for (const line of lines) yield Promise.resolve(line); }

/** Twelve entries of a day, three of the next one; heads at 4 and where the file was made. */
describe('a file of the operation log that is verified without the database (AUD-07)', function () {
  this.timeout(60_000);
  let store: Opened;
  let host: Awaited<ReturnType<typeof aHost>>;
  let lines: readonly string[];
  before(async () => {
    store = await openOn(openSqlite({ file: ':memory:' }));
    host = await aHost(store);
    await appendEntries(store, 4);
    await store.auditChain.extend('s1', 50);
    await host.sign.run({ onlyWhenDue: false });
    await appendEntries(store, 8, 5);
    await store.auditChain.extend('s1', 50);
    lines = await made(host);
  });
  after(() => store.close());

  async function made({ files }: Pick<typeof host, 'files'>, from = day, to = day): Promise<readonly string[]> {
    const file = await files.run(acting, { from, to });
    if (!file.ok) throw new Error(file.refusal);
    const parts: Uint8Array[] = [];
    for await (const bytes of file.value.bytes) parts.push(bytes);
    const text = Buffer.concat(parts).toString('utf8');
    expect(text.endsWith('\n')).to.equal(true);
    return text.slice(0, -1).split('\n');
  }
  const judged = (given: readonly string[], more: Partial<VerifyAuditFileParts> = {}) => new VerifyAuditFile({ digests: host.digests, verifier: host.verifier, keys: host.keys, ...more }).run(each(given));
  const fault = async (given: readonly string[], more: Partial<VerifyAuditFileParts> = {}): Promise<readonly unknown[]> => {
    const came = await judged(given, more);
    return came.ok ? ['whole'] : [came.lineNo, came.seq, came.why];
  };
  const changed = (lineNo: number, from: string, to: string): readonly string[] => lines.map((line, at) => {
    if (at !== lineNo - 1) return line;
    expect(line, `line ${lineNo}`).to.contain(from);
    return line.replace(from, to);
  });
  /** By somebody who knows how the digests are made, and has no key. */
  const summedAnew = (given: readonly string[]): readonly string[] => {
    let sum = sumStart;
    return given.map((line) => {
      const body = readLine(line)?.body ?? '';
      sum = host.digests.sm3Hex(sumText(sum, body));
      return lineText(sum, body);
    });
  };

  it('holds every entry with what its code covers, its codes, the signed heads and a signature of the platform', async () => {
    const read = lines.map((line) => JSON.parse(line) as { readonly line: Readonly<Record<string, unknown>> }).map(({ line }) => line);
    expect(read.map(({ kind }) => kind)).to.deep.equal(['start', ...Array.from({ length: 12 }, () => 'entry'), 'head', 'head', 'seal']);
    expect(read[2]).to.have.nested.property('entry.description', '第2条');
    expect(read[2]).to.have.nested.property('entry.actor.address', '192.0.2.7');
    expect(read.slice(13, 15).map(({ seq }) => seq)).to.deep.equal([4, 12]);
    for (const withKey of [undefined, vault]) {
      const came = await judged(lines, { vault: withKey, keyName: await headKeyName(host) });
      expect(came).to.deep.include({ ok: true, entries: 12, heads: 2, signedUpTo: 12, strangeHeads: 0, withCodes: withKey !== undefined });
      expect(came.ok && fileWholeWords(came).join('\n')).to.contain(withKey === undefined ? '未重算逐条校验码' : '每条自写入时起未被改动');
    }
  });

  it('names the line that was altered, taken out, put in, or changed its place, without any key', async () => {
    expect(await fault([]), 'nothing at all').to.deep.equal([1, undefined, 'end-missing']);
    expect(await fault(changed(7, '第6条', '第九条'))).to.deep.equal([7, 6, 'line-changed']);
    expect(await fault(lines.filter((_, at) => at !== 6))).to.deep.equal([7, 6, 'entry-missing']);
    expect(await fault([...lines.slice(0, 7), lines[6] ?? '', ...lines.slice(7)])).to.deep.equal([8, 6, 'number-twice']);
    expect(await fault([...lines.slice(0, 5), lines[6] ?? '', lines[5] ?? '', ...lines.slice(7)])).to.deep.equal([6, 5, 'entry-missing']);
    expect(await fault(lines.slice(0, -1))).to.deep.equal([16, undefined, 'end-missing']);
    expect(await fault([...lines, lines[1] ?? ''])).to.deep.equal([17, undefined, 'behind-seal']);
    expect(await fault(lines.filter((_, at) => at !== 13)), 'a head').to.deep.equal([14, 12, 'head-missing']);
    expect(await fault(['{}', ...lines])).to.deep.equal([1, undefined, 'no-line']);
    expect(await fault(lines.slice(1))).to.deep.equal([1, 1, 'no-start']);
  });

  it('is not whole either where all digests were made anew: without the key of the codes that is all there is to say, with it the entry is named', async () => {
    const forged = summedAnew(changed(7, '第6条', '第九条'));
    expect(await fault(forged)).to.deep.equal([16, undefined, 'seal']);
    expect(await fault(forged, { vault })).to.deep.equal([7, 6, 'entry-changed']);
    const cut = summedAnew(lines.filter((_, at) => at !== 12).map((line) => line.replace('"lastSeq":12', '"lastSeq":11').replace('"entries":12', '"entries":11')));
    expect(await fault(cut), 'a head that covers what is not there').to.deep.equal([14, 12, 'head-link']);
    expect(await fault(summedAnew(changed(14, '"at":', '"at":1')))).to.deep.equal([14, 4, 'head-changed']);
    expect(await fault(summedAnew(changed(8, '"linkMac":"', '"linkMac":"0').map((line, at) => (at === 7 ? line.replace(/"linkMac":"0([0-9a-f]{63})[0-9a-f]"/, '"linkMac":"0$1"') : line))), { vault })).to.deep.equal([8, 7, 'link']);
  });

  it('is believed under the key that somebody named and no other, whoever signed it all anew', async () => {
    const other = await aHost(store);
    const theirs = await made({ files: new ExportAuditFile({ ...other, sign: { run: () => Promise.resolve('nothing-new') }, unitOfWork: store.unitOfWork, ids: store.ids, platformClock: store.clock }) });
    expect(await fault(theirs, { keyName: await headKeyName(host) })).to.deep.equal([1, undefined, 'other-key']);
    expect(await judged(theirs), 'heads that it cannot verify are not counted').to.deep.include({ ok: true, signedUpTo: undefined, strangeHeads: 2 });
    expect(await fault(summedAnew(lines.map((line) => line.replaceAll(/audit-head\.SM2:[0-9a-f]{4}/g, 'audit-head.SM2:0000'))))).to.deep.equal([1, undefined, 'key']);
  });

  it('is made of days that there are, goes on to the next signed head, and is written down itself', async () => {
    const refusal = async (from: string, to: string): Promise<unknown> => { const came = await host.files.run(acting, { from, to }); return came.ok ? 'made' : came.refusal; };
    expect([await refusal('20260230', day), await refusal(day, '20260101'), await refusal('20260101', '20260601'), await refusal('20250101', '20250102')]).to.deep.equal(['days', 'days', 'days', 'nothing']);
    store.clock.at = noon + dayMs;
    await store.auditChain.extend('s1', 50);
    const next = await host.files.run(acting, { from: businessDay(noon), to: businessDay(noon) });
    expect(next.ok && [next.value.firstSeq, next.value.lastSeq >= 12, next.value.fileName.startsWith(`audit-${day}-${day}-1-`)]).to.deep.equal([1, true, true]);
    await store.auditChain.extend('s1', 50);
    const written = (await store.auditChain.numbered(13, '')).map(({ entry }) => entry);
    expect(written.map((entry) => entry?.action)).to.include('audit.exported');
    expect(written[0]).to.deep.include({ actor: { kind: 'operator', code: 'O-audit', address: '192.0.2.7' }, objectKind: 'audit-log', description: `导出可核验的审计日志：${day} 至 ${day}，第 1 至 12 条` });
  });

  it('KEY-02: is whole over two keys of the codes, with the key store that has both, and names what came later under the old one', async () => {
    const own = new FakeVault();
    const theirs = await openOn(openSqlite({ file: ':memory:' }), '1', own);
    try {
      const it = await aHost(theirs);
      await appendEntries(theirs, 4);
      await theirs.auditChain.extend('s1', 50);
      own.auditNo = 2;
      await theirs.unitOfWork.run(async ({ audit }) => { for (const minutes of [1, 12, 13]) await audit.append(anEntry({ entryId: no(7100 + minutes), at: noon + minutes * 60_000 })); });
      await theirs.auditChain.extend('s1', 50);
      const whole = await made(it);
      expect(await judged(whole, { vault: own })).to.deep.include({ ok: true, entries: 7, withCodes: true });
      expect(await fault(whole, { vault: { auditKeyOf: (text, mac, least) => (least === 0 && own.auditMac(text, 0) === mac ? 0 : undefined) } })).to.deep.equal([6, 5, 'entry-changed']);
      own.auditNo = 1;
      await theirs.unitOfWork.run(({ audit }) => audit.append(anEntry({ entryId: no(7200), at: noon + 14 * 60_000 })));
      await theirs.auditChain.extend('s1', 50);
      const last = (await theirs.auditChain.last())?.seq ?? 0;
      const forged = await made(it);
      expect(await judged(forged)).to.deep.include({ ok: true });
      expect(await fault(forged, { vault: own })).to.deep.include(last).and.to.include('entry-changed');
    } finally {
      await theirs.close();
    }
  });

  it('says in words what it found', async () => {
    const came = await judged(changed(7, '第6条', '第九条'));
    expect(came.ok ? '' : fileFaultWords(came)).to.equal('第 7 行（审计日志第 6 条）不符：本行被改动，或其前有行被插入、删去');
  });

  it('tells which rows an entry\'s unit wrote, under its code (INT-02)', async () => {
    const other = await openOn(openSqlite({ file: ':memory:' }));
    try {
      const place = await aHost(other);
      await other.unitOfWork.run(async ({ orders, audit }) => { await orders.add(anOrder()); await audit.append(anEntry()); });
      await other.auditChain.extend('s1', 50);
      const told = await made(place);
      expect(JSON.parse(told[1] ?? '')).to.have.nested.property('line.entry.rowsWritten', `[["pay_order","+1","${no(1)}"]]`);
      const verify = (given: readonly string[]) => new VerifyAuditFile({ digests: place.digests, verifier: place.verifier, keys: place.keys, vault }).run(each(given));
      expect(await verify(told)).to.deep.include({ ok: true, entries: 1 });
      expect(await verify(summedAnew(told.map((line, at) => (at === 1 ? line.replace('+1', '=1') : line))))).to.deep.include({ ok: false, seq: 1, why: 'entry-changed' });
    } finally {
      await other.close();
    }
  });
});
