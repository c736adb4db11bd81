import { AsyncRequestTrail } from '../../adapters/outbound/system/async-request-trail.js';
import { PinoJournal } from '../../adapters/outbound/system/pino-journal.js';
import { WallClock } from '../../adapters/outbound/system/wall-clock.js';
import { ArchiveOldOrders } from '../../application/archive/archive-old-orders.js';
import { ConfigError, readConfig } from '../config.js';
import { openResources } from '../resources.js';
import { runCommand } from './backup/words.js';

const usage = '用法：archive --dry-run   只统计可以归档的订单，不改动任何数据\n      archive --once      立即归档一轮（平台运行时也可执行）';
const tellEveryPages = 50;

interface Sum { readonly moved: number; readonly stayed: number }

/** Archives old orders now instead of at night, or tells how many would go. May be used while the platform runs. */
async function main(): Promise<readonly string[]> {
  const [command, ...more] = process.argv.slice(2);
  if ((command !== '--dry-run' && command !== '--once') || more.length > 0) throw new ConfigError(usage);
  const config = readConfig(process.env);
  if (config.archiveAfterDays === 0) throw new ConfigError('archiveAfterDays 为 0：已关闭归档');
  const clock = new WallClock();
  const resources = await openResources(config, clock, { journal: new PinoJournal('warn'), trail: new AsyncRequestTrail() }, process.env, 'command');
  const archive = new ArchiveOldOrders({ ...resources, afterDays: config.archiveAfterDays });
  try {
    if (command === '--dry-run') return shown('可以归档', await all((after) => archive.wouldMove(after)), config.archiveAfterDays);
    return shown('已归档', await once(archive), config.archiveAfterDays);
  } finally {
    await resources.close();
  }
}

async function once(archive: ArchiveOldOrders): Promise<Sum> {
  const owner = `archive-command-${process.pid}`;
  try {
    return await all(async (after) => {
      for (;;) {
        const page = await archive.page(owner, after);
        if (page.kind === 'page') return page;
        if (page.kind === 'not-our-turn') throw new ConfigError('另一个进程正在归档，请稍后再试');
        tell(`首次归档：等待 ${Math.ceil(page.waitMs / 1000)} 秒，使所有进程得知`);
        await new Promise((resolve) => { setTimeout(resolve, page.waitMs); });
      }
    });
  } finally {
    await archive.endTurn(owner);
  }
}

async function all(page: (after: string | undefined) => Promise<Sum & { readonly next: string | undefined }>): Promise<Sum> {
  const sum = { moved: 0, stayed: 0 };
  let after: string | undefined;
  for (let pages = 1; ; pages++) {
    const { moved, stayed, next } = await page(after);
    sum.moved += moved;
    sum.stayed += stayed;
    if (next === undefined) return sum;
    after = next;
    if (pages % tellEveryPages === 0) tell(`已处理 ${sum.moved + sum.stayed} 笔`);
  }
}

const tell = (line: string): void => { process.stderr.write(`${line}\n`); };

const shown = (what: string, { moved, stayed }: Sum, days: number): readonly string[] =>
  [`${what}订单 ${moved} 笔（${days} 天前结束且此后再无变动）`, `早于该日期但仍有未了事项、暂不归档：${stayed} 笔`];

runCommand(main);
