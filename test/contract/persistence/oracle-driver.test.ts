import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type Socket } from 'node:net';
import { expect } from 'chai';
import { classifyOracle } from '../../../adapters/outbound/persistence/oracle/oracle-errors.js';
import { loadOracleDriver, type OracleAttributes, type OracleConnection, type OracleDriver, type OracleExecuteOptions } from '../../../adapters/outbound/persistence/oracle/oracle-driver.js';
import { openOracle, type OracleOptions } from '../../../adapters/outbound/persistence/oracle/open-oracle.js';
import { words } from '../../../adapters/outbound/persistence/sql/migrations/steps.js';
import { oracleDialect } from '../../support/sql-lint/rules.js';
import { lintSql } from '../../support/sql-lint/sql-lint.js';
import { goldenText } from './golden-text.js';
import { faultOf } from './opened.js';

const required = createRequire(import.meta.url);
const somewhere: OracleOptions = { host: 'nowhere.invalid', port: 1521, user: 'test', password: 'x', database: 'ORCLPDB1' };

// Every name of ours, once: a forgotten or a surplus one does not compile.
const attributes: Record<keyof OracleAttributes, true> = { user: true, password: true, connectString: true, walletContent: true };
const options: Record<keyof OracleExecuteOptions, true> = { autoCommit: true, outFormat: true, maxRows: true, fetchTypeHandler: true };

interface Executed { readonly sql: string; readonly values: readonly unknown[]; readonly options: OracleExecuteOptions }

/** A driver that answers nothing and remembers what it was asked. */
function listeningDriver(): { readonly driver: OracleDriver; readonly executed: Executed[] } {
  const executed: Executed[] = [];
  const connection: OracleConnection = {
    callTimeout: 0, commit: () => Promise.resolve(), rollback: () => Promise.resolve(), close: () => Promise.resolve(),
    execute: (sql, values, given) => {
      executed.push({ sql, values, options: given });
      return Promise.resolve({ rows: [] });
    },
  };
  return { executed, driver: { OUT_FORMAT_OBJECT: 4002, DB_TYPE_CLOB: 'clob', STRING: 'string', getConnection: () => Promise.resolve(connection) } };
}

describe('oracledb, the package', () => {
  it('has every function and constant that is used here, and needs no client library', () => {
    const driver = loadOracleDriver() as OracleDriver & { readonly thin: boolean; readonly CLOB: unknown };
    expect([typeof driver.getConnection, typeof driver.OUT_FORMAT_OBJECT, driver.thin]).to.deep.equal(['function', 'number', true]);
    expect([driver.DB_TYPE_CLOB, typeof driver.STRING]).to.deep.equal([driver.CLOB, 'object']);
  });

  it('knows every attribute and option that is given to it', () => {
    const source = ['connection.js', 'oracledb.js'].map((file) => readFileSync(required.resolve(`oracledb/lib/${file}`), 'utf8'));
    for (const name of Object.keys(options)) expect(source[0], name).to.contain(`options.${name}`);
    for (const name of Object.keys(attributes)) expect(source[1], name).to.contain(name);
    expect(source[0]).to.contain('set callTimeout(value)');
  });

  it('says that nobody listens, and does not wait for ever for a server that never answers', async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const ask = async (): Promise<string> => {
      const engine = openOracle({ ...somewhere, host: '127.0.0.1', port, waitMs: 1500 });
      const started = performance.now();
      const error = await faultOf(engine.writer('work_lease').select('lease_name'));
      expect(performance.now() - started).to.be.lessThan(6000);
      await engine.close();
      return engine.classify(error);
    };
    expect(await ask()).to.be.oneOf(['CONNECTION_LOST', 'OTHER']);
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
    expect(await ask()).to.equal('CONNECTION_LOST');
  });
});

