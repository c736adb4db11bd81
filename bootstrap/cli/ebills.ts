import type { Container } from 'inversify';
import { checkKeyOf } from '../../application/e-bills/check-e-bills.js';
import { billSystems } from '../../application/e-bills/bill-regions.js';
import type { TakenBack } from '../../domain/e-bills/after-refund.js';
import { readYuan } from '../../domain/kernel/money.js';
import { ConfigError } from '../config.js';
import { tokens } from '../tokens.js';
import { dayNamed, runCommand } from './backup/words.js';
import { withProduct } from './command-container.js';
import { billLines, checkLines, reissueWords, sayWords } from './e-bill-words.js';

const by = { kind: 'operator', code: 'ebills-command', address: undefined } as const;
const usage = [
  '用法：ebills --show <平台订单号>                          订单的电子票据',
  '      ebills --reissue <平台订单号>                       补开：先向票据系统询问是否已有，没有才开具',
  '      ebills --say-items <平台订单号> [项目编码=金额 …]   部分退款后指明各项目累计退了多少元；票据所列项目都没退时不写项目',
  '      ebills --check <日期>                               立即与票据系统核对一天的票据（日期为 yyyyMMdd）',
].join('\n');

/** The e-bill commands of operators until the console has them (1.1.5.3). May be used while the platform runs. */
async function main(): Promise<readonly string[]> {
  const [command, ...given] = process.argv.slice(2);
  if (command === undefined) throw new ConfigError(usage);
  return withProduct((container) => done(container, command, given));
}

async function done(container: Container, command: string, [first, ...rest]: readonly string[]): Promise<readonly string[]> {
  if (first === undefined || (command !== '--say-items' && rest.length > 0)) throw new ConfigError(usage);
  switch (command) {
    case '--show': return billLines(await container.get(tokens.unitOfWork).read(({ eBills }) => eBills.ofOrder(first)));
    case '--reissue': {
      const pressed = await container.get(tokens.reissue).run(first, by);
      if (!pressed.ok) throw new ConfigError(reissueWords[pressed.refusal]);
      return billLines([pressed.value]);
    }
    case '--say-items': {
      const said = await container.get(tokens.sayItems).run(first, rest.map(takenBackOf), by);
      if (!said.ok) throw new ConfigError(sayWords[said.refusal]);
      return ['已记录，由运行中的平台进程按剩余项目开具'];
    }
    case '--check': return check(container, first);
    default: throw new ConfigError(usage);
  }
}

function takenBackOf(word: string): TakenBack {
  const at = word.lastIndexOf('=');
  const amount = readYuan(word.slice(at + 1));
  if (at < 1 || !amount.ok) throw new ConfigError('项目写作 项目编码=金额（元），例如 103043211=10.00');
  return { itemCode: word.slice(0, at), amount: amount.value };
}

async function check(container: Container, named: string): Promise<readonly string[]> {
  const day = dayNamed(named);
  const systems = billSystems(container.get(tokens.billIssuers));
  if (systems.length === 0) throw new ConfigError('没有接入电子票据系统');
  const lines: string[] = [];
  for (const [eBillRegionCode] of systems) {
    const [checkEBills, clock] = [container.get(tokens.checkEBills), container.get(tokens.clock)];
    // Stretch by stretch, as the job does; a bill system that says nothing is left to the job.
    for (let outcome = await checkEBills.run(checkKeyOf(eBillRegionCode, day)); outcome.kind === 'again' && outcome.dueAt <= clock.now();) {
      outcome = await checkEBills.run(checkKeyOf(eBillRegionCode, day));
    }
    const found = await container.get(tokens.unitOfWork).read(({ eBills }) => eBills.dayCheck(eBillRegionCode, day));
    if (found) lines.push(...checkLines(found));
  }
  return lines;
}

runCommand(main);
