import { randomInt } from 'node:crypto';
import { chinaDay, chinaTimestamp } from '../../../../contracts/sdk/china-time.js';
import { createGatewayClient, type GatewayClient } from '../../../../contracts/sdk/client.js';
import { FaultQueue } from '../fault-queue.js';
import type { PageLook } from '../page.js';
import type { SteppedClock } from '../stepped-clock.js';
import { OrderBook } from './order-book.js';

/** A developer account of the business system at the platform, as `var/demo/credentials.json` has it. */
export interface DeskDeveloper {
  readonly devId: string;
  readonly algorithm: 'RSA2' | 'SM2';
  readonly merchantNo: string;
  readonly privateKeyPem: string;
  readonly platformPublicKeyPem: string;
}

export interface DeskCredentials { readonly gatewayUrl: string; readonly developers: readonly DeskDeveloper[] }

export interface DeskAccount extends DeskDeveloper { readonly client: GatewayClient }

/** How a business system presents itself on its pages. */
export interface DeskFace {
  readonly look: PageLook;
  /** Words of the link that leads back to the first page. */
  readonly homeLabel: string;
}

/** What all parts of a business system share: its memory, its accounts, the misbehaviour planned for it. */
export interface Desk {
  readonly clock: SteppedClock;
  readonly face: DeskFace;
  readonly book: OrderBook;
  readonly accounts: ReadonlyMap<string, DeskAccount>;
  readonly faults: FaultQueue;
  /** How many of the next callbacks are answered with 500 before anything is noted. */
  outage: number;
  /** Known once the server listens; addresses sent to the platform are built from it, never from a request's Host. */
  baseUrl: string;
}

export function openDesk(clock: SteppedClock, credentials: DeskCredentials, face: DeskFace): Desk {
  const accounts = credentials.developers.map((developer): [string, DeskAccount] => [developer.devId, {
    ...developer, client: createGatewayClient({ gatewayUrl: credentials.gatewayUrl, ...developer, now: () => clock.now() }),
  }]);
  return { clock, face, book: new OrderBook(), accounts: new Map(accounts), faults: new FaultQueue(), outage: 0, baseUrl: '' };
}

/** The account of an order or of a form; throws for one we do not have. */
export function accountOf(desk: Desk, devId: string): DeskAccount {
  const account = desk.accounts.get(devId);
  if (!account) throw new Error('no such developer');
  return account;
}

/** The account of a business system that has one only. */
export function onlyAccount(desk: Desk): DeskAccount {
  const [account, ...others] = desk.accounts.values();
  if (!account || others.length > 0) throw new Error('this business system has exactly one developer');
  return account;
}

/** Our own number: prefix, time in China, six random digits, so that a restart does not meet its old numbers. */
export const newNumber = (desk: Desk, prefix: string): string =>
  `${prefix}${chinaTimestamp(desk.clock.now())}${randomInt(1_000_000).toString().padStart(6, '0')}`;

export const today = (desk: Desk): string => chinaDay(desk.clock.now());