describe('Oracle, as it is spoken to', () => {
  it('gets only the few forms of SQL that it is sure to take', async () => {
    const engine = openOracle(somewhere, listeningDriver().driver);
    const statements = (await goldenText(engine)).split('\n').filter((line) => /^[a-z].*;$/.test(line)).map((line) => line.slice(0, -1));
    await engine.close();
    expect(statements).to.have.length.greaterThan(80);
    // What is bound is not in a golden; the numbers of the placeholders are.
    expect(statements.flatMap((sql) => lintSql(sql, (sql.match(/:\d+/g) ?? []).length, oracleDialect).map((fault) => `${fault}: ${sql}`))).to.deep.equal([]);
  });

  it('pages by FETCH FIRST and binds in the order of the text', async () => {
    const { driver, executed } = listeningDriver();
    const engine = openOracle(somewhere, driver);
    await engine.writer('pay_order').select('version').where('state', 'paid').limit(5).offset(10);
    await engine.writer('pay_order').select('version').where('state', 'paid').limit(5);
    expect(executed.map(({ sql, values }) => [sql, values])).to.deep.equal([
      ['select "VERSION" from "PAY_ORDER" where "STATE" = :1 offset :2 rows fetch next :3 rows only', ['paid', 10, 5]],
      ['select "VERSION" from "PAY_ORDER" where "STATE" = :1 fetch first :2 rows only', ['paid', 5]],
    ]);
    await engine.close();
  });

  it('is told to commit nothing of a unit, to hand out long texts as text, and takes long ones as what they are', async () => {
    const { driver, executed } = listeningDriver();
    const engine = openOracle({ ...somewhere, schema: 'pay' }, driver);
    const client = engine.writer.client as { acquireConnection(): Promise<object>; releaseConnection(connection: object): Promise<void> };
    const connection = await client.acquireConnection();
    await engine.begin(connection);
    await engine.writer('payee').connection(connection).insert({ remark: '税'.repeat(1334), state: 'a' });
    await engine.commit(connection);
    await client.releaseConnection(connection);
    await engine.writer('payee').where({ state: 'a' }).delete();
    const [session, insert, remove] = executed;
    expect(session?.sql).to.equal('alter session set current_schema = "PAY"');
    expect([insert?.options.autoCommit, remove?.options.autoCommit]).to.deep.equal([false, true]);
    expect(insert?.values).to.deep.equal([{ val: '税'.repeat(1334), type: 'clob' }, 'a']);
    expect(insert?.options.fetchTypeHandler({ dbType: 'clob' })).to.deep.equal({ type: 'string' });
    expect(insert?.options.fetchTypeHandler({ dbType: 'other' })).to.equal(undefined);
    await engine.close();
  });

  it('has columns of bytes, and takes no address that is more than one', () => {
    const { driver } = listeningDriver();
    const engine = openOracle(somewhere, driver);
    expect(engine.columnType(words('remark', 1000))).to.equal('varchar2(4000 byte)');
    expect(() => engine.columnType(words('remark', 1001))).to.throw('too long for a column of Oracle');
    for (const changes of [{ host: 'a)(PORT=1' }, { database: 'X)(SERVER=shared' }]) expect(() => openOracle({ ...somewhere, ...changes }, driver)).to.throw('letters, digits, dots and dashes');
    expect(() => openOracle({ ...somewhere, password: undefined }, driver)).to.throw('needs a name and a password');
  });

  it('says what its errors mean by their numbers', () => {
    const kinds = { 1: 'UNIQUE', 60: 'DEADLOCK', 54: 'LOCK_TIMEOUT', 8177: 'SERIALIZATION', 12899: 'TOO_LONG', 3113: 'CONNECTION_LOST', 942: 'OTHER' };
    for (const [number, kind] of Object.entries(kinds)) expect(classifyOracle(Object.assign(new Error('x'), { errorNum: Number(number) })), number).to.equal(kind);
    expect(classifyOracle(Object.assign(new Error('x'), { code: 'NJS-500' }))).to.equal('CONNECTION_LOST');
    expect(classifyOracle('text')).to.equal('OTHER');
  });
});
