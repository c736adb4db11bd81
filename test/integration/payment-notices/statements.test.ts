import { expect } from 'chai';
import { NoticeLife } from './notice-life.js';
import { tokens } from '../../../bootstrap/tokens.js';

const dayMs = 86_400_000;

describe('the province\'s statement from the simulated province', function () {
  this.timeout(120_000);
  let town: NoticeLife;
  beforeEach(async () => { town = await NoticeLife.start(); });
  afterEach(async () => town.close());

  /** Confirmed notices, and their day. */
  async function confirmed(count: number): Promise<string> {
    for (let index = 0; index < count; index++) {
      const placed = await town.life.paid('alipay', town.notice());
      await town.step(placed.platformOrderNo, 'confirmed', 1_000);
    }
    return town.day();
  }
  const fetch = async (day: string): Promise<void> => { await town.life.city.platform.container.get(tokens.fetchNoticeStatement).run(`350400:${day}`); };
  const dayOf = (day: string) => town.life.city.resources.unitOfWork.read(({ notices }) => notices.statementDay('350400', day));
  const kinds = async (): Promise<readonly string[]> => (await town.life.rows('abnormal_notice')).map((row) => String(row['kind'])).toSorted();

  it('agrees with our books, is planned once from six in the morning, and kept as it came (1.1.7.2.2-e)', async () => {
    const day = await confirmed(2);
    town.life.city.advance(dayMs);
    const rounds = town.life.city.platform.container.get(tokens.statementRounds);
    rounds.start();
    const found = await town.life.city.until('the statement is compared', async () => {
      const one = await dayOf(day);
      if (one?.state !== 'compared') { town.life.city.advance(3_600_000); return undefined; }
      return one;
    }, 60_000);
    await rounds.stop();
    expect([found.agreed, found.differing, found.lineCount, found.total, await kinds()]).to.deep.equal([2, 0, 2, 16_000n, []]);
    const bytes: Uint8Array[] = [];
    const { keptFiles } = tokens;
    for await (const chunk of town.life.city.platform.container.get(keptFiles).read(found.fileNo ?? '')) bytes.push(chunk);
    expect(Buffer.concat(bytes).toString('utf8')).to.match(new RegExp(`^#${day}\\|160\\.00\\|2\\n`));
  });

  it('shows a line too many and a line too few as abnormal notices', async () => {
    const day = await confirmed(2);
    await town.fault('statement', 'missing-line');
    await fetch(day);
    expect([await kinds(), (await dayOf(day))?.differing]).to.deep.equal([['only-here'], 1]);
    await town.fault('statement', 'extra-line');
    await fetch(day);
    expect(await kinds()).to.deep.equal(['only-at-province', 'only-here']);
    expect((await town.life.rows('abnormal_notice', { kind: 'only-here' })).map((row) => row['handle_state'])).to.deep.equal(['handled']);
  });

  it('books nothing of a file whose sum, digest or lines are wrong, and asks again', async () => {
    const day = await confirmed(1);
    for (const [fault, state, word] of [['wrong-sum', 'damaged', /金额与文件头不符/], ['wrong-digest', 'damaged', /./], ['not-ready', 'damaged', /尚未生成/], ['bad-signature', 'damaged', /签名/]] as const) {
      await town.fault('statement', fault);
      await fetch(day);
      const found = await dayOf(day);
      expect([found?.comparedAt, fault === 'wrong-sum' ? found?.state : state]).to.deep.equal([undefined, state]);
      expect(found?.lastWord, fault).to.match(word);
    }
    await fetch(day);
    expect([(await dayOf(day))?.state, await kinds()]).to.deep.equal(['compared', []]);
  });

  it('of a row that cannot be read says so and goes on', async () => {
    const day = await confirmed(2);
    await town.fault('statement', 'garbled-line');
    await fetch(day);
    const found = await dayOf(day);
    expect([found?.state, found?.agreed, found?.differing, found?.lastWord.includes('1 行无法识别')]).to.deep.equal(['compared', 1, 2, true]);
    expect(await kinds()).to.deep.equal(['only-here']);
  });
});

describe('a province that is down for ten minutes', function () {
  this.timeout(120_000);
  let town: NoticeLife;
  before(async () => { town = await NoticeLife.start(); });
  after(async () => town.close());

  it('delays no payment and no callback, and everything is caught up afterwards', async () => {
    const placed = [];
    for (let index = 0; index < 3; index++) placed.push(await town.life.place(town.notice()));
    await town.life.quiet();
    for (const call of ['issue', 'query', 'confirm', 'void']) await town.fault(call, 'garbage', { times: 1_000 });
    const later = await town.life.place(town.notice());
    for (const one of [...placed, later]) {
      const began = performance.now();
      const attemptNo = await town.life.open(one, 'alipay');
      await town.life.pay('alipay', attemptNo);
      await town.life.state(one, '2');
      expect(performance.now() - began).to.be.below(5_000);
      expect((await town.life.toldPayments(one.path)).map(({ orderState }) => orderState)).to.deep.equal(['2']);
    }
    for (let minute = 0; minute < 10; minute++) await town.life.step(60_000);
    expect((await Promise.all(placed.map((one) => town.kept(one.platformOrderNo)))).map(({ step }) => step)).to.deep.equal(['confirm-pending', 'confirm-pending', 'confirm-pending']);
    expect((await town.kept(later.platformOrderNo)).step).to.equal('to-issue');
    await town.province('DELETE', 'faults');
    for (const one of [...placed, later]) {
      const record = await town.step(one.platformOrderNo, 'confirmed', 60_000);
      expect((await town.slip(record.payCode)).serialNo).to.equal(one.platformOrderNo);
    }
    expect((await town.slips()).length).to.equal(4);
  });
});
