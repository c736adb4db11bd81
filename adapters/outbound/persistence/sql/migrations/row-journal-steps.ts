import { longText, type AddColumn } from './steps.js';

/** Which rows under a code the unit of an entry wrote (INT-02); of entries of earlier releases nothing is said. */
export const rowJournalSteps: readonly AddColumn[] = [{ id: '0372-audit-rows', change: 'add-column', table: 'audit_entry', column: longText('rows_written') }];
