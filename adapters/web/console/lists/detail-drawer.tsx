import { Alert, Button, Drawer, Spin } from 'antd';
import { Suspense, useState, type ReactNode } from 'react';
import type { ListDeclaration } from '../../../../contracts/console/lists.js';
import { RecordButtons } from '../actions/action-buttons.js';
import { ActionDialogs } from '../actions/action-dialogs.js';
import { useListActions } from '../actions/use-list-actions.js';
import { ownDetailOf, partBeneath } from '../details/own-details.js';
import { goTo } from '../routing/location.js';
import { addressOfList, parametersFrom, type HandedList } from './handed.js';
import type { Column, Row } from './list-types.js';
import { RecordView } from './record-view.js';
import { RelatedLists } from './related-lists.js';
import { useDeclaration } from './use-declaration.js';
import { useRows } from './use-rows.js';

interface Props {
  readonly list: string; readonly title: string; readonly columns: readonly Column[]; readonly row: Row | undefined; readonly close: () => void;
  /** Something was done to the row: the list that it came from is behind the drawer. */
  readonly changed: () => void;
  readonly record: HandedList | undefined; readonly related: readonly HandedList[];
}
const [plainWidth, wideWidth] = [560, 860];

/** One row of a list with all of its columns, with all that its record says, or with what else there is to be read of it; beneath it the lists that belong to it. */
export function DetailDrawer({ list, title, columns, row, close, changed, record, related }: Props): ReactNode {
  const parameters = record && row && parametersFrom(record, row);
  const [Own, More] = [ownDetailOf(list), partBeneath(list)];
  const isWide = parameters !== undefined || related.length > 0 || More !== undefined;
  return (
    <Drawer open={row !== undefined} onClose={close} title={record?.title ?? title} size={isWide ? wideWidth : plainWidth} destroyOnHidden
      extra={record !== undefined && parameters !== undefined && <Button size="small" onClick={() => { goTo(addressOfList(record.list, parameters)); }}>在页面中打开</Button>}>
      {row !== undefined && Own !== undefined && <Suspense><Own row={row} /></Suspense>}
      {row !== undefined && Own === undefined && (record !== undefined && parameters !== undefined ? <Record list={record.list} parameters={parameters} changed={changed} /> : (
        <><DetailButtons list={list} row={row} /><RecordView columns={columns} row={row} columnsWide={isWide ? 2 : 1} />{More !== undefined && <Suspense><More row={row} /></Suspense>}<RelatedLists related={related} row={row} round={0} /></>
      ))}
    </Drawer>
  );
}

/** Nothing behind it is read anew by what stands here. */
const nothing = (): void => undefined;

/** What may be done to a row without a record of its own from its detail: what changes nothing. */
function DetailButtons({ list, row }: { readonly list: string; readonly row: Row }): ReactNode {
  const actions = useListActions(list, nothing);
  const rowActions = actions.rowActions.filter((action) => 'inDetail' in action && (action.isFor?.(row) ?? true));
  if (rowActions.length === 0) return null;
  return <><div className="record-actions"><RecordButtons actions={{ ...actions, rowActions }} row={row} /></div><ActionDialogs actions={actions} /></>;
}

interface RecordProps { readonly parameters: Readonly<Record<string, string>>; readonly changed: () => void }

function Record({ list, ...asked }: RecordProps & { readonly list: string }): ReactNode {
  const { declared } = useDeclaration(list);
  if (declared.kind === 'waiting') return <div className="waiting"><Spin /></div>;
  if (declared.kind === 'fault') return <Alert type="error" showIcon title={declared.words} role="alert" />;
  return <DeclaredRecord declaration={declared.declaration} {...asked} />;
}

function DeclaredRecord({ declaration, parameters, changed }: RecordProps & { readonly declaration: ListDeclaration }): ReactNode {
  const [round, setRound] = useState(0);
  const { page, isWaiting, fault, refresh } = useRows(declaration.name, new URLSearchParams(parameters).toString());
  const actions = useListActions(declaration.name, () => { refresh(); setRound((before) => before + 1); changed(); });
  const row = page?.rows[0];
  if (fault !== undefined) return <Alert type="error" showIcon title={fault} role="alert" />;
  if (row === undefined) return isWaiting ? <div className="waiting"><Spin /></div> : <p className="nothing">没有这条记录</p>;
  return (
    <>
      <div className="record-actions"><RecordButtons actions={actions} row={row} /></div>
      <RecordView columns={declaration.columns} row={row} columnsWide={2} />
      <RelatedLists related={declaration.related ?? []} row={row} round={round} />
      <ActionDialogs actions={actions} />
    </>
  );
}
