import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect } from 'chai';
import type dmdb from 'dmdb';
import { loadDmDriver, type DmAttributes, type DmDriver, type DmExecuteOptions } from '../../../adapters/outbound/persistence/dm/dm-driver.js';
import { classifyDm } from '../../../adapters/outbound/persistence/dm/dm-errors.js';
import { openDm } from '../../../adapters/outbound/persistence/dm/open-dm.js';
import { freePorts } from '../../support/free-ports.js';
import { FakeDmDriver } from '../../support/played-database/dm-driver.js';
import { faultOf } from './opened.js';

const required = createRequire(import.meta.url);
const declared = readFileSync(required.resolve('dmdb/index.d.ts'), 'utf8');

/** Names that an interface of the package declares. */
function namesOf(name: string): ReadonlySet<string> {
  const start = declared.search(new RegExp(`interface ${name}(?:<T>)?(?: extends \\w+)? \\{`));
  const body = declared.slice(start, declared.indexOf('\n    }', start));
  return new Set([...body.matchAll(/^ {8}(?:readonly )?(\w+)[?(<:]/gm)].map(([, found]) => found ?? ''));
}

// Every name of ours, once: a forgotten or a surplus one does not compile.
const attributes: Record<keyof DmAttributes, true> = {
  connectString: true, user: true, password: true, schema: true, appName: true, autoCommit: true, alwaysAllowCommit: true, connectTimeout: true,
  socketTimeout: true, doSwitch: true, rwSeparate: true, sslPath: true,
};
const options: Record<keyof DmExecuteOptions, true> = { autoCommit: true, outFormat: true, maxRows: true };

describe('dmdb, the package', () => {
  const real = required('dmdb') as typeof dmdb;

  it('has every function and constant that is used here, and lets itself be told how to fetch', () => {
    const { OUT_FORMAT_OBJECT, CLOB, fetchAsString, parseJson, getConnection }: DmDriver = loadDmDriver();
    expect([OUT_FORMAT_OBJECT, CLOB]).to.deep.equal([real.OUT_FORMAT_OBJECT, real.CLOB]);
    expect([typeof getConnection, Array.isArray(fetchAsString), typeof parseJson]).to.deep.equal(['function', true, 'boolean']);
    for (const name of ['fetchAsString', 'parseJson', 'outFormat']) expect(Object.getOwnPropertyDescriptor(real, name)?.writable, name).to.equal(true);
    expect([...namesOf('Connection')]).to.include.members(['execute', 'commit', 'rollback', 'close']);
  });

  it('declares every attribute and option that is given to it, and the answers that are read', () => {
    expect([...namesOf('ConnectionAttributes')]).to.include.members(Object.keys(attributes));
    expect([...namesOf('ExecuteOptions')]).to.include.members(Object.keys(options));
    expect([...namesOf('Result')]).to.include.members(['rows', 'rowsAffected', 'outBinds']);
    expect([...namesOf('DBError')]).to.include.members(['errCode', 'message']);
  });

  it('is what the played driver looks like: the same constants and defaults', async () => {
    const played = await FakeDmDriver.start();
    for (const name of ['OUT_FORMAT_ARRAY', 'OUT_FORMAT_OBJECT', 'CLOB'] as const) expect(played[name], name).to.equal(real[name]);
    const child = 'const d = require("dmdb"); console.log(JSON.stringify([d.fetchAsString, d.parseJson, d.outFormat, d.autoCommit ?? null]))';
    const { execFileSync } = await import('node:child_process');
    const fresh: unknown = JSON.parse(execFileSync(process.execPath, ['-e', child], { encoding: 'utf8' }));
    expect([played.fetchAsString, played.parseJson, played.outFormat, played.autoCommit ?? null]).to.deep.equal(fresh);
  }).timeout(60_000);

  it('says that nobody listens, with the number we know', async () => {
    const [port = 0] = await freePorts(1);
    const engine = openDm({ host: '127.0.0.1', port, user: 'test', password: 'x', waitMs: 2000 });
    const error = await faultOf(engine.writer('work_lease').select('lease_name'));
    expect(error).to.have.property('errCode', 6001);
    expect(engine.classify(error)).to.equal('CONNECTION_LOST');
    await engine.close();
  });

  it('does not wait for ever for a server that never answers', async () => {
    const server = createServer((socket) => { socket.on('error', () => undefined); });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const address = server.address();
    const engine = openDm({ host: '127.0.0.1', port: typeof address === 'object' && address ? address.port : 0, user: 'test', password: 'x', waitMs: 1500, answerMs: 500 });
    const started = performance.now();
    await faultOf(engine.writer('work_lease').select('lease_name'));
    expect(performance.now() - started).to.be.lessThan(5000);
    await engine.close();
    server.close();
  });

  it('is asked for in one sentence where it is not installed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tongjiao-dm-'));
    try {
      for (const file of ['dm/dm-driver.js', 'sql/unusable-database.js']) {
        mkdirSync(join(folder, dirname(file)));
        copyFileSync(fileURLToPath(new URL(`../../../adapters/outbound/persistence/${file}`, import.meta.url)), join(folder, file));
      }
      writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
      const alone = await import(pathToFileURL(join(folder, 'dm', 'dm-driver.js')).href) as { loadDmDriver: typeof loadDmDriver };
      expect(() => alone.loadDmDriver()).to.throw(/npm install --no-save dmdb@1\.0\.48286/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('errors of DM', () => {
  const dmError = (errCode: number, message = ''): Error => Object.defineProperty(new Error(message), 'errCode', { value: errCode, enumerable: false });

  it('mean something by their number, else by the words of locks, else nothing', () => {
    const kinds = { '-6602': 'UNIQUE', '-6611': 'UNIQUE', '-6403': 'DEADLOCK', '-6407': 'LOCK_TIMEOUT', '-6169': 'TOO_LONG', '6001': 'CONNECTION_LOST', '20014': 'CONNECTION_LOST', '-2106': 'OTHER' };
    for (const [number, kind] of Object.entries(kinds)) expect(classifyDm(dmError(Number(number))), number).to.equal(kind);
    expect(classifyDm(dmError(-1, 'update "T" set "X" = ? - [-1] 锁超时'))).to.equal('LOCK_TIMEOUT');
    expect(classifyDm(dmError(-1, 'update "DEADLOCK" set "X" = ? - [-1] 其他'))).to.equal('OTHER');
    expect(classifyDm(Object.assign(new Error('x'), { code: 'ECONNRESET' }))).to.equal('CONNECTION_LOST');
    expect(classifyDm('text')).to.equal('OTHER');
  });
});
