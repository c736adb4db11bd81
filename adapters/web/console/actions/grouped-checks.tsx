import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { rechosen } from '../../shared/form-values.js';
import type { OptionGroup } from './action-types.js';

interface Props {
  readonly groups: readonly OptionGroup[];
  readonly label: string;
  /** Given by the form. */
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (chosen: readonly string[]) => void;
}

/** Many of many, under headings that choose all of theirs. */
export function GroupedChecks({ groups, label, id, value = [], onChange }: Props): ReactNode {
  const offered = groups.flatMap(({ options }) => options.map((option) => option.value));
  const choose = (some: readonly string[], isIn: boolean): void => { onChange?.(rechosen(value, offered, some, isIn)); };
  return (
    <div id={id} className="grouped-checks" role="group" aria-label={label}>
      {groups.map(({ key, title, options }) => {
        const all = options.map((option) => option.value);
        const held = all.filter((one) => value.includes(one)).length;
        return (
          <section key={key}>
            <Checkbox className="group-check" checked={held === all.length} indeterminate={held > 0 && held < all.length} onChange={({ target }) => { choose(all, target.checked); }}>{title}</Checkbox>
            <ul>{options.map((option) => <li key={option.value}><Checkbox checked={value.includes(option.value)} onChange={({ target }) => { choose([option.value], target.checked); }}>{option.label}</Checkbox></li>)}</ul>
          </section>
        );
      })}
    </div>
  );
}
