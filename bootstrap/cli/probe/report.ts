import { allGroups, type Answers } from '../../../adapters/outbound/persistence/sql/probe/run-experiments.js';
import type { Verdict } from '../../../adapters/outbound/persistence/sql/probe/experiment.js';
import type { SeenServer } from '../../../adapters/outbound/persistence/sql/start-checks.js';
import { dashedTime } from '../../../domain/kernel/china-time.js';
import { inChinese } from './flaw-words.js';
import type { SuiteOutcome } from './run-suite.js';

/** Everything that a probe found out. */
export interface Probed {
  readonly addressText: string;
  readonly at: number;
  readonly release: string;
  readonly driver: string;
  readonly seen: SeenServer;
  readonly answers: Answers;
  readonly suite: SuiteOutcome;
  /** What could not be taken away again, in Chinese. */
  readonly left: readonly string[];
  readonly interrupted: boolean;
}

export type Judgement = 'fit' | 'unfit' | 'open';
export const judgementWords: Readonly<Record<Judgement, string>> = { fit: '可以使用', unfit: '不可使用', open: '尚不能下结论' };

/** What stands in the way, and what nobody could answer. */
export function obstacles({ seen, answers, suite, left, interrupted }: Probed): { readonly blocking: readonly string[]; readonly open: readonly string[]; readonly attention: readonly string[] } {
  const of = (verdict: Verdict): readonly string[] => answers.answers.filter(({ finding }) => finding.verdict === verdict).map(({ topic, finding }) => `${topic}：${finding.came}。${finding.because}`);
  const failed = suite.run ? suite.failed.map(({ title }) => `契约未通过：${title}`) : [];
  return {
    blocking: [...seen.flaws.map(inChinese), ...of('blocks'), ...failed],
    open: [
      ...of('unanswered'), ...interrupted ? ['检查被中断，后面的实验没有做'] : [], ...suite.run || suite.byWish ? [] : [`存储契约没有运行：${suite.why}`],
      ...left.map((name) => `没能清除：${name}`),
    ],
    attention: of('attention'),
  };
}

export function judge(probed: Probed): Judgement {
  const { blocking, open } = obstacles(probed);
  return blocking.length > 0 ? 'unfit' : open.length > 0 ? 'open' : 'fit';
}

const verdictWords: Readonly<Record<Verdict, string>> = { copes: '符合', attention: '须留意', blocks: '**阻碍**', unanswered: '**没有答案**', 'not-applicable': '不适用' };

/** The report that is handed in, in Markdown. */
export function reportText(probed: Probed): string {
  const { addressText, at, release, driver, seen, answers } = probed;
  const { blocking, open, attention } = obstacles(probed);
  return [
    '# 数据库检查报告', '',
    table(['项目', '内容'], [
      ['检查时间', dashedTime(at)], ['产品版本', release], ['地址', addressText], ['服务器', seen.facts.banner], ['驱动', driver],
      ['时钟', seen.facts.nowMs === undefined ? '服务器没有自己的时钟' : seen.skewMs === 0 ? '与本机一致' : `比本机${seen.skewMs > 0 ? '快' : '慢'} ${Math.abs(seen.skewMs)} 毫秒`],
      ...Object.entries(seen.facts.settings).map(([name, value]) => [`设置 ${name}`, value]),
    ]), '',
    `## 结论：${judgementWords[judge(probed)]}`, '',
    ...listed('阻碍使用', blocking), ...listed('没有答案', open), ...listed('须留意，但不妨碍使用', attention),
    '## 1. 启动时的检查', '', seen.flaws.length === 0 ? '平台启动时不会拒绝这个数据库。' : seen.flaws.map((flaw) => `- ${inChinese(flaw)}`).join('\n'), '',
    '## 2. 实验', '', '每一项都在本次自建的试验表上做过，不是按文档推断。', '',
    ...allGroups.flatMap(({ title }) => [
      `### ${title}`, '',
      table(['问题', '做法', '结果', '判定', '含义'], answers.answers.filter(({ group }) => group === title).map(({ topic, asks, finding }) => [topic, asks, finding.came, verdictWords[finding.verdict], finding.because])), '',
    ]),
    '## 3. 存储契约', '', ...suiteLines(probed.suite),
  ].join('\n');
}

function suiteLines(suite: SuiteOutcome): readonly string[] {
  if (!suite.run) return [`没有运行：${suite.why}`, ''];
  return [
    `在专用的空库中运行了平台存储层的全部契约测试${suite.part === undefined ? '' : `中标题含“${suite.part}”的部分`}：通过 ${suite.passed} 项，失败 ${suite.failed.length} 项，跳过 ${suite.pending.length} 项，用时 ${Math.round(suite.tookMs / 1000)} 秒。`, '',
    ...suite.failed.length === 0 ? [] : [table(['未通过', '提示'], suite.failed.map(({ title, said }) => [title, said])), ''],
  ];
}

const listed = (title: string, lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : [`**${title}**`, '', ...lines.map((line) => `- ${line}`), '']);

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s*[\r\n]+\s*/g, ' ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
