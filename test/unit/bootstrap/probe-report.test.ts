import { expect } from 'chai';
import { attention, blocks, copes, unanswered, type Finding } from '../../../adapters/outbound/persistence/sql/probe/experiment.js';
import { allGroups } from '../../../adapters/outbound/persistence/sql/probe/run-experiments.js';
import { judge, reportText, type Probed } from '../../../bootstrap/cli/probe/report.js';
import { noon } from '../../builders/moments.js';

const [group] = allGroups;
const answered = (finding: Finding) => ({ answers: [{ group: group?.title ?? '', topic: '等锁', asks: '甲|乙', finding }], left: [] });
const fit: Probed = {
  addressText: 'mysql://app@db/x', at: noon, release: '0.1.0', driver: 'mysql2 1', seen: { facts: { banner: 'MariaDB', nowMs: noon, settings: { a: 'b' }, flaws: [] }, skewMs: 0, flaws: [] },
  answers: answered(copes('好', '无')), suite: { run: true, passed: 9, failed: [], pending: [], part: undefined, tookMs: 1000 }, left: [], interrupted: false,
};
const flaw = 'the database has the character set latin1: ALTER DATABASE x CHARACTER SET utf8mb4';

describe('the report of db:probe', () => {
  it('calls fit what nothing speaks against, also where a DBA should look at something', () => {
    expect(judge(fit)).to.equal('fit');
    expect(judge({ ...fit, answers: answered(attention('怪', '看')) })).to.equal('fit');
    expect(judge({ ...fit, suite: { run: false, why: '按 --no-suite 没有运行', byWish: true } })).to.equal('fit');
  });

  const unfit: Readonly<Record<string, Partial<Probed>>> = {
    'a start would refuse it': { seen: { ...fit.seen, flaws: [flaw] } }, 'an experiment came out wrong': { answers: answered(blocks('坏', '不行')) },
    'a contract failed': { suite: { run: true, passed: 9, failed: [{ title: 'x', said: 'y' }], pending: [], part: undefined, tookMs: 1 } },
  };
  for (const [why, change] of Object.entries(unfit)) it(`calls unfit what ${why}`, () => { expect(judge({ ...fit, ...change })).to.equal('unfit'); });

  const open: Readonly<Record<string, Partial<Probed>>> = {
    'an experiment broke off': { answers: answered(unanswered('断', '没有做完')) }, 'the contracts could not be run': { suite: { run: false, why: '没有安装开发依赖', byWish: false } },
    'it was interrupted': { interrupted: true }, 'something stayed behind': { left: ['试验表 tjprobe_1'] },
  };
  for (const [why, change] of Object.entries(open)) it(`leaves open what is not certain because ${why}`, () => { expect(judge({ ...fit, ...change })).to.equal('open'); });

  it('says in Chinese what to change, and keeps its tables whole', () => {
    const text = reportText({ ...fit, seen: { ...fit.seen, flaws: [flaw], skewMs: -1500 }, answers: answered(blocks('第一行\n第二行', '不行')) });
    expect(text).to.include('## 结论：不可使用').and.include('库的字符集是 latin1：请执行 ALTER DATABASE … CHARACTER SET utf8mb4').and.include('比本机慢 1500 毫秒');
    expect(text).to.include('| 等锁 | 甲\\|乙 | 第一行 第二行 | **阻碍** | 不行 |');
  });
});
