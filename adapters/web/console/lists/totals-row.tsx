import { Table } from 'antd';
import type { ReactNode } from 'react';
import { cellText, isNumeric } from '../../shared/cells.js';
import type { Column, Totals } from './list-types.js';

/** Sums over everything that was found, not only over this page. */
export function TotalsRow({ columns, totals, hasActions }: { readonly columns: readonly Column[]; readonly totals: Totals; readonly hasActions: boolean }): ReactNode {
  const sumOf = (column: Column): string | undefined => {
    const sum = totals.sums[column.name];
    return sum === undefined ? undefined : cellText(column, sum);
  };
  if (!columns.some((column) => sumOf(column) !== undefined)) return null;
  return (
    <Table.Summary fixed="bottom">
      <Table.Summary.Row>
        {columns.map((column, at) => (
          <Table.Summary.Cell key={column.name} index={at} align={isNumeric(column.type) ? 'right' : 'left'}>{sumOf(column) ?? (at === 0 ? '合计' : '')}</Table.Summary.Cell>
        ))}
        {hasActions && <Table.Summary.Cell index={columns.length} />}
      </Table.Summary.Row>
    </Table.Summary>
  );
}
