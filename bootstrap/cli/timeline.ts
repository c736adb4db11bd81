import { subjectNames, type Timeline, type TimelineEntry } from '../../domain/timeline/timeline.js';
import { ConfigError } from '../config.js';
import { tokens } from '../tokens.js';
import { runCommand, timeOf, yuanOf } from './backup/words.js';
import { withProduct } from './command-container.js';

const marks: Readonly<Record<TimelineEntry['tone'], string>> = { done: '✓', waiting: '…', problem: '!' };

/** Where the money of an order is, for the service desk until the console has it. */
async function main(): Promise<readonly string[]> {
  const [platformOrderNo, ...more] = process.argv.slice(2);
  if (platformOrderNo === undefined || more.length > 0) throw new ConfigError('用法：timeline <支付订单号>   这笔钱走到了哪一步，下一步何时自动进行');
  const timeline = await withProduct((container) => container.get(tokens.showTimeline).run(platformOrderNo));
  if (!timeline) throw new ConfigError(`没有订单 ${platformOrderNo}`);
  return timelineLines(timeline);
}

export function timelineLines({ entries, next }: Timeline): readonly string[] {
  const told = entries.map(({ at, subject, text, amount, tone, detail }) =>
    `${timeOf(at)}  ${marks[tone]} ${subjectNames[subject]}  ${text}${amount === undefined ? '' : `  ${yuanOf(amount)}`}${detail === undefined ? '' : `  （${detail}）`}`);
  const coming = next.map(({ at, subject, text }) => `${timeOf(at)}    ${subjectNames[subject]}  ${text}`);
  return [...told, ...(coming.length === 0 ? ['没有等待自动进行的步骤'] : ['接下来自动进行：', ...coming])];
}

runCommand(main);
