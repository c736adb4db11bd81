import { readFileSync, statSync } from 'node:fs';
import { verdictWords } from '../../application/operators/verify-audit.js';
import type { SignedHead } from '../../domain/audit/signed-head.js';
import { ConfigError } from '../config.js';
import { tokens } from '../tokens.js';
import { verifyFile } from './audit-file.js';
import { runCommand } from './backup/words.js';
import { withProduct } from './command-container.js';

const usage = [
  '用法：verify:audit [--heads <日志文件>]   核验全部审计日志：每条的完整性校验码、前后相连、末条和签名登记；--heads 同时对照别处留存的平台日志中的签名登记（事件 audit-head-signed）',
  '      verify:audit <导出文件> [--key <密钥名>] [--keystore <密钥库>]   离线核验“导出可核验文件”所得的文件，不连接数据库；--key 只认这把签名密钥（平台日志 audit-head-signed 的 keyName）；--keystore 用密钥库逐条重算校验码',
].join('\n');
const maxLogBytes = 512 * 1024 * 1024;

/** Goes through the operation log from its first entry to its head; ends with exit code 1 and the first number that does not fit (AUD-03, AUD-05). */
async function main(): Promise<readonly string[]> {
  const [option, file, ...more] = process.argv.slice(2);
  if (option !== undefined && !option.startsWith('--')) return verifyFile(option, optionsIn(process.argv.slice(3)));
  if ((option !== undefined && (option !== '--heads' || file === undefined)) || more.length > 0) throw new ConfigError(usage);
  const elsewhere = file === undefined ? [] : headsIn(file);
  const verdict = await withProduct((container) => container.get(tokens.checkAudit).run(elsewhere));
  if (!verdict.ok) throw new Error(verdictWords(verdict));
  return [verdictWords(verdict), ...file === undefined ? [] : [`另与日志文件中的 ${elsewhere.length} 条签名登记相符`]];
}

const fileOptions = ['--key', '--keystore'] as const;

function optionsIn(given: readonly string[]): Readonly<Record<string, string>> {
  const options: Record<string, string> = {};
  for (let at = 0; at < given.length; at += 2) {
    const [name = '', value] = given.slice(at, at + 2);
    if (!fileOptions.some((one) => one === name) || value === undefined || Object.hasOwn(options, name)) throw new ConfigError(usage);
    options[name] = value;
  }
  return options;
}

/** From the log of the platform, one JSON object a line; other lines are passed over. */
function headsIn(file: string): readonly SignedHead[] {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) throw new ConfigError(`没有文件 ${file}`);
  if (statSync(file).size > maxLogBytes) throw new ConfigError(`${file} 超过 512 MB，请先用 grep audit-head-signed 取出签名登记`);
  const heads = readFileSync(file, 'utf8').split('\n').filter((line) => line.includes('"audit-head-signed"')).map(headOf);
  if (heads.length === 0) throw new ConfigError(`${file} 中没有签名登记（事件 audit-head-signed）`);
  return heads;
}

function headOf(line: string): SignedHead {
  try {
    const { seq, mac, at, previousSeq, keyName, signature } = JSON.parse(line) as Record<string, unknown>;
    if (typeof seq === 'number' && typeof mac === 'string' && typeof at === 'number' && typeof previousSeq === 'number' && typeof signature === 'string') return { seq, mac, at, previousSeq, keyName: String(keyName), signature };
  } catch {
    // Falls through to the one sentence about it.
  }
  throw new ConfigError(`日志中有一条签名登记无法读取：${line.slice(0, 120)}`);
}

runCommand(main);
