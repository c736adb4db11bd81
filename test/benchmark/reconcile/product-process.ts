import { createReadStream, readFileSync } from 'node:fs';
import { AlipayBills } from '../../../adapters/outbound/channels/alipay/bills/alipay-bills.js';
import { runningSm3 } from '../../../adapters/outbound/crypto/digests.js';
import type { MoneyNews } from '../../../application/ports/money-news.js';
import { billKey } from '../../../application/reconciliation/bill-key.js';
import { BookPage } from '../../../application/reconciliation/book-page.js';
import { EndRun } from '../../../application/reconciliation/end-run.js';
import { FindMissing } from '../../../application/reconciliation/find-missing.js';
import { ReceiveBill } from '../../../application/reconciliation/receive-bill.js';
import { StartRun } from '../../../application/reconciliation/start-run.js';
import { TellNews } from '../../../application/reconciliation/tell-news.js';
import { WorkRun } from '../../../application/reconciliation/work-run.js';
import { databaseAddress } from '../../../bootstrap/database-address.js';
import { openEngine } from '../../../bootstrap/open-engine.js';
import { defaultWaiting } from '../../../domain/reconciliation/waiting.js';
import { RecordingJournal } from '../../unit/application/recording-journal.js';
import { storeOn } from '../volume/store.js';
import { account, day } from './made-day.js';
import { StatementTimes, type StatementCost } from './statement-times.js';

/** Of one part of the work: wall time, CPU of this process, statements. */
export interface Part { readonly seconds: number; readonly cpuSeconds: number; readonly statements: readonly StatementCost[] }
export interface ProductFigures {
  readonly receive: Part; readonly run: Part; readonly stretches: number; readonly peakMb: number;
  readonly startMb: number; readonly matched: number; readonly state: string; readonly remark: string;
}

const stretchMs = 30_000;
const noCall = (): Promise<never> => Promise.reject(new Error('nobody is called in this run'));
const bills = new AlipayBills({
  signer: { sign: noCall, publicKeyPem: noCall }, verifier: { verify: noCall }, clock: { now: () => 0 }, http: { send: noCall, download: noCall },
});
const news: MoneyNews = { payment: noCall, refund: noCall };

/** Highest resident memory of this program so far, in 10^6 bytes; what a parent used before it is not counted. */
const memoryMb = (field: 'VmHWM' | 'VmRSS'): number => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024 / 1e6;

async function main(address: string, billFile: string): Promise<ProductFigures> {
  const engine = openEngine(databaseAddress(address, { user: undefined, password: undefined }));
  try {
    const { store, ids, clock } = storeOn(engine);
    const { unitOfWork, directory, directoryEditor } = store;
    const files = store.keptFiles(runningSm3);
    const of = { unitOfWork, files, bills: { alipay: bills, unionpay: bills }, ids, clock, directory, journal: new RecordingJournal() };
    const work = new WorkRun({
      ...of, bookPage: new BookPage({ ...of, news: new TellNews({ ...of, news }) }), findMissing: new FindMissing({ ...of, waiting: defaultWaiting }), end: new EndRun(of),
      elapsedMs: () => performance.now(), stretchMs,
    });
    await directoryEditor.saveChannelMerchant(account, { kind: 'system', code: 'benchmark', address: undefined });
    const startMb = memoryMb('VmRSS');
    const times = new StatementTimes();
    const receive = await timed(times, async () => {
      const received = await new ReceiveBill(of).run({ account, clearingDay: day, origin: 'download', fileName: 'bill.zip', bytes: createReadStream(billFile), by: 'system' });
      if (!received.ok) throw new Error(`the bill was refused: ${received.refusal.why} ${received.refusal.detail}`);
    });
    let stretches = 0;
    const run = await timed(times, async () => {
      const started = await new StartRun(of).run(account, day, 'system');
      if (!started.ok) throw new Error(`no run: ${started.refusal.code}`);
      for (let isOver = false; !isOver; stretches++) isOver = (await work.run(billKey({ channelMerchantId: account.channelMerchantId, clearingDay: day }))).kind === 'done';
    });
    const [ended] = await unitOfWork.read(({ reconciliation }) => reconciliation.runsOf(account.channelMerchantId, day, 1));
    if (!ended) throw new Error('the run is gone');
    return { receive, run, stretches, peakMb: memoryMb('VmHWM'), startMb, matched: ended.figures.matched.count, state: ended.state, remark: ended.remark };
  } finally {
    await engine.close();
  }
}

async function timed(times: StatementTimes, work: () => Promise<void>): Promise<Part> {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const used = process.cpuUsage(cpu);
  return { seconds: (performance.now() - began) / 1000, cpuSeconds: (used.user + used.system) / 1e6, statements: times.taken() };
}

const [address = '', billFile = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await main(address, billFile)));
