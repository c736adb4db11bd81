import { expect } from 'chai';
import { JobRunner, defaultJobLimits, type JobHandlers } from '../../../adapters/inbound/jobs/job-runner.js';
import { SharedPlaces } from '../../../adapters/inbound/jobs/shared-places.js';
import { runMigrations } from '../../../adapters/outbound/persistence/sql/migrations/runner.js';
import { sqlPersistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { InProcessTransport } from '../../../adapters/outbound/queue/in-process/in-process-transport.js';
import { newWorkPlaces } from '../../../application/payment-notices/notice-parts.js';
import { WorkNotice, type Moved, type NoticeMovers } from '../../../application/payment-notices/work-notice.js';
import { jobTopics, type JobBoard, type JobOutcome, type JobTopic } from '../../../application/ports/jobs.js';
import { newNotice } from '../../../domain/payment-notices/notice-record.js';
import { aNoticeContent } from '../../builders/payment-notices.js';
import { CountingIds, FakeVault } from '../../contract/persistence/fakes.js';
import { temporaryFile } from '../../contract/persistence/sqlite-file.js';

const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });
const realClock = { now: () => Date.now(), sleep: pause };
const record = (noticeNo: string) => newNotice(aNoticeContent(), {
  noticeNo, origin: 'pushed', devId: 'D1', merchantNo: 'M1', bizNoticeNo: noticeNo, contentDigest: undefined, platformOrderNo: undefined, step: 'to-push', now: 0,
});

/** A job runner on a SQLite file, with the notices of one province, and a callback now and then. */
async function hangingProvince() {
  const { file, remove } = temporaryFile();
  const engine = openSqlite({ file });
  await runMigrations(engine, { owner: 'suite', now: Date.now });
  const { unitOfWork, jobBoard } = sqlPersistence(engine, { vault: new FakeVault(), ids: new CountingIds(), clock: realClock, wallNow: () => performance.now() });
  let [claims, isHanging] = [0, true];
  const [seen, delays] = [new Set<string>(), new Map<string, number>()];
  const hung: (() => void)[] = [];
  const { claim } = jobBoard;
  const board: JobBoard = jobBoard;
  board.claim = async (...asked) => {
    const jobs = await claim.apply(jobBoard, asked);
    claims += jobs.length;
    return jobs;
  };
  const push = { move: async (): Promise<Moved> => {
    await (isHanging ? new Promise<void>((resolve) => { hung.push(resolve); }) : pause(20));
    return { kind: 'done' };
  } };
  const stores = { notices: { byOrder: async () => undefined, byNo: async (key: string) => record(key) }, orders: {}, refunds: {} };
  const faults: string[] = [];
  const quiet = { info: () => undefined, warn: () => undefined, alarm: () => undefined, fault: (_event: string, error: unknown) => { faults.push(String(error)); } };
  const workNotice = new WorkNotice({
    journal: quiet, unitOfWork: { read: async (work: (from: typeof stores) => unknown) => work(stores) } as never, provinces: new Map([['350400', {} as never]]), clock: realClock, workPlaces: newWorkPlaces(), movers: { push } as unknown as NoticeMovers,
  });
  const notices = new SharedPlaces(defaultJobLimits.concurrency / 2, realClock).sharing(workNotice);
  const other = async (key: string): Promise<JobOutcome> => { delays.set(key, performance.now() - Number(key)); return { kind: 'done' }; };
  const done = new Set<string>();
  const handlers = Object.fromEntries<JobHandlers[JobTopic]>(jobTopics.map((topic) => [topic, topic !== 'work-notice' ? other : async (key, settle) => {
    seen.add(key);
    const outcome = await notices.run(key, settle);
    if (outcome.kind === 'done') done.add(key);
    return outcome;
  }])) as JobHandlers;
  const runner = new JobRunner({
    board, handlers, transport: new InProcessTransport(), owner: 'w1', clock: realClock, journal: quiet, measurements: { count: () => undefined, time: () => undefined }, limits: { ...defaultJobLimits, drainMs: 10 },
  });
  const enqueue = (topic: JobTopic, keys: readonly string[]) => unitOfWork.run(async ({ outbox }) => { for (const key of keys) await outbox.enqueue({ topic, key, dueAt: Date.now(), fresh: true }); });
  return {
    seen, done, faults, start: () => { runner.start(); },
    wait: async (count: number) => { for (let from = 0; from < count; from += 1_000) await enqueue('work-notice', Array.from({ length: Math.min(1_000, count - from) }, (_, n) => `N${from + n}`)); },
    /** Claims within this time, and how long its callbacks waited. */
    during: async (ms: number) => {
      claims = 0;
      delays.clear();
      const began = performance.now();
      while (performance.now() - began < ms) {
        await enqueue('deliver-callback', [String(performance.now())]);
        await pause(200);
      }
      return { perSecond: claims / ((performance.now() - began) / 1_000), longestDelayMs: Math.max(...delays.values()), callbacks: delays.size };
    },
    recover: () => { isHanging = false; for (const end of hung.splice(0)) end(); },
    close: async () => { isHanging = false; for (const end of hung.splice(0)) end(); await runner.stop(); await engine.close(); remove(); },
  };
}

describe('jobs that wait while a province hangs', function () {
  this.timeout(120_000);
  let province: Awaited<ReturnType<typeof hangingProvince>>;
  beforeEach(async () => { province = await hangingProvince(); });
  afterEach(async () => {
    await province.close();
    expect(province.faults).to.deep.equal([]);
  });

  it('ten thousand of them look some forty times a second in each line, and keep no callback waiting', async () => {
    await province.wait(10_000);
    province.start();
    while (province.seen.size < 10_000) await pause(100);
    // What the first look at all of them sent away for its usual time.
    await pause(4_000);
    const { perSecond, longestDelayMs, callbacks } = await province.during(6_000);
    expect(callbacks).to.be.above(10);
    // Forty in each of the two lines (places of the provinces, places that all share), five callbacks, and what a busy machine was late with; without turns it was some thousands.
    expect(perSecond).to.be.below(600);
    // How late depends on what else the machine does; before, none was told at all while ten thousand waited.
    expect(longestDelayMs).to.be.below(5_000);
  });

  it('are worked off at the pace of their turns once the province answers', async () => {
    await province.wait(400);
    province.start();
    while (province.seen.size < 400) await pause(50);
    province.recover();
    const began = performance.now();
    while (province.done.size < 400 && performance.now() - began < 60_000) await pause(50);
    const tookMs = performance.now() - began;
    expect(province.done.size).to.equal(400);
    // Ten seconds of turns behind the usual wait; a busy machine sends some round again.
    expect(tookMs).to.be.below(30_000);
  });
});
