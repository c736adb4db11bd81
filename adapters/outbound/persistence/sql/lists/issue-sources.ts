import { issue, issues } from '../../../../../contracts/lists/issue-lists.js';
import { descriptionPlace, issueTable } from '../issue-columns.js';
import { operatorTable } from '../operator-columns.js';
import { textOf } from './cells.js';
import { asText, coded, moments, whole } from './conditions.js';
import type { ListDb } from './list-db.js';
import { plainSource, type NameBook, type Names, type RawRow } from './list-source.js';

const byOf = (row: RawRow): readonly string[] => [textOf(row['registered_by']) ?? ''];
const operatorBook: NameBook = { table: operatorTable.name, code: operatorTable.column('operatorNo'), name: operatorTable.column('name'), codesOf: byOf };
const nameIn = (row: RawRow, names: Names): string | undefined => { const [by = ''] = byOf(row); return names.get(by) ?? by; };

const from = (db: ListDb) => db.from(issueTable.name, 'issue_of');
const facts = {
  issueType: 'issue_of.issue_type', relatedOrderNo: 'issue_of.related_order_no', registeredBy: 'issue_of.registered_by', registerTime: 'issue_of.registered_at', issueState: 'issue_of.state',
} as const;

/** Any number of an order or a refund that an issue is about. */
const ofOrder = asText((query, text) => {
  query.where((any) => { any.where('issue_of.related_order_no', text).orWhere('issue_of.platform_order_no', text).orWhere('issue_of.biz_order_no', text); });
});

export const issuesSource = plainSource(issues, {
  from, columns: { ...facts, solvedTime: 'issue_of.solved_at', issueNo: 'issue_of.issue_no' },
  filters: { registerDate: moments('issue_of.registered_at'), issueState: coded('issue_of.state', 'issueState'), issueType: coded('issue_of.issue_type', 'issueType'), relatedOrderNo: ofOrder },
}, { key: [{ name: 'issue_no', type: 'text' }], names: operatorBook, read: { registeredBy: (row, _today, _vault, names) => nameIn(row, names) } });

export const issueSource = plainSource(issue, {
  from, columns: { ...facts, issueDescription: 'issue_of.sealed_description', attachments: 'issue_of.attachment_count' },
  extras: { issue_no: 'issue_of.issue_no' },
  filters: { issueNo: whole('issue_of.issue_no') },
}, {
  key: [{ name: 'issue_no', type: 'text' }], names: operatorBook,
  read: {
    registeredBy: (row, _today, _vault, names) => nameIn(row, names),
    issueDescription: (row, _today, vault) => vault.open(descriptionPlace(textOf(row['issue_no']) ?? ''), textOf(row['issue_description']) ?? ''),
  },
});
