import { randomInt } from 'node:crypto';
import { chinaDay, chinaTimestamp } from '../../../contracts/sdk/china-time.js';
import { createGatewayClient, type GatewayClient } from '../../../contracts/sdk/client.js';
import type { SteppedClock } from '../shared/stepped-clock.js';
import { OrderBook } from './order-book.js';

/** A developer account of the window at the platform, as `var/demo/credentials.json` has it. */
export interface DeskDeveloper {
  readonly devId: string;
  readonly algorithm: 'RSA2' | 'SM2';
  readonly merchantNo: string;
  readonly privateKeyPem: string;
  readonly platformPublicKeyPem: string;
}

export interface DeskCredentials { readonly gatewayUrl: string; readonly developers: readonly DeskDeveloper[] }

export interface DeskAccount extends DeskDeveloper { readonly client: GatewayClient }

/** What all parts of the window share. */
export interface Desk {
  readonly clock: SteppedClock;
  readonly book: OrderBook;
  readonly accounts: ReadonlyMap<string, DeskAccount>;
  /** How many of the next callbacks are answered with 500. */
  outage: number;
  /** Known once the server listens; addresses sent to the platform are built from it, never from a request's Host. */
  baseUrl: string;
}

export function openDesk(clock: SteppedClock, credentials: DeskCredentials): Desk {
  const accounts = credentials.developers.map((developer): [string, DeskAccount] => [developer.devId, {
    ...developer, client: createGatewayClient({ gatewayUrl: credentials.gatewayUrl, ...developer, now: () => clock.now() }),
  }]);
  return { clock, book: new OrderBook(), accounts: new Map(accounts), outage: 0, baseUrl: '' };
}

/** The account of an order or of a form; throws for one we do not have. */
export function accountOf(desk: Desk, devId: string): DeskAccount {
  const account = desk.accounts.get(devId);
  if (!account) throw new Error('no such developer');
  return account;
}

/** Our own number: prefix, time in China, six random digits, so that a restart does not meet its old numbers. */
export const newNumber = (desk: Desk, prefix: 'BDC' | 'TK'): string =>
  `${prefix}${chinaTimestamp(desk.clock.now())}${randomInt(1_000_000).toString().padStart(6, '0')}`;

export const today = (desk: Desk): string => chinaDay(desk.clock.now());
