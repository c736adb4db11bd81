import type { Knex } from 'knex';
import { readMobile } from '../../../../../domain/text-messages/phone.js';
import { archiveName } from '../sql-table.js';
import { whereIndexed } from '../under-any-key.js';
import { none } from './conditions.js';
import { formula, type Formula, type ListDb } from './list-db.js';
import type { Asked, Condition, NarrowToPayees } from './list-source.js';

/** Where an order is with all that belongs to it: in daily work, or in the archive. */
export type TableName = (table: string) => string;
export const places: readonly [TableName, TableName] = [(table) => table, archiveName];

/**
 * Rows that are about something of an order have its payee, which stands there, wherever that is now. It is looked up for each row by its key: the numbers of all that a scope's payees have are millions.
 */
export const payeeOfOwner = (table: string, key: string, no: string): NarrowToPayees => (query, payees) => {
  const owner = (at: TableName): Formula => formula('(select ?? from ?? ?? where ?? = ??)', 'owner_of.merchant_no', at(table), 'owner_of', `owner_of.${key}`, no);
  const [here, away] = places.map(owner) as [Formula, Formula];
  query.whereRaw(`coalesce(${here.sql}, ${away.sql}) in ?`, [...here.values, ...away.values, payees]);
};

/** What a callback spoke of: stored words of the news. */
export type ToldWord = 'paid' | 'repeat-paid';

/** When the business system took the news of the payment; nothing where it was not told or has not taken it. */
export const told = (at: TableName, state: ToldWord, platformOrderNo: string): Formula => formula('(select max(??) from ?? ?? where ?? = ?? and ?? = ? and ?? = ?)',
  'told_of.accepted_at', at('merchant_callback'), 'told_of', 'told_of.platform_order_no', platformOrderNo, 'told_of.kind', 'payment', 'told_of.told_state', state);

/** Numbers of the orders that were placed with a phone, by its blind index: the number itself is nowhere in the statement. */
function ordersOfPayer(at: TableName, mobile: string, { db, payerMobileIndexes }: Asked): Knex.QueryBuilder | undefined {
  const read = readMobile(mobile);
  const indexes = payerMobileIndexes(read.ok ? read.value : mobile);
  return indexes.length === 0 ? undefined : whereIndexed(db.from(at('pay_order'), 'of_payer').select('of_payer.platform_order_no'), 'of_payer.payer_mobile_index', indexes);
}

/** Rows of the orders that were placed with a phone. */
export const ofPayer = (at: TableName, platformOrderNo: string): Condition => (query, value, asked) => {
  const orders = typeof value === 'string' ? ordersOfPayer(at, value, asked) : undefined;
  if (orders === undefined) none(query);
  else query.whereIn(platformOrderNo, orders);
};

/** Adds the attempt that paid the orders. */
export const withPaidAttempt = (db: ListDb, at: TableName, query: Knex.QueryBuilder): Knex.QueryBuilder =>
  db.leftJoin(query, at('pay_attempt'), 'attempt_of', ['attempt_of.attempt_no', 'order_of.paid_attempt_no']);
