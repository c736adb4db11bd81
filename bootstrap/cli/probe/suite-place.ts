import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allSteps, bootSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { refusal } from '../../../adapters/outbound/persistence/sql/probe/line.js';
import type { DatabaseAddress } from '../../database-address.js';
import { openEngine } from '../../open-engine.js';
import type { ProbeOptions } from './probe-options.js';

/** Every table of the product. */
export const productTables: readonly string[] = [...bootSteps, ...allSteps].flatMap((step) => (step.change === 'create-table' ? [step.table] : []));

/** Where the suite may delete every row: a database of its own, and its removal. */
export interface SuitePlace {
  /** For the child's environment; holds no password. */
  readonly addressText: string;
  readonly password: string | undefined;
  /** Gives what could not be taken away. */
  remove(): Promise<readonly string[]>;
}

/** A place for the suite, or why there is none and what to do, in Chinese. */
export async function suitePlace(options: ProbeOptions, engine: SqlEngine | undefined): Promise<SuitePlace | string> {
  const { address, suite } = options;
  if (address.family === 'sqlite') return filePlace(address.file);
  if (suite.wanted && suite.elsewhere) return givenPlace(suite.elsewhere);
  if (engine === undefined || address.family === 'dm' || address.family === 'oracle') {
    return '达梦、Oracle 的一个账号就是一个模式，契约会删除其中全部数据：请另建一个空的测试账号，用 --suite 给出它的地址';
  }
  return ownDatabase(options, engine);
}

/** Beside the database itself: the same disk. */
function filePlace(file: string): SuitePlace {
  const folder = scratchFolder(file);
  return { addressText: `sqlite:${join(folder, 'suite.db')}`, password: undefined, remove: () => { rmSync(folder, { recursive: true, force: true }); return Promise.resolve([]); } };
}

/** A folder of our own on the disk of the file; whoever made it removes it. */
export function scratchFolder(file: string): string {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return mkdtempSync(join(dirname(file), 'tjprobe-'));
}

async function ownDatabase({ addressText, password, address }: ProbeOptions, engine: SqlEngine): Promise<SuitePlace | string> {
  const name = `tjprobe_${randomBytes(5).toString('hex')}`;
  const quoted = engine.quote(name);
  try {
    await engine.writer.raw(address.family === 'mysql' ? `create database ${quoted} character set utf8mb4` : `create database ${quoted} encoding 'UTF8' template template0`);
  } catch (error) {
    return `账号不能建库（${refusal(engine, error).told}）：请 DBA 给本次检查建库权限，或建一个空库并用 --suite 给出它的地址`;
  }
  const url = new URL(addressText);
  url.pathname = `/${name}`;
  url.searchParams.delete('schema');
  return {
    addressText: url.href, password,
    remove: async () => {
      try {
        // `drop … with (force)` is younger than what all of the family understand.
        if (address.family !== 'mysql') await engine.writer.raw('select pg_terminate_backend(pid) from pg_stat_activity where datname = ?', [name]);
        await engine.writer.raw(`drop database ${quoted}`);
        return [];
      } catch {
        return [`数据库 ${name}`];
      }
    },
  };
}

/** An empty database or account that the deployer names. What the suite makes there is taken away again; what was there before forbids it. */
async function givenPlace({ address, addressText, password }: { readonly address: DatabaseAddress; readonly addressText: string; readonly password: string | undefined }): Promise<SuitePlace | string> {
  const engine = openEngine(address);
  try {
    const there = await tablesThere(engine);
    if (there.length > 0) return `--suite 所指的库中已有本产品的表（${there[0] ?? ''} 等 ${there.length} 张），契约会删除其中全部数据，所以没有运行：请给出一个空库`;
  } catch (error) {
    return `--suite 所指的库连接不上（${refusal(engine, error).told}）`;
  } finally {
    await engine.close();
  }
  return { addressText, password, remove: () => dropProductTables(address) };
}

async function dropProductTables(address: DatabaseAddress): Promise<readonly string[]> {
  const engine = openEngine(address);
  try {
    for (const table of await tablesThere(engine)) await engine.writer.schema.dropTable(table);
    return await tablesThere(engine);
  } catch (error) {
    return [`--suite 所指的库中的表（${refusal(engine, error).told}）`];
  } finally {
    await engine.close();
  }
}

/** Which tables of the product are in the database. */
export async function tablesThere(engine: SqlEngine): Promise<readonly string[]> {
  const there: string[] = [];
  for (const table of productTables) if (await engine.writer.schema.hasTable(table)) there.push(table);
  return there;
}
