import { rmSync } from 'node:fs';
import { auditVerdict } from '../audit-verdict.js';
import { CallbackEar } from '../callback-ear.js';
import { calm } from '../calm.js';
import { Chance } from '../chance.js';
import { paymentComplaints, refundComplaints, sumComplaints } from '../money-rules.js';
import { callbackComplaints, orderComplaints } from '../order-rules.js';
import { OutsideProcess } from '../outside-process.js';
import { PlatformProcess } from '../platform-process.js';
import { StoreView } from '../store-view.js';
import { killAtRandom, load } from '../storm.js';
import { Till } from '../till.js';
import { tradeComplaints } from '../trade-rules.js';
import { Trouble } from '../trouble.js';
import { Wallet } from '../wallet.js';
import type { CrashReport, Ground } from '../crash-run.js';
import { cityRules } from './all-rules.js';
import { cityCalm } from './city-calm.js';
import { gatherCityFacts, type CityFacts } from './city-facts.js';
import { findCityPremises, prepareCity } from './city-premises.js';
import { cityDeck, isEnough, type CityStage } from './city-scenes.js';
import { CityTrouble } from './city-trouble.js';
import { People } from './people.js';
import { plantWhatStays } from './planted.js';

/** Payers and clerks at work at the same time, and scenes for each kill: the simulators keep a bounded number of records. */
const hands = 12;
const scenesPerKill = 24;

/** One whole run with every system of the city: storm, calm, what is planted to stay, and the comparison of all books. */
export async function cityRun(seed: number, kills: number, ground?: Ground): Promise<CrashReport> {
  const began = performance.now();
  const chance = new Chance(seed);
  const premises = await findCityPremises(ground?.foundations);
  const [outside, platform, people] = [new OutsideProcess(premises), new PlatformProcess(premises), new People()];
  const killedAt: number[] = [];
  platform.onKill(() => { killedAt.push(outside.now()); });
  /** What must end however the run ends. */
  const endings: (() => Promise<unknown> | void)[] = [];
  try {
    await outside.start();
    await prepareCity(premises, outside.now());
    platform.start();
    await platform.ready();
    const store = new StoreView(premises.databaseAddress);
    const till = new Till(premises.credentialsFile, outside);
    const ear = new CallbackEar(till.clients, chance.part('ear'));
    await ear.listen(premises.businessPort);
    endings.push(() => ear.close(), () => store.close());
    const stage: CityStage = { till, wallet: new Wallet(premises), outside, store, premises, people };
    const [channels, city] = [new Trouble(premises, outside, chance.part('trouble')), new CityTrouble(premises, chance.part('city'))];
    const endTroubles = async (): Promise<void> => { await Promise.all([channels.end(), city.end()]); };
    endings.push(endTroubles);
    await channels.begin();
    city.begin();
    const killing = (ground?.wreck ?? killAtRandom)(platform, kills, chance.part('killer'));
    let killingSeconds = 0;
    killing.then(() => { killingSeconds = seconds(began); }, () => undefined);
    const faults = await load(stage, killing, chance.part('scenes'), { deck: cityDeck, hands, isEnough, most: scenesPerKill * kills });
    await killing;
    await endTroubles();
    ear.calmDown();
    const stormSeconds = seconds(began);
    const steps = await calm(outside, store);
    await plantWhatStays(stage, chance.part('planted'));
    const calmSteps = steps + await cityCalm({ premises, outside, store, people });
    const facts = await gatherCityFacts({ premises, store, till, ear, outside, people, kills: killedAt, areServersBroken: ground !== undefined });
    const ending = await platform.stop();
    const chain = await auditVerdict(premises, outside);
    const { money } = facts;
    const complaints = [
      ...faults, ...platform.ownEnds.map((end) => `the platform fell over: ${end}`), ...platform.uncaught().map((error) => `a process was ended by an error: ${error}`), ...ear.doubtful, ...till.oddities,
      ...paymentComplaints(money), ...refundComplaints(money), ...sumComplaints(money), ...tradeComplaints(money), ...orderComplaints(money), ...callbackComplaints(money),
      ...cityRules.flatMap((rule) => rule(facts)), ...(ending === 'exit 0' ? [] : [`the platform ended with ${ending}`]), ...chain.complaints,
    ];
    if (complaints.length === 0) rmSync(premises.dataFolder, { recursive: true, force: true });
    return {
      complaints, dataFolder: premises.dataFolder,
      tally: { ...tallyOf(facts), kills: platform.kills, channelFaults: channels.faults, cityFaults: city.faults, repeats: till.repeats, auditRows: chain.rows, killingSeconds, stormSeconds, calmSteps, seconds: seconds(began) },
    };
  } finally {
    for (const end of endings.reverse()) await end();
    if (platform.isAlive) await platform.kill();
    outside.stop();
  }
}

const seconds = (began: number): number => Math.round((performance.now() - began) / 1_000);

function tallyOf({ orders, notices, bills, texts, appBills, shared, money, paidElsewhere, alarms }: CityFacts): Readonly<Record<string, number>> {
  const tally: Record<string, number> = { orders: orders.length, appBills: appBills.length, shared: shared.length, paidElsewhere: paidElsewhere.size, alarms: alarms.length };
  const count = (name: string): void => { tally[name] = (tally[name] ?? 0) + 1; };
  for (const { state } of orders) count(`order-${state}`);
  for (const { step } of notices) count(`notice-${step}`);
  for (const { state } of bills) count(`e-bill-${state}`);
  for (const { state } of texts) count(`text-${state}`);
  for (const { state } of money.refunds) count(`refund-${state}`);
  return tally;
}
