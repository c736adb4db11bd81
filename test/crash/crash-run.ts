import { rmSync } from 'node:fs';
import { Agent } from 'undici';
import { fetchingBy } from '../support/fetching.js';
import { auditVerdict } from './audit-verdict.js';
import { calm } from './calm.js';
import { CallbackEar } from './callback-ear.js';
import { Chance } from './chance.js';
import { idleMembers } from './every-member.js';
import { gatherFacts, type Facts } from './facts.js';
import { paymentComplaints, refundComplaints, sumComplaints } from './money-rules.js';
import { callbackComplaints, isUndecided, orderComplaints } from './order-rules.js';
import { tradeComplaints } from './trade-rules.js';
import { OutsideProcess } from './outside-process.js';
import { PlatformProcess } from './platform-process.js';
import { findPremises, type Foundations, type Premises } from './premises.js';
import { StoreView } from './store-view.js';
import { deck, hasAllMoney } from './scenes.js';
import { killAtRandom, load } from './storm.js';
import { Till } from './till.js';
import { Trouble } from './trouble.js';
import { Wallet } from './wallet.js';

export interface CrashReport {
  /** Everything that should not be; empty when all was well. */
  readonly complaints: readonly string[];
  readonly tally: Readonly<Record<string, number>>;
  readonly dataFolder: string;
}

/** What a run stands on instead of one process and its SQLite file, and what goes wrong there. */
export interface Ground { readonly foundations: Foundations; readonly wreck: typeof killAtRandom }

/** One whole run: storm, calm, and the comparison of all books. The folder stays when something is wrong. */
export async function crashRun(seed: number, kills: number, ground?: Ground): Promise<CrashReport> {
  const began = performance.now();
  const chance = new Chance(seed);
  const premises = await findPremises(ground?.foundations);
  const [outside, platform] = [new OutsideProcess(premises), new PlatformProcess(premises)];
  /** What must end however the run ends, else the test process would live on. */
  const endings: (() => Promise<unknown> | void)[] = [];
  try {
    await outside.start();
    platform.start();
    await platform.ready();
    const store = new StoreView(premises.databaseAddress);
    const till = new Till(premises.credentialsFile, outside);
    const ear = new CallbackEar(till.clients, chance.part('ear'));
    await ear.listen(premises.businessPort);
    endings.push(() => ear.close(), () => store.close());
    const trouble = new Trouble(premises, outside, chance.part('trouble'));
    endings.push(() => trouble.end());
    await trouble.begin();
    const killing = (ground?.wreck ?? killAtRandom)(platform, kills, chance.part('killer'));
    const faults = await load({ till, wallet: new Wallet(premises), outside, store }, killing, chance.part('scenes'), { deck, isEnough: hasAllMoney });
    await killing;
    await trouble.end();
    ear.calmDown();
    const stormSeconds = seconds(began);
    const calmSteps = await calm(outside, store);
    const facts = await gatherFacts(premises, store, till, ear);
    const unfound = await findAgain(till);
    const idle = ground === undefined ? [] : await everyMember(ground.foundations, premises, platform, outside);
    const ending = await platform.stop();
    const chain = await auditVerdict(premises, outside);
    const commitsUnknown = platform.faultsOf('CommitUnknown');
    const complaints = [
      ...faults, ...platform.ownEnds.map((end) => `the platform fell over: ${end}`), ...platform.uncaught().map((error) => `a process was ended by an error: ${error}`), ...ear.doubtful, ...till.oddities, ...unfound, ...idle,
      ...paymentComplaints(facts), ...refundComplaints(facts), ...sumComplaints(facts), ...tradeComplaints(facts), ...orderComplaints(facts), ...callbackComplaints(facts),
      ...(ending === 'exit 0' ? [] : [`the platform ended with ${ending}`]), ...chain.complaints,
    ];
    if (complaints.length === 0) rmSync(premises.dataFolder, { recursive: true, force: true });
    return {
      complaints, dataFolder: premises.dataFolder,
      tally: { ...tallyOf(facts), kills: platform.kills, faults: trouble.faults, repeats: till.repeats, callbackPosts: ear.posts, auditRows: chain.rows, commitsUnknown, stormSeconds, calmSteps, seconds: seconds(began) },
    };
  } finally {
    for (const end of endings.reverse()) await end();
    if (platform.isAlive) await platform.kill();
    outside.stop();
  }
}

const seconds = (began: number): number => Math.round((performance.now() - began) / 1_000);

/** After all faults each process serves, on connections of its own. */
async function everyMember({ workers }: Foundations, premises: Premises, platform: PlatformProcess, outside: OutsideProcess): Promise<readonly string[]> {
  const agent = new Agent({ pipelining: 0 });
  try {
    const till = new Till(premises.credentialsFile, outside, { series: 'E', fetching: fetchingBy(agent) });
    return [...await idleMembers(platform, till, workers), ...till.oddities];
  } finally {
    await agent.close();
  }
}

/** Every number that was ever told is found again through the gateway. */
async function findAgain(till: Till): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const order of till.orders.values()) {
    for (const platformOrderNo of order.told) if (await till.stateOf(order, platformOrderNo) === undefined) complaints.push(`order ${order.bizOrderNo} = ${platformOrderNo} is not found`);
  }
  return complaints;
}

function tallyOf({ orders, attempts, refunds, books, heard }: Facts): Readonly<Record<string, number>> {
  const tally: Record<string, number> = { orders: orders.length, attempts: attempts.length, refunds: refunds.length, heard: heard.length };
  const count = (name: string): void => { tally[name] = (tally[name] ?? 0) + 1; };
  for (const order of orders) count(`order-${order.state}`);
  for (const attempt of attempts) count(`attempt-${attempt.state}`);
  for (const refund of refunds) count(`refund-${refund.state}`);
  // Left to the channel's bill: its payer never decided, or it never heard of them.
  for (const attempt of attempts) if (attempt.state === 'open') count(isUndecided(attempt, books) ? `open-at-${attempt.channel}` : `unknown-to-${attempt.channel}`);
  return tally;
}
