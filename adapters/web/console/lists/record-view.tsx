import { Descriptions, Steps } from 'antd';
import type { ReactNode } from 'react';
import { nothingText } from '../../shared/cells.js';
import { timeText } from '../../shared/times.js';
import { CellView } from './cell-view.js';
import type { Column, Row } from './list-types.js';

const restGroup = '其他信息';

/** Columns in the blocks that they are declared in, each block where its first column stands. */
function blocksOf(columns: readonly Column[]): readonly (readonly [title: string | undefined, columns: readonly Column[]])[] {
  const hasGroups = columns.some(({ group }) => group !== undefined);
  const blocks = new Map<string | undefined, Column[]>();
  for (const column of columns) {
    const title = hasGroups ? column.group ?? restGroup : undefined;
    blocks.set(title, [...(blocks.get(title) ?? []), column]);
  }
  return [...blocks];
}

/** Everything that is known of one row. `columnsWide`: how many pairs stand beside each other. */
export function RecordView({ columns, row, columnsWide }: { readonly columns: readonly Column[]; readonly row: Row; readonly columnsWide: number }): ReactNode {
  const shown = columns.filter(({ hidden }) => !hidden);
  return blocksOf(shown.filter(({ type }) => type !== 'progress')).map(([title, block]) => (
    <Descriptions key={title ?? ''} className="record-block" size="small" bordered column={columnsWide} title={title}
      items={block.map((column) => ({ key: column.name, label: column.label, children: <CellView column={column} cell={row[column.name]} /> }))} />
  )).concat(shown.filter(({ type }) => type === 'progress').map((column) => <Progress key={column.name} column={column} moments={row[column.name]} />));
}

function Progress({ column, moments }: { readonly column: Column; readonly moments: Row[string] | undefined }): ReactNode {
  const reached = Array.isArray(moments) ? moments : [];
  const names = column.steps ?? [];
  const last = reached.findLastIndex((moment) => moment !== null);
  return (
    <section className="record-block">
      <h3>{column.label}</h3>
      <Steps orientation="vertical" size="small" type="dot" current={last} items={names.map((name, at) => {
        const moment = reached[at];
        return { title: name, content: moment === null || moment === undefined ? nothingText : timeText(moment), status: moment === null || moment === undefined ? 'wait' as const : 'finish' as const };
      })} />
    </section>
  );
}
