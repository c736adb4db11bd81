import type { ListExport } from '../../domain/lists/list-export.js';
import { no, noon } from './moments.js';

export const aListExport = (changes: Partial<ListExport> = {}): ListExport => ({
  exportNo: no(7701), operatorNo: 'O1', listName: 'settlements', parameters: { orderDateFrom: '20260501', payChannel: 'ALIPAY', sort: 'orderDate:desc' }, scope: 'all', place: 'O1:1',
  state: 'running', written: 0, fileNo: undefined, fileName: undefined, failure: undefined, startedAt: noon, seenAt: noon, endedAt: undefined, version: 1, ...changes,
});
