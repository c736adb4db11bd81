import { expect } from 'chai';
import { dmPort, openDm } from '../../../adapters/outbound/persistence/dm/open-dm.js';
import { openOracle, oraclePort } from '../../../adapters/outbound/persistence/oracle/open-oracle.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import type { Verdict } from '../../../adapters/outbound/persistence/sql/probe/experiment.js';
import { allGroups, runExperiments, type Answers } from '../../../adapters/outbound/persistence/sql/probe/run-experiments.js';
import { seeServer, type SeenServer } from '../../../adapters/outbound/persistence/sql/start-checks.js';
import { judge } from '../../../bootstrap/cli/probe/report.js';
import { noon } from '../../builders/moments.js';
import type { PlayedAccounts } from '../../support/played-database/accounts.js';
import { FakeDmDriver } from '../../support/played-database/dm-driver.js';
import { FakeOracleDriver } from '../../support/played-database/oracle-driver.js';

interface Played { readonly driver: PlayedAccounts; readonly open: () => SqlEngine }

const players: Readonly<Record<string, () => Promise<Played>>> = {
  async DM() {
    const driver = await FakeDmDriver.start();
    const account = driver.newAccount();
    return { driver, open: () => openDm({ host: 'dm.invalid', port: dmPort, ...account }, driver) };
  },
  async Oracle() {
    const driver = await FakeOracleDriver.start();
    const account = driver.newAccount();
    return { driver, open: () => openOracle({ host: 'oracle.invalid', port: oraclePort, database: 'ORCLPDB1', schema: undefined, ...account }, driver) };
  },
};

/** The stand-ins let whole transactions queue, and have no sessions that could be ended: nothing of this can be tried on them. */
const beyondStandIns = ['事务的开始与回滚', '实际的隔离', '等锁', 'SKIP LOCKED', 'SKIP LOCKED 加限行数', '死锁', '连接断开'];

/** Longest wait on a stand-in, which either answers at once or never. */
const patienceMs = 200;

for (const [name, play] of Object.entries(players)) {
  describe(`db:probe on ${name}, played by PostgreSQL in this process`, function () {
    this.timeout(60_000);
    let [played, seen, outcome]: [Played?, SeenServer?, Answers?] = [];
    let tablesLeft: unknown;

    before(async () => {
      played = await play();
      const [engine, other] = [played.open(), played.open()];
      try {
        seen = await seeServer(engine, Date.now);
        outcome = await runExperiments(engine, other, { patienceMs });
        tablesLeft = await engine.writer('USER_TABLES').count({ n: '*' });
      } finally {
        await engine.close();
        await other.close();
      }
    });

    const topics = (verdict: Verdict): readonly string[] => outcome?.answers.filter(({ finding }) => finding.verdict === verdict).map(({ topic }) => topic) ?? [];
    const came = (topic: string): string => outcome?.answers.find((answer) => answer.topic === topic)?.finding.came ?? 'nobody asked';

    it('puts every question, finds nothing in the way, and calls unanswered what a stand-in cannot show', () => {
      expect(outcome?.answers).to.have.lengthOf(allGroups.flatMap(({ experiments }) => experiments).length);
      expect(topics('blocks')).to.deep.equal([]);
      expect(topics('unanswered')).to.deep.equal(beyondStandIns);
    });

    it('never judges a server fit on which something could not be tried', () => {
      if (!seen || !outcome) throw new Error('nothing was found out');
      const suite = { run: true, passed: 9, failed: [], pending: [], part: undefined, tookMs: 1 } as const;
      expect(seen.flaws).to.deep.equal([]);
      expect(judge({ addressText: '', at: noon, release: '', driver: '', seen, answers: outcome, suite, left: [], interrupted: false })).to.equal('open');
    });

    it('tells what differs there: nothing for an empty text, bytes for characters, tables that commit, errors that undo one statement', () => {
      expect(came('空字符串')).to.equal('变成 NULL');
      expect(came('VARCHAR 的长度单位')).to.match(/^varchar\(10\)：10 个汉字放不下/).and.match(/\(40( byte)?\)：原样存取$/);
      expect(came('超长文字')).to.contain('TOO_LONG');
      expect(came('主键冲突')).to.contain('UNIQUE');
      expect(came('事务中的建表')).to.contain('建表隐含提交');
      expect(came('事务中出错以后')).to.equal('出错后的语句：可以；提交成功；存下：1、2');
      expect(came('保存点')).to.equal('存下 1、2');
    });

    it('takes every scratch table away and leaves no connection open', () => {
      expect(outcome?.left).to.deep.equal([]);
      expect(tablesLeft).to.deep.equal([{ n: 0 }]);
      expect(played?.driver.openConnections).to.equal(0);
    });
  });
}
