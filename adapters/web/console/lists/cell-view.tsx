import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { cellText, nothingText, type Cell } from '../../shared/cells.js';
import { isStateColumn, toneOf, type Tone } from '../../shared/state-tone.js';
import { Link } from '../routing/link.js';
import type { Column } from './list-types.js';

const colours: Readonly<Record<Tone, string>> = { good: 'success', bad: 'error', busy: 'processing', waiting: 'warning', plain: 'default' };

/** One value as people read it: states in colour, all else as text. */
export function CellView({ column, cell }: { readonly column: Column; readonly cell: Cell | undefined }): ReactNode {
  const text = cellText(column, cell);
  if (text === nothingText) return <span className="nothing">{text}</span>;
  if (column.type === 'code' && isStateColumn(column)) return <Tag color={colours[toneOf(text)]} variant="filled">{text}</Tag>;
  if (column.type === 'money' && text.startsWith('-')) return <span className="minus">{text}</span>;
  if (column.link !== undefined) return <Link to={`/lists/${column.link.list}?${new URLSearchParams({ [column.link.as]: text }).toString()}`}>{text}</Link>;
  return text;
}
