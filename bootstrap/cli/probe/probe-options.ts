import { existsSync } from 'node:fs';
import { longTime } from '../../../domain/kernel/china-time.js';
import { ConfigError, readConfig } from '../../config.js';
import { databaseAddress, type DatabaseAddress } from '../../database-address.js';
import { databasePassword } from '../../secrets.js';

export const usage = [
  '用法：db-probe <地址> [--out <文件>] [--suite <地址>] [--suite-part <标题片段>] [--no-suite]',
  '  <地址>        mysql://账号@主机:端口/库，或 postgres://、kingbase://、dm://、oracle://、sqlite:文件；口令由 TONGJIAO_DATABASE_PASSWORD 或 databasePasswordFile 给出',
  '  --out         报告文件，默认为当前目录下带时间的文件；不覆盖已有文件',
  '  --suite       存储契约用的空库或空账号（达梦、Oracle 必须给出；其他数据库在账号不能建库时给出），口令由 TONGJIAO_SUITE_PASSWORD 给出，默认同上',
  '  --suite-part  只运行标题含此文字的契约；--no-suite 不运行契约。报告会写明',
].join('\n');

/** What the deployer asked for. */
export interface ProbeOptions {
  readonly address: DatabaseAddress;
  /** As it was given, without a password. */
  readonly addressText: string;
  readonly password: string | undefined;
  readonly out: string;
  readonly suite: SuiteWish;
}

export type SuiteWish = { readonly wanted: false } | { readonly wanted: true; readonly part: string | undefined; readonly elsewhere: { readonly address: DatabaseAddress; readonly addressText: string; readonly password: string | undefined } | undefined };

type Environment = Readonly<Record<string, string | undefined>>;
const flagsWithValue = ['--out', '--suite', '--suite-part'] as const;
type FlagWithValue = (typeof flagsWithValue)[number];

/** Reads the command line. Throws ConfigError with a sentence that repeats nothing secret. */
export function readOptions(given: readonly string[], environment: Environment, nowMs: number): ProbeOptions {
  const { words, values, noSuite } = sorted(given);
  const [text, ...more] = words;
  if (text === undefined || more.length > 0) throw new ConfigError(usage);
  const password = databasePassword(readConfig(environment), environment);
  const address = read(text, password);
  const out = values['--out'] ?? `db-probe-${address.family}-${longTime(nowMs)}.md`;
  if (existsSync(out)) throw new ConfigError('报告文件已存在，不会覆盖；请用 --out 另选一个');
  return { address, addressText: text, password, out, suite: noSuite ? { wanted: false } : suiteWish(values, address, password, environment) };
}

function sorted(given: readonly string[]): { readonly words: readonly string[]; readonly values: Partial<Record<FlagWithValue, string>>; readonly noSuite: boolean } {
  const [words, values]: [string[], Partial<Record<FlagWithValue, string>>] = [[], {}];
  let noSuite = false;
  for (let at = 0; at < given.length; at++) {
    const word = given[at] ?? '';
    const flag = flagsWithValue.find((name) => name === word);
    if (flag !== undefined) {
      const value = given[++at];
      if (value === undefined || value.startsWith('--')) throw new ConfigError(usage);
      values[flag] = value;
    } else if (word === '--no-suite') noSuite = true;
    else if (word.startsWith('--')) throw new ConfigError(usage);
    else words.push(word);
  }
  return { words, values, noSuite };
}

function suiteWish(values: Partial<Record<FlagWithValue, string>>, address: DatabaseAddress, password: string | undefined, environment: Environment): SuiteWish {
  const [text, part] = [values['--suite'], values['--suite-part']];
  if (text === undefined) return { wanted: true, part, elsewhere: undefined };
  const own = environment['TONGJIAO_SUITE_PASSWORD'] ?? password;
  const elsewhere = read(text, own);
  if (elsewhere.family !== address.family) throw new ConfigError('--suite 的地址须是同一种数据库');
  if (elsewhere.family === 'sqlite') throw new ConfigError('SQLite 的契约在临时文件上运行，不需要 --suite');
  return { wanted: true, part, elsewhere: { address: elsewhere, addressText: text, password: own } };
}

/** Everybody on this machine can read a command line. */
function read(text: string, password: string | undefined): DatabaseAddress {
  if (!text.startsWith('sqlite:') && /^[^/]*\/\/[^/]*:[^/]*@/.test(text)) throw new ConfigError('命令行中的地址不得含口令（其他用户能看到）：请用 TONGJIAO_DATABASE_PASSWORD 或 databasePasswordFile 给出');
  const address = databaseAddress(text, { user: undefined, password });
  if (address.family === 'sqlite' && (address.file === '' || address.file === ':memory:')) throw new ConfigError('sqlite: 后面请写文件名');
  return address;
}
