import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useCallback, useState, type ReactNode } from 'react';
import { areTexts, keep, kept } from '../layout/kept.js';
import type { Column } from './list-types.js';

/** Columns that this person does not want to see of a list; remembered in this browser. */
export function useHiddenColumns(list: string): readonly [readonly string[], (hidden: readonly string[]) => void] {
  const [hidden, setHidden] = useState<readonly string[]>(() => kept(`hidden.${list}`, areTexts) ?? []);
  const hide = useCallback((names: readonly string[]): void => {
    keep(`hidden.${list}`, names.length === 0 ? undefined : names);
    setHidden(names);
  }, [list]);
  return [hidden, hide];
}

interface Props { readonly columns: readonly Column[]; readonly hidden: readonly string[]; readonly hide: (hidden: readonly string[]) => void }

export function ColumnSettings({ columns, hidden, hide }: Props): ReactNode {
  const shown = columns.filter(({ name }) => !hidden.includes(name));
  const toggle = (name: string, isShown: boolean): void => { hide(isShown ? hidden.filter((one) => one !== name) : [...hidden, name]); };
  const content = (
    <div className="column-settings">
      <ul>
        {columns.map(({ name, label }) => {
          const isShown = !hidden.includes(name);
          return <li key={name}><Checkbox checked={isShown} disabled={isShown && shown.length === 1} onChange={({ target }) => { toggle(name, target.checked); }}>{label}</Checkbox></li>;
        })}
      </ul>
      <Button size="small" disabled={shown.length === columns.length} onClick={() => { hide([]); }}>全部显示</Button>
    </div>
  );
  return <Popover trigger="click" placement="bottomRight" title="显示的列" content={content}><Button icon={<SettingOutlined aria-hidden="true" />}>列设置</Button></Popover>;
}
