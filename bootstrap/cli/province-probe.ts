import { performance } from 'node:perf_hooks';
import type { Province } from '../../application/ports/province.js';
import { ConfigError } from '../config.js';
import { runCommand } from './backup/words.js';
import { withProduct } from './command-container.js';
import { capabilityLines, queryLines } from './province-probe-words.js';

const timeoutMs = 30_000;
const usage = [
  '用法：province:probe                                列出各区划的省系统已配置的能力，不发出请求',
  '      province:probe -- query <缴款码> [非税区划]    向省系统查询一份缴款书，用于检查线路、密钥和报文；不改变任何数据',
].join('\n');

/** Tries the line to the province with the one call that changes nothing. */
async function main(): Promise<readonly string[]> {
  const [command, payCode, region, ...rest] = process.argv.slice(2);
  if (rest.length > 0 || (command !== undefined && (command !== 'query' || payCode === undefined))) throw new ConfigError(usage);
  return withProduct(async (_container, { clock, outside: { provinces } }) => {
    if (provinces.size === 0) throw new ConfigError('没有配置省系统：请在 outsideSystems 所指的文件中加入 provinces');
    if (payCode === undefined) return capabilityLines(provinces.values());
    const began = performance.now();
    const report = await provinceOf(provinces, region).queries.query({ payCode }, timeoutMs);
    if (report.kind === 'unknown') process.exitCode = 1;
    return queryLines(payCode, report, clock.now(), performance.now() - began);
  });
}

function provinceOf(provinces: ReadonlyMap<string, Province>, region: string | undefined): Province {
  const [first] = provinces.values();
  const found = region === undefined && provinces.size === 1 ? first : provinces.get(region ?? '');
  if (found === undefined) throw new ConfigError(`请指明非税区划：${[...provinces.keys()].join('、')}`);
  return found;
}

runCommand(main);
