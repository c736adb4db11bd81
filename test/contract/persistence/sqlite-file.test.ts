import { mkdirSync, statSync } from 'node:fs';
import { execFileSync, fork } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { auditTamperingContract } from './audit-tampering.contract.js';
import { operatorTamperingContract } from './operator-tampering.contract.js';
import { auditKeysContract } from './audit-keys.contract.js';
import { indexKeysContract } from './index-keys.contract.js';
import { keyWalkContract } from './key-walk.contract.js';
import { signedHeadsContract } from './signed-heads.contract.js';
import { directoryTamperingContract } from './directory-tampering.contract.js';
import { rowJournalTamperingContract } from './row-journal-tampering.contract.js';
import { rowTamperingContract } from './row-tampering.contract.js';
import { anOrder, no } from './builders.js';
import { faultOf, openOn } from './opened.js';
import { openEmptyFile, temporaryFile } from './sqlite-file.js';

for (const tamperingContract of [auditTamperingContract, operatorTamperingContract, rowTamperingContract, rowJournalTamperingContract, directoryTamperingContract, signedHeadsContract, keyWalkContract, indexKeysContract, auditKeysContract]) {
  tamperingContract('SQLite', openEmptyFile);
}

// By another process: to close a descriptor of the file would take the locks of this one's connections away.
const bytesOf = (file: string): Buffer => execFileSync('cat', [file, `${file}-wal`], { maxBuffer: 64 * 1024 * 1024 });

describe('SQLite file', () => {
  const { file, remove } = temporaryFile();
  after(remove);

  it('keeps name, phone and certificate number out of the file in every writing', async () => {
    const planted = { name: '欧阳测试甲', mobile: '13912345678', certNo: '350402199912310017' };
    const store = await openOn(openSqlite({ file }));
    await store.unitOfWork.run(({ orders }) => orders.add(anOrder({ payer: planted, orderTitle: '可见标题' })));
    const bytes = bytesOf(file);
    await store.close();
    expect(bytes.includes('可见标题'), 'the file is the one that was written').to.equal(true);
    for (const clear of Object.values(planted)) {
      const utf8 = Buffer.from(clear, 'utf8');
      for (const writing of [clear, utf8.toString('hex'), utf8.toString('base64').replace(/=+$/, ''), utf8.toString('base64url')]) {
        expect(bytes.includes(writing), writing).to.equal(false);
      }
    }
  });

  it('refuses a sealed value that was moved to another row', async () => {
    const engine = openSqlite({ file });
    const store = await openOn(engine, '2');
    await store.unitOfWork.run(({ orders }) => orders.add(anOrder({ platformOrderNo: no(2), payer: { name: '李四', mobile: undefined, certNo: undefined } })));
    const [first] = await engine.writer('pay_order').select('payer_name').where({ platform_order_no: no(1) }) as readonly { readonly payer_name: string }[];
    await engine.writer('pay_order').where({ platform_order_no: no(2) }).update({ payer_name: first?.payer_name });
    expect((await faultOf(store.unitOfWork.read(({ orders }) => orders.byNo(no(2))))).name).to.equal('TamperedError');
    await store.close();
  });

  it('lies in a folder of its owner alone', () => {
    expect(statSync(dirname(file)).mode & 0o077).to.equal(0);
  });

  it('names no bound value in an error', async () => {
    const store = await openOn(openSqlite({ file }), '3');
    const error = await faultOf(store.unitOfWork.run(({ orders }) => orders.add(anOrder({ bizOrderNo: 'B-geheim' }))));
    await store.close();
    expect(`${error.message} ${error.stack ?? ''}`).to.not.contain('geheim');
  });

  it('refuses writes on the connections for reading', async () => {
    const engine = openSqlite({ file });
    const error = await faultOf((async () => { await engine.reader('outbox').where({ job_id: 'x' }).delete(); })());
    await engine.close();
    expect(error.message).to.match(/readonly|read-only/i);
  });

  it('is whole in the one file once it was closed: whoever copies that one has everything', async () => {
    const [original, copy] = [temporaryFile(), temporaryFile()];
    const store = await openOn(openSqlite({ file: original.file }), '5');
    await store.unitOfWork.run(({ orders }) => orders.add(anOrder()));
    await store.close();
    mkdirSync(dirname(copy.file), { recursive: true });
    execFileSync('cp', [original.file, copy.file]);
    const copied = await openOn(openSqlite({ file: copy.file }), '6');
    const order = await copied.unitOfWork.read(({ orders }) => orders.byNo(no(1)));
    await copied.close();
    for (const { remove: removeOne } of [original, copy]) removeOne();
    expect(order).to.deep.equal(anOrder());
  });

  it('loses no change when two processes write at once', async function () {
    this.timeout(30_000);
    const store = await openOn(openSqlite({ file }), '4');
    await store.unitOfWork.run(({ orders }) => orders.add(anOrder({ platformOrderNo: no(50) })));
    const script = fileURLToPath(new URL('two-writers.js', import.meta.url));
    const codes = await Promise.all([1, 2].map((writer) => new Promise((resolve) => {
      fork(script, [file, no(50), '40', String(writer)]).on('exit', resolve);
    })));
    expect(codes).to.deep.equal([0, 0]);
    const order = await store.unitOfWork.read(({ orders }) => orders.byNo(no(50)));
    await store.close();
    expect([order?.expiresAt, order?.version]).to.deep.equal([anOrder().expiresAt + 80, 81]);
  });
});
