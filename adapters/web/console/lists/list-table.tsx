import { Button, Table, type TableColumnType, type TableProps } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { isNumeric } from '../../shared/cells.js';
import { treeOf, type TreeRules } from '../../shared/tree-rows.js';
import { RowButtons } from '../actions/action-buttons.js';
import type { ListActions } from '../actions/use-list-actions.js';
import { CellView } from './cell-view.js';
import type { Column, Row, Totals } from './list-types.js';
import { TotalsRow } from './totals-row.js';

interface Props {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly totals: Totals | undefined;
  readonly sort: string;
  /** Rows belong under others. */
  readonly tree: TreeRules | undefined;
  readonly isWaiting: boolean;
  readonly empty: ReactNode;
  readonly actions: ListActions;
  readonly sortBy?: (sort: string | undefined) => void;
  /** Without it a row has no page of its own. */
  readonly open?: (row: Row) => void;
}

const directions = { asc: 'ascend', desc: 'descend' } as const;
const detailKey = ' detail';

/** Whoever is quick with a button or a link wants it, not the row. */
const isButton = (target: EventTarget): boolean => target instanceof Element && target.closest('button, a') !== null;

function columnOf(column: Column, sort: string): TableColumnType<Row> {
  const [sorted, direction] = sort.split(':');
  return {
    key: column.name, title: column.label, align: isNumeric(column.type) ? 'right' : 'left', className: `cell-${column.type}`,
    render: (_value, row) => <CellView column={column} cell={row[column.name]} />,
    ...(column.sortable ? { sorter: true, sortOrder: sorted === column.name ? directions[direction === 'asc' ? 'asc' : 'desc'] : null, sortDirections: ['descend', 'ascend'] } : {}),
  };
}

export function ListTable({ columns, rows, totals, sort, tree, isWaiting, empty, actions, sortBy, open }: Props): ReactNode {
  const { rowActions, onRow } = actions;
  const drawn = useMemo<TableColumnType<Row>[]>(() => [
    ...columns.map((column) => columnOf(sortBy === undefined ? { ...column, sortable: false } : column, sort)),
    ...(open === undefined && rowActions.length === 0 ? [] : [{
      key: detailKey, title: '操作', fixed: 'right' as const, ...(rowActions.length === 0 && { width: 64 }),
      render: (_value: unknown, row: Row) => <>{open !== undefined && <Button type="link" size="small" onClick={() => { open(row); }}>详情</Button>}<RowButtons rowActions={rowActions} onRow={onRow} row={row} /></>,
    }]),
  ], [sortBy, columns, sort, open, rowActions, onRow]);
  const drawnRows = useMemo(() => (tree === undefined ? rows : treeOf(rows, tree)), [rows, tree]);
  const [folded, fold] = useState<readonly string[]>([]);
  const keyOf = (row: Row): string => String(tree === undefined ? rows.indexOf(row) : row[tree.key]);
  const change: NonNullable<TableProps<Row>['onChange']> = (_pages, _filters, sorter) => {
    const { columnKey, order } = Array.isArray(sorter) ? sorter[0] ?? {} : sorter;
    sortBy?.(order ? `${String(columnKey)}:${order === 'ascend' ? 'asc' : 'desc'}` : undefined);
  };
  return (
    <Table<Row>
      size="small" className="list-table" columns={drawn} dataSource={drawnRows} rowKey={keyOf} pagination={false} showSorterTooltip={false}
      loading={{ spinning: isWaiting, delay: 150 }} locale={{ emptyText: empty }} scroll={{ x: 'max-content' }} {...(sortBy !== undefined && { sticky: { offsetHeader: 48 } })} onChange={change}
      onRow={(row) => ({ onDoubleClick: ({ target }) => { if (!isButton(target)) open?.(row); } })}
      {...(tree !== undefined ? { expandable: { expandedRowKeys: rows.map(keyOf).filter((key) => !folded.includes(key)), onExpand: (isOpen: boolean, row: Row) => { fold(isOpen ? folded.filter((key) => key !== keyOf(row)) : [...folded, keyOf(row)]); } } } : {})}
      {...(totals !== undefined && rows.length > 0 ? { summary: () => <TotalsRow columns={columns} totals={totals} hasActions={drawn.length > columns.length} /> } : {})}
    />
  );
}
