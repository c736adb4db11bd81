import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../config.js';
import { DemoCity, type DeskOrder } from './demo/demo-city.js';
import { BillDesk } from './demo/bill-desk.js';
import { nextMorning, payFor } from './demo/next-morning.js';
import { paperScenes } from './demo/paper-story.js';
import { scenes } from './demo/story.js';
import { Teller } from './demo/teller.js';

interface ToldOrder {
  readonly title: string; readonly platformOrderNo: string; readonly orderState: string; readonly charged: number; readonly refunded: number;
  /** Money of a second payment, and money that came after closing. */
  readonly repeat: number; readonly late: number; readonly channelBooks: number; readonly callbacks: DeskOrder['callbacks'];
}

/** `npm run demo`: plays the story against the platform that is running, or starts one for the time it takes. `--json` prints one object instead. */
async function main(): Promise<void> {
  const asJson = process.argv.includes('--json');
  const config = readConfig(process.env);
  const city = new DemoCity(config);
  const own = await city.isUp() ? undefined : await startOwn(city);
  try {
    if (!asJson) process.stdout.write(own ? 'a platform of its own was started for the story\n' : `using the platform at ${city.publicUrl}\n`);
    const tell = new Teller(asJson ? () => undefined : (line) => process.stdout.write(`${line}\n`));
    const orders: ToldOrder[] = [];
    await city.waitForDay();
    for (const { title, play } of [...scenes, ...paperScenes(config)]) {
      tell.title(title);
      orders.push(await account(city, title, await play(city, tell)));
    }
    const money = sums(orders);
    if (money.charged + money.repeat + money.late - money.refunded !== money.channelBooks) throw new Error('our books and the channels differ');
    if (!asJson) process.stdout.write(closing(orders, money));
    const days = await nextMorning(city, new BillDesk(config), tell, (channel) => payFor(city, channel));
    process.stdout.write(asJson ? `${JSON.stringify({ orders, money, days })}\n` : `\n${await clockNote(city)}`);
  } finally {
    await stopOwn(own);
  }
}

/** What one order brought and returned: our side from the platform, theirs from the channels' books. Whole fen. */
async function account(city: DemoCity, title: string, order: DeskOrder): Promise<ToldOrder> {
  const [ours, books] = [await city.inspect(order.platformOrderNo ?? ''), await city.books()];
  const sum = (amounts: readonly string[]): number => Number(amounts.reduce((total, amount) => total + BigInt(amount), 0n));
  const inState = (state: string): number => sum(ours.attempts.filter((attempt) => attempt.state === state).map(({ amount }) => amount));
  const net = ours.attempts.reduce((total, { attemptNo }) => total + (books.paid.get(attemptNo) ?? 0n) - (books.refunded.get(attemptNo) ?? 0n), 0n);
  return {
    title, platformOrderNo: ours.platformOrderNo, orderState: order.state, charged: inState('paid'), repeat: inState('repeat'), late: inState('late'),
    refunded: sum(ours.refunds.filter((refund) => refund.state === 'refunded').map(({ amount }) => amount)), channelBooks: Number(net), callbacks: order.callbacks,
  };
}

/** The story steps the shared clock by days; programs that sign with the wall clock go on being heard in the embedded profile. */
async function clockNote(city: DemoCity): Promise<string> {
  const aheadHours = Math.round((await city.advance(0.001) - Date.now()) / 3_600_000);
  return aheadHours < 1 ? '' : `  The clock of this installation is now ${aheadHours} hours ahead of the wall clock, and stays so until its data folder (var) is removed.\n\n`;
}

type Money = Readonly<Record<'charged' | 'refunded' | 'repeat' | 'late' | 'channelBooks', number>>;

const sums = (orders: readonly ToldOrder[]): Money => {
  const total = (name: keyof Money): number => orders.reduce((sum, order) => sum + order[name], 0);
  return { charged: total('charged'), refunded: total('refunded'), repeat: total('repeat'), late: total('late'), channelBooks: total('channelBooks') };
};

const yuan = (fen: number): string => (fen / 100).toFixed(2).padStart(9);

function closing(orders: readonly ToldOrder[], money: Money): string {
  const rows = orders.map((order) => `  ${order.platformOrderNo}  state ${order.orderState}  charged ${yuan(order.charged)}  repeat ${yuan(order.repeat)}  late ${yuan(order.late)}  back ${yuan(order.refunded)}  callbacks ${order.callbacks.length}  ${order.title}`);
  return ['', '■ the books', ...rows, '',
    `  charged ${yuan(money.charged)} + repeat ${yuan(money.repeat)} + late ${yuan(money.late)} - back ${yuan(money.refunded)} = channels' books ${yuan(money.channelBooks)} yuan`, '', ''].join('\n');
}

/** A platform of our own, for the time of the story. */
async function startOwn(city: DemoCity): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('../main.js', import.meta.url)), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const deadline = performance.now() + 30_000;
  while (!(await city.isUp())) {
    if (child.exitCode !== null || performance.now() > deadline) throw new Error('the platform did not start');
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  return child;
}

async function stopOwn(child: ChildProcess | undefined): Promise<void> {
  if (!child) return;
  child.disconnect();
  await new Promise((resolve) => { child.once('exit', resolve); child.kill('SIGTERM'); });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
