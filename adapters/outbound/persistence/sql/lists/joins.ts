import type { Knex } from 'knex';
import { formula, type Formula, type ListDb } from './list-db.js';

/** Adds the channel merchant of the rows, for its name. */
export const withMerchant = (db: ListDb, query: Knex.QueryBuilder, id: string): Knex.QueryBuilder =>
  db.leftJoin(query, 'channel_merchant', 'merchant_of', ['merchant_of.channel_merchant_id', id]);
export const merchantName = 'merchant_of.channel_merchant_name';

/** Adds the payee of the rows, for its name. */
export const withPayee = (db: ListDb, query: Knex.QueryBuilder, merchantNo: string): Knex.QueryBuilder =>
  db.leftJoin(query, 'payee', 'payee_of', ['payee_of.merchant_no', merchantNo]);
export const payeeName = 'payee_of.payee_name';

/** An amount with a minus where the row is a refund. */
export const signed = (kind: string, amount: string): Formula => formula('case when ?? = ? then -?? else ?? end', kind, 'refund', amount, amount);

/** Sum of the same. */
export const signedSum = (kind: string, amount: string): Formula => formula('sum(case when ?? = ? then -?? else ?? end)', kind, 'refund', amount, amount);

/** Nothing to add where another part of the list adds something. */
export const zero = formula('0');
export const nothing = formula('null');
