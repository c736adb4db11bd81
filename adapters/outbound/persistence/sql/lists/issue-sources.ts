import type { Knex } from 'knex';
import { issue, issues, orderIssues, refundIssues } from '../../../../../contracts/lists/issue-lists.js';
import { descriptionPlace, issueTable } from '../issue-columns.js';
import { operatorTable } from '../operator-columns.js';
import { textOf } from './cells.js';
import { asText, coded, moments, whole } from './conditions.js';
import type { ListDb } from './list-db.js';
import { plainSource, type Condition, type NameBook, type Names, type RawRow } from './list-source.js';
import { payeeOfOwner, places } from './order-tables.js';

const byOf = (row: RawRow): readonly string[] => [textOf(row['registered_by']) ?? ''];
const operatorBook: NameBook = { table: operatorTable.name, code: operatorTable.column('operatorNo'), name: operatorTable.column('name'), codesOf: byOf };
const nameIn = (row: RawRow, names: Names): string | undefined => { const [by = ''] = byOf(row); return names.get(by) ?? by; };

const from = (db: ListDb) => db.from(issueTable.name, 'issue_of');
const facts = {
  issueType: 'issue_of.issue_type', relatedOrderNo: 'issue_of.related_order_no', registeredBy: 'issue_of.registered_by', registerTime: 'issue_of.registered_at', issueState: 'issue_of.state',
} as const;

/** Any number of an order or a refund that an issue is about, each by its own index, which an OR over all would not use. */
const ofAnyNumber = asText((query, text, { db }) => {
  const by = (column: string) => db.from(issueTable.name, 'told_as').select('told_as.issue_no').where(`told_as.${column}`, text);
  query.whereIn('issue_of.issue_no', db.over(by('related_order_no').unionAll([by('platform_order_no'), by('biz_order_no')]), 'found').select('found.issue_no'));
});

/** One of no order is nobody's but of who sees everything. */
const payee = payeeOfOwner('pay_order', 'platform_order_no', 'issue_of.platform_order_no');

export const issuesSource = plainSource(issues, {
  from, payee, columns: { ...facts, solvedTime: 'issue_of.solved_at', issueNo: 'issue_of.issue_no' },
  filters: { registerDate: moments('issue_of.registered_at'), issueState: coded('issue_of.state', 'issueState'), issueType: coded('issue_of.issue_type', 'issueType'), relatedOrderNo: ofAnyNumber },
}, { key: [{ name: 'issue_no', type: 'text' }], names: operatorBook, read: { registeredBy: (row, _today, _vault, names) => nameIn(row, names) } });

export const issueSource = plainSource(issue, {
  from, payee, columns: { ...facts, issueDescription: 'issue_of.sealed_description', attachments: 'issue_of.attachment_count', issueNo: 'issue_of.issue_no' },
  filters: { issueNo: whole('issue_of.issue_no') },
}, {
  key: [{ name: 'issue_no', type: 'text' }], names: operatorBook,
  read: {
    registeredBy: (row, _today, _vault, names) => nameIn(row, names),
    issueDescription: (row, _today, vault) => vault.open(descriptionPlace(textOf(row['issue_no']) ?? ''), textOf(row['issue_description']) ?? ''),
  },
});

/** Numbers of orders, wherever they are. */
const ordersIn = (db: ListDb, table: 'pay_order' | 'pay_refund', narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder): Knex.QueryBuilder => {
  const [here, away] = places.map((at) => narrow(db.from(at(table), 'about').select('about.platform_order_no')));
  return db.over((here as Knex.QueryBuilder).unionAll([away as Knex.QueryBuilder]), 'found').select('found.platform_order_no');
};

const linkedOptions = { key: [{ name: 'issue_no', type: 'text' }], names: operatorBook, read: { registeredBy: (row: RawRow, _today: string, _vault: unknown, names: Names) => nameIn(row, names) } } as const;
const linkedColumns = { ...facts, issueNo: 'issue_of.issue_no' } as const;

export const orderIssuesSource = plainSource(orderIssues, { from, payee, columns: linkedColumns, filters: { platformOrderNo: whole('issue_of.platform_order_no') } }, linkedOptions);

/** The issues of a refund stand under its order: there is their index. */
const ofRefund: Condition = asText((query, number, { db }) => {
  query.where('issue_of.platform_refund_no', number).whereIn('issue_of.platform_order_no', ordersIn(db, 'pay_refund', (refunds) => refunds.where('about.platform_refund_order_no', number)));
});
export const refundIssuesSource = plainSource(refundIssues, { from, payee, columns: linkedColumns, filters: { platformRefundOrderNo: ofRefund } }, linkedOptions);
