import { randomInt } from 'node:crypto';
import { chinaDay, chinaTimestamp } from '../../../contracts/sdk/china-time.js';
import { createGatewayClient, type GatewayClient } from '../../../contracts/sdk/client.js';
import { FaultQueue } from '../shared/fault-queue.js';
import type { SteppedClock } from '../shared/stepped-clock.js';
import { OrderBook, type AppMode } from './app-order.js';
import { BillBox } from './bill-box.js';
import { DueBook } from './dues.js';

/** A developer account at the platform, as `var/demo/credentials.json` has it. */
export interface AppDeveloper {
  readonly devId: string;
  readonly algorithm: 'RSA2' | 'SM2';
  readonly merchantNo: string;
  readonly privateKeyPem: string;
  readonly platformPublicKeyPem: string;
}
export interface AppCredentials { readonly gatewayUrl: string; readonly developers: readonly AppDeveloper[] }

export interface AppAccount extends AppDeveloper { readonly client: GatewayClient }

/** Who acts in which mode: the business app for itself, the city app for all units of its payment zone. */
export const devIds: Readonly<Record<AppMode, string>> = { business: 'DEV-CITYAPP-0001', zone: 'DEV-ESM-0001' };

/** People who are signed in to the city app. A business app of mode 1 knows name and phone of its payer; the payment zone passes on `userId` alone and texts by itself. */
export const users = [{ userId: 'esm-100001', name: '林小三', mobile: '13859881001' }, { userId: 'esm-100002', name: '陈大明', mobile: '13859881002' }] as const;
export type AppUser = (typeof users)[number];

/** What all parts of the city app share. */
export interface AppWorld {
  readonly clock: SteppedClock;
  readonly orders: OrderBook;
  readonly dues: DueBook;
  readonly bills: BillBox;
  readonly faults: FaultQueue;
  readonly accounts: Readonly<Record<AppMode, AppAccount>>;
  /** Where text messages can be read; undefined where nobody plays phones. */
  readonly textsUrl: string | undefined;
  user: AppUser;
  /** Known once the server listens; addresses sent to the platform are built from it, never from a request's Host. */
  baseUrl: string;
}

export function openWorld(clock: SteppedClock, credentials: AppCredentials, textsUrl: string | undefined): AppWorld {
  const account = (mode: AppMode): AppAccount => {
    const developer = credentials.developers.find(({ devId }) => devId === devIds[mode]);
    if (!developer) throw new Error(`the city app has no account ${devIds[mode]}`);
    return { ...developer, client: createGatewayClient({ gatewayUrl: credentials.gatewayUrl, ...developer, now: () => clock.now() }) };
  };
  const world = {
    clock, orders: new OrderBook(), dues: new DueBook(), bills: new BillBox(), faults: new FaultQueue(),
    accounts: { business: account('business'), zone: account('zone') }, textsUrl, user: users[0], baseUrl: '',
  };
  for (let count = 0; count < 3; count += 1) world.dues.handOver(users[0].userId);
  return world;
}

/** A number of our own: prefix, time in China, six random digits, so that a restart does not meet its old numbers. */
export const newNumber = (world: AppWorld, prefix: 'ZZ' | 'ESM' | 'TK'): string =>
  `${prefix}${chinaTimestamp(world.clock.now())}${randomInt(1_000_000).toString().padStart(6, '0')}`;

export const today = (world: AppWorld): string => chinaDay(world.clock.now());
