import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { NodeDigests } from '../../../adapters/outbound/crypto/digests.js';
import { NodeSigner } from '../../../adapters/outbound/crypto/node-signer.js';
import { NodeVerifier } from '../../../adapters/outbound/crypto/node-verifier.js';
import { generateSigningKey } from '../../../adapters/outbound/crypto/private-keys.js';
import { NativeSm2Engine } from '../../../adapters/outbound/crypto/sm2-native.js';
import { ApiShareWriter } from '../../../adapters/outbound/data-sharing/api/api-writer.js';
import { FileShareWriter } from '../../../adapters/outbound/data-sharing/file/file-writer.js';
import { FrontDatabaseWriter } from '../../../adapters/outbound/data-sharing/front-database/front-database-writer.js';
import { foreignLine, type ForeignLine } from '../../../adapters/outbound/persistence/sql/foreign-line.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { WireClient } from '../../../adapters/outbound/wire/http-client.js';
import { startDataSharingSimulator, type RunningDataSharingSimulator } from '../../../adapters/simulators/data-sharing/data-sharing-simulator.js';
import type { DataShareWriter } from '../../../application/ports/data-sharing.js';
import { CountRows } from '../../../application/sharing/count-rows.js';
import { ExportBatch } from '../../../application/sharing/export-batch.js';
import { minuteMs } from '../../../domain/kernel/china-time.js';
import { no } from '../../builders/moments.js';
import { OurSide, secrets } from './shared-orders.js';

const engine = new NativeSm2Engine();
type Shared = { readonly count: number; readonly rows: readonly Readonly<Record<string, unknown>>[] };

