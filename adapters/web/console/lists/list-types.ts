import type { ListDeclaration, ListPageBody, ListTotalsBody } from '../../../../contracts/console/lists.js';

export type Column = ListDeclaration['columns'][number];
export type Filter = ListDeclaration['filters'][number];
export type Row = ListPageBody['rows'][number];
export type Totals = ListTotalsBody;
