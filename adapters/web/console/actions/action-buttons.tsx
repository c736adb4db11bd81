import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import type { Row } from '../lists/list-types.js';
import type { RowAction, RowLink } from './action-types.js';
import type { ListActions } from './use-list-actions.js';

/** More than these stand under 更多. */
const mostBeside = 3;

/** Buttons at the head of a list, the first of them the one that people come for. */
export const PageButtons = ({ actions: { pageActions, onPage, running } }: { readonly actions: ListActions }): ReactNode => pageActions.map((action, at) => (
  <Button key={action.key} type={at === 0 ? 'primary' : 'default'} danger={action.isGrave === true} loading={running === action.key} onClick={() => { onPage(action); }}>{action.title}</Button>
));

const fitting = (actions: readonly (RowAction | RowLink)[], row: Row): readonly (RowAction | RowLink)[] => actions.filter(({ isFor }) => isFor?.(row) ?? true);

/** Buttons of one row, as they fit how it stands. */
export function RowButtons({ rowActions, onRow, row }: Pick<ListActions, 'rowActions' | 'onRow'> & { readonly row: Row }): ReactNode {
  const all = fitting(rowActions, row);
  const beside = all.length <= mostBeside ? all : all.slice(0, mostBeside - 1);
  const more = all.slice(beside.length);
  return (
    <>
      {beside.map((action) => <Button key={action.key} type="link" size="small" danger={action.isGrave === true} onClick={() => { onRow(action, row); }}>{action.title}</Button>)}
      {more.length > 0 && (
        <Dropdown trigger={['click']} placement="bottomRight" menu={{ items: more.map((action) => ({ key: action.key, label: action.title, danger: action.isGrave === true, onClick: () => { onRow(action, row); } })) }}>
          <Button type="link" size="small">更多 <DownOutlined aria-hidden="true" /></Button>
        </Dropdown>
      )}
    </>
  );
}

/** The same at the head of a page that shows one row. */
export const RecordButtons = ({ actions: { rowActions, onRow }, row }: { readonly actions: ListActions; readonly row: Row }): ReactNode =>
  fitting(rowActions, row).map((action) => <Button key={action.key} danger={action.isGrave === true} onClick={() => { onRow(action, row); }}>{action.title}</Button>);