describe('the three ways to the city (1.1.7.2.5)', function () {
  this.timeout(60_000);
  let folder: string;
  let ours: OurSide;
  let city: RunningDataSharingSimulator;
  let http: WireClient;
  let line: ForeignLine;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tongjiao-share-'));
    ours = await OurSide.open();
    city = await startDataSharingSimulator({ port: 0, dataFolder: join(folder, 'city') });
    http = new WireClient({ maxConnections: 4, keepAliveMs: 1_000, connectTimeoutMs: 1_000 });
    line = foreignLine(openSqlite({ file: city.frontFile }));
  });
  afterEach(async () => {
    await line.close();
    await http.close();
    await city.close();
    await ours.store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const byFront = async (): Promise<DataShareWriter> => new FrontDatabaseWriter('front-database', line, { schema: undefined, columnCase: 'as-written', tables: {} });
  const byFile = (gzips = false): DataShareWriter => new FileShareWriter({ target: 'file', folder: join(folder, 'out'), digest: 'sm3', gzips, tables: { 'paid-orders': 'zfdd' } }, new NodeDigests());
  async function byApi(algorithm: 'RSA2' | 'SM2', registers = true): Promise<DataShareWriter> {
    const key = await generateSigningKey(algorithm);
    if (registers) city.register({ appId: 'TJ', publicKeyPem: key.publicKeyPem });
    return new ApiShareWriter({
      http, signer: new NodeSigner({ signingKey: () => key }, engine), verifier: new NodeVerifier(engine), digests: new NodeDigests(),
      settings: { target: 'api', baseUrl: city.baseUrl, appId: 'TJ', keyName: 'platform', scheme: { algorithm }, platformKeyPem: city.publicKeys()[algorithm], tables: {} },
    });
  }
  const shared = async (table: string): Promise<Shared> => await (await fetch(`${city.baseUrl}/sim/rows/${table}`)).json() as Shared;

  for (const [name, open] of [['front database', byFront], ['RSA2 interface', () => byApi('RSA2')], ['SM2 interface', () => byApi('SM2')]] as const) {
    it(`bring all four tables over by the ${name}, with nothing clear in them`, async () => {
      const writer = await open();
      const sources = await ours.everything();
      expect(await ours.send(writer, sources)).to.deep.equal(['wrote', 'wrote', 'wrote', 'wrote']);
      expect(await ours.send(writer, sources)).to.deep.equal(['nothing', 'nothing', 'nothing', 'nothing']);
      const counts = await Promise.all(['merchant_user', 'pay_order_info', 'sys_user', 'business_info'].map(async (table) => (await shared(table)).count));
      expect(counts).to.deep.equal([1, 3, 1, 1]);
      expect((await shared('pay_order_info')).rows[0]).to.deep.equal({ menu_id: 'U1', Phone: '138****8000', Ddh: no(1), Sfzh: '350402********1234', Name: '李*' });
      expect((await shared('sys_user')).rows[0]).to.include({ password: null, del_flag: '0', update_date: '2026-05-08 10:00:00' });
      expect((await shared('business_info')).rows[0]).to.include({ del_flag: 0, is_child: 0 });
      expectNothingClear(join(folder, 'city'), ours);
      const page = await (await fetch(`${city.baseUrl}/`)).text();
      expect(page).to.include('共 3 行').and.include('138****8000');
    });
  }

  it('bring all four tables into files, each announced by its digest and an empty file', async () => {
    expect(await ours.send(byFile(), await ours.everything())).to.deep.equal(['wrote', 'wrote', 'wrote', 'wrote']);
    const out = join(folder, 'out');
    expect(readdirSync(out).sort()).to.deep.equal(['business_info', 'merchant_user', 'sys_user', 'zfdd'].flatMap((table) => ['csv', 'ok', 'sm3'].map((ending) => `${table}_20260508_0001.${ending}`)));
    const csv = readFileSync(join(out, 'zfdd_20260508_0001.csv'));
    expect(csv.toString().split('\r\n').slice(0, 2)).to.deep.equal(['menu_id,Phone,Ddh,Sfzh,Name', `U1,138****8000,${no(1)},350402********1234,李*`]);
    expect(readFileSync(join(out, 'zfdd_20260508_0001.sm3'), 'utf8')).to.equal(`${createHash('sm3').update(csv).digest('hex')}  zfdd_20260508_0001.csv\n`);
    expectNothingClear(out, ours);
  });

  it('write no formula into a file, and pack it where that is wanted', async () => {
    for (const [suffix, userId] of [[1, '=cmd|calc'], [2, '+1'], [3, '-1'], [4, '@x'], [5, '＝1'], [6, 'a,"b"']] as const) await ours.paid(suffix, { userId });
    await ours.send(byFile(true), [ours.orders()]);
    const rows = gunzipSync(readFileSync(join(folder, 'out', 'zfdd_20260508_0001.csv.gz'))).toString('utf8').split('\r\n');
    expect(rows.slice(1, 7).map((row) => row.slice(0, row.indexOf(',138')))).to.deep.equal(["'=cmd|calc", "'+1", "'-1", "'@x", "'＝1", '"a,""b"""']);
  });

  it('say of a folder that cannot be written that nothing went', async () => {
    await ours.paid(1);
    const nowhere = new FileShareWriter({ target: 'file', folder: join(city.frontFile, 'no-folder'), digest: 'sm3', gzips: false, tables: {} }, new NodeDigests());
    expect(await ours.send(nowhere, [ours.orders()])).to.deep.equal(['held-up']);
    expect((await ours.log('file'))[0]).to.include({ state: 'failed', acceptedCount: 0 });
  });

  it('have the interface name the rows that it does not take, and take the others', async () => {
    const answer = await (await byApi('SM2')).write({
      batchNo: no(9), table: ours.orders().table, sequence: 1, day: '20260508',
      rows: [{ key: 'ok', cells: ['U1', undefined, 'ok', undefined, '王*'] }, { key: 'bad', cells: ['x'.repeat(65), undefined, 'bad', undefined, undefined] }],
    }, 5_000);
    expect(answer).to.deep.equal({ kind: 'taken', rejected: [{ key: 'bad', reason: 'SQLITE_CONSTRAINT_CHECK' }] });
    expect((await shared('pay_order_info')).rows.map(({ Ddh }) => Ddh)).to.deep.equal(['ok']);
  });

  for (const [fault, state] of [
    ['cut-off', 'unknown'], ['garbage', 'unknown'], ['lost-reply', 'unknown'], ['wrong-count', 'unknown'], ['forged', 'unknown'], ['busy', 'failed'], ['refused', 'failed'],
  ] as const) {
    it(`are not misled by an interface with the fault ${fault}: the rows go again and stand there once`, async () => {
      const writer = await byApi('RSA2');
      for (const suffix of [1, 2]) await ours.paid(suffix);
      city.faults.plan({ target: 'batch', fault, times: 1, settings: {} });
      expect(await ours.send(writer, [ours.orders()])).to.deep.equal(['held-up']);
      expect((await ours.log('api'))[0]).to.include({ state, acceptedCount: 0 });
      ours.store.clock.at += minuteMs;
      expect(await ours.send(writer, [ours.orders()])).to.deep.equal(['wrote']);
      expect((await shared('pay_order_info')).count).to.equal(2);
    });
  }

  it('are refused by the interface where the signature is not by the key that it knows', async () => {
    await byApi('RSA2');
    const stranger = await byApi('RSA2', false);
    await ours.paid(1);
    expect(await ours.send(stranger, [ours.orders()])).to.deep.equal(['held-up']);
    expect((await ours.log('api'))[0]).to.include({ state: 'failed', message: 'code 4003' });
    expect((await shared('pay_order_info')).count).to.equal(0);
  });

  it('are compared with what stands over there, row by row, and a row that a loader doubled is found', async () => {
    const writer = await byFront();
    for (const suffix of [1, 2, 3]) await ours.paid(suffix);
    await ours.send(writer, [ours.orders()]);
    const count = new CountRows(ours.parts(writer));
    expect(await count.ofDay(ours.orders(), '20260508')).to.include({ state: 'done', rowCount: 3, acceptedCount: 3 });
    city.base.duplicate();
    expect(await count.ofDay(ours.orders(), '20260508')).to.include({ state: 'differs', message: '20260508：对方缺少 0 行，重复 3 行' });
    expect(ours.journal.events.filter(({ level }) => level === 'alarm').map(({ event }) => event)).to.deep.equal(['share-differs']);
    await ours.paid(4);
    ours.store.clock.at += minuteMs;
    await ours.store.unitOfWork.run(({ sharing }) => sharing.putNoted({ platformOrderNo: no(1), notedAt: ours.store.clock.at - 61_000, version: 1 }));
    expect(await ours.send(writer, [ours.orders()])).to.deep.equal(['wrote']);
  });

  it('cut a long name to the bytes that a counting target takes, and see it refused where they count otherwise', async () => {
    const strict = await startDataSharingSimulator({ port: 0, dataFolder: join(folder, 'strict'), lengthMode: 'byte' });
    const strictLine = foreignLine(openSqlite({ file: strict.frontFile }));
    try {
      const writer = new FrontDatabaseWriter('strict', strictLine, { schema: undefined, columnCase: 'as-written', tables: {} });
      await ours.store.unitOfWork.run(({ sharing }) => sharing.addPolicy({ table: 'paid-orders', column: 'Name', isFull: true, basis: '测试', decidedBy: 't', decidedAt: 0, version: 1 }));
      for (const suffix of [1, 2]) await ours.paid(suffix, { payer: { name: '张'.repeat(suffix * 10 + 1), mobile: undefined, certNo: undefined } });
      const byChar = new ExportBatch(ours.parts(writer));
      expect(await byChar.run(ours.orders())).to.equal('wrote');
      expect((await ours.aside('strict')).map(({ rowKey, detail }) => [rowKey, detail])).to.deep.equal([no(1), no(2)].map((key) => [key, 'SQLITE_CONSTRAINT_CHECK']));
      await ours.paid(3, { payer: { name: '张'.repeat(11), mobile: undefined, certNo: undefined } });
      expect(await new ExportBatch({ ...ours.parts(writer), lengthMode: 'byte' }).run(ours.orders())).to.equal('wrote');
      const { rows } = await (await fetch(`${strict.baseUrl}/sim/rows/pay_order_info`)).json() as Shared;
      expect(rows.map(({ Name }) => Name)).to.deep.equal(['张'.repeat(10)]);
    } finally {
      await strictLine.close();
      await strict.close();
    }
  });

  it('give up a batch whose time is over, with nothing of it left behind', async () => {
    city.base.slowDown(1_500);
    const writer = await byFront();
    const answer = await writer.write({ batchNo: no(9), table: ours.orders().table, sequence: 1, day: '20260508', rows: [{ key: 'K', cells: ['U', undefined, 'K', undefined, undefined] }] }, 200);
    expect(answer).to.deep.equal({ kind: 'unknown', why: 'timeout' });
    await new Promise((resolve) => { setTimeout(resolve, 2_500); });
    expect((await shared('pay_order_info')).count).to.equal(0);
  });

  it('wait while the front database takes nothing, and go on when it does, however slowly', async () => {
    const writer = await byFront();
    await ours.paid(1);
    city.base.refuse(true);
    expect(await ours.send(writer, [ours.orders()])).to.deep.equal(['held-up']);
    expect(await ours.aside('front-database')).to.deep.equal([]);
    city.base.refuse(false);
    ours.store.clock.at += minuteMs;
    city.base.slowDown(700);
    expect(await ours.send(writer, [ours.orders()])).to.deep.equal(['wrote']);
    expect((await shared('pay_order_info')).count).to.equal(1);
  });
});

/** Everything that left, byte by byte, and everything that was said about it. */
function expectNothingClear(folder: string, ours: OurSide): void {
  const left = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('utf8'));
  expect(left.join('').length).to.be.greaterThan(100);
  expect(left.join('')).to.include('138****8000');
  for (const secret of secrets) expect([...left, JSON.stringify(ours.journal.events)].some((text) => text.includes(secret)), secret).to.equal(false);
}
