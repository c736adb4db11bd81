import { Button, Input, Switch } from 'antd';
import type { ReactNode } from 'react';
import type { FormRow } from '../../shared/form-values.js';
import type { Field } from './action-types.js';

interface Props {
  readonly field: Extract<Field, { readonly kind: 'rows' }>;
  /** Given by the form. */
  readonly id?: string;
  readonly value?: readonly FormRow[];
  readonly onChange?: (rows: readonly FormRow[]) => void;
}

/** Some texts and a switch a row. Rows that are there for good keep their key, and are switched off instead of taken away. */
export function RowsField({ field: { columns, most, addTitle, label, fixedKeys }, id, value = [], onChange }: Props): ReactNode {
  const change = (at: number, changes: FormRow): void => { onChange?.(value.map((row, index) => (index === at ? { ...row, ...changes } : row))); };
  const [key] = columns;
  const isFixed = (row: FormRow): boolean => key !== undefined && fixedKeys.includes(String(row[key.name]));
  return (
    <div id={id} className="rows-field" role="group" aria-label={label}>
      {value.map((row, at) => (
        // Rows have no other name than their place: what is typed into the key changes with every letter.
        <div key={at} className="rows-row">
          {columns.map(({ name, label: columnLabel, maxLength }) => (
            <Input key={name} aria-label={`${columnLabel} ${at + 1}`} placeholder={columnLabel} maxLength={maxLength} value={String(row[name] ?? '')} autoComplete="off" spellCheck={false}
              disabled={name === key?.name && isFixed(row) && isOwnKey(value, at, key.name)} onChange={({ target }) => { change(at, { [name]: target.value }); }} />
          ))}
          <Switch aria-label={`启用 ${at + 1}`} checkedChildren="启用" unCheckedChildren="停用" checked={row['enabled'] === true} onChange={(enabled) => { change(at, { enabled }); }} />
          {isFixed(row) && isOwnKey(value, at, key?.name ?? '') ? <span className="rows-gap" /> : <Button type="link" size="small" onClick={() => { onChange?.(value.filter((_, index) => index !== at)); }}>去掉</Button>}
        </div>
      ))}
      <Button size="small" disabled={value.length >= most} onClick={() => { onChange?.([...value, { ...Object.fromEntries(columns.map(({ name }) => [name, ''])), enabled: true }]); }}>{addTitle}</Button>
    </div>
  );
}

/** The first row of its key: one that repeats it was typed just now and can be mended. */
const isOwnKey = (rows: readonly FormRow[], at: number, key: string): boolean => rows.findIndex((row) => row[key] === rows[at]?.[key]) === at;
