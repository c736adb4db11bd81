import { DownloadOutlined, ReloadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { lazy, Suspense, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { ListDeclaration } from '../../../../contracts/console/lists.js';
import { PageButtons, RecordButtons } from '../actions/action-buttons.js';
import { ActionDialogs } from '../actions/action-dialogs.js';
import { useListActions } from '../actions/use-list-actions.js';
import { ownDetailOf } from '../details/own-details.js';
import { PageTitle } from '../layout/page-title.js';
import { ColumnSettings, useHiddenColumns } from './column-settings.js';
import { EmptyWords } from './empty-words.js';
import { ExportBar } from './export-bar.js';
import { FilterForm } from './filter-form.js';
import type { HandedList } from './handed.js';
import { ListTable } from './list-table.js';
import type { Column, Row } from './list-types.js';
import { Pager } from './pager.js';
import { useExport } from './use-export.js';
import { useListPlace } from './use-list-place.js';
import { useRows } from './use-rows.js';
import { useTotals } from './use-totals.js';

const DetailDrawer = lazy(async () => ({ default: (await import('./detail-drawer.js')).DetailDrawer }));
const RelatedLists = lazy(async () => ({ default: (await import('./related-lists.js')).RelatedLists }));
const RecordView = lazy(async () => ({ default: (await import('./record-view.js')).RecordView }));

const noRows: readonly Row[] = [];
const noLists: readonly HandedList[] = [];

interface Props { readonly declaration: ListDeclaration; readonly path: string; readonly above: readonly string[] }

export function DeclaredList({ declaration, path, above }: Props): ReactNode {
  const { name, title, kind, filters, pageSizes } = declaration;
  const place = useListPlace(declaration, path);
  const { page, isWaiting, fault, refresh: refreshRows } = useRows(name, place.asked);
  const counted = useTotals(name, kind === 'record' ? undefined : place.counted);
  const { refresh: refreshTotals } = counted;
  const refresh = useCallback((): void => { refreshRows(); refreshTotals(); }, [refreshRows, refreshTotals]);
  const [round, setRound] = useState(0);
  const refreshAll = useCallback((): void => { refresh(); setRound((before) => before + 1); }, [refresh]);
  const actions = useListActions(name, refreshAll);
  const { exporting, start, cancel } = useExport(name);
  const [hidden, hide] = useHiddenColumns(name);
  const [opened, setOpened] = useState<Row>();
  const columns = useMemo(() => declaration.columns.filter((column) => !column.hidden), [declaration]);
  const shown = useMemo(() => columns.filter((column) => !hidden.includes(column.name)), [columns, hidden]);
  const ask = (asked: Readonly<Record<string, string>>): void => {
    if (place.isSame(asked)) refresh();
    else place.change({ filters: asked });
  };
  const related = declaration.related ?? noLists;
  const next = page?.nextCursor;
  const empty = isWaiting ? ' ' : <EmptyWords missing={place.missing} isFiltered={Object.keys(place.address.filters).length > 0} reset={() => { ask({}); }} />;
  return (
    <>
      <PageTitle title={title} above={above}>
        <PageButtons actions={actions} />
        {kind === 'record' && page?.rows[0] !== undefined && <RecordButtons actions={actions} row={page.rows[0]} />}
        <Button icon={<ReloadOutlined aria-hidden="true" />} onClick={refreshAll} disabled={place.asked === undefined}>刷新</Button>
        {kind !== 'record' && <ColumnSettings columns={columns} hidden={hidden} hide={hide} />}
        {kind !== 'record' && <Button icon={<DownloadOutlined aria-hidden="true" />} disabled={(page?.rows.length ?? 0) === 0 || exporting.kind === 'running'} onClick={() => { void start(place.exported); }}>导出 Excel</Button>}
      </PageTitle>
      <FilterForm filters={filters} given={place.address.filters} isWaiting={isWaiting} ask={ask} />
      <ExportBar exporting={exporting} count={counted.totals?.count} cancel={cancel} />
      {fault !== undefined && <Alert className="notice" type="error" showIcon title={fault} role="alert" action={<Button size="small" onClick={refresh}>重试</Button>} />}
      {kind === 'record' ? <OneRecord list={name} columns={columns} row={page?.rows[0]} related={related} round={round} empty={fault === undefined ? empty : null} /> : (
        <div className="panel table-panel">
          <ListTable columns={shown} rows={page?.rows ?? noRows} totals={counted.totals} sort={place.address.sort} tree={declaration.tree} isWaiting={isWaiting} empty={fault === undefined ? empty : ' '} actions={actions}
            sortBy={(sort) => { place.change({ sort: sort ?? declaration.defaultSort }); }} open={setOpened} />
          {page !== undefined && declaration.tree === undefined && <Pager counted={counted} page={place.page} pageSize={place.address.pageSize} pageSizes={pageSizes} isWaiting={isWaiting} back={place.back}
            forward={next === undefined ? undefined : () => { place.forward(next); }} resize={(pageSize) => { place.change({ pageSize }); }} />}
        </div>
      )}
      <ActionDialogs actions={actions} />
      <Suspense><DetailDrawer list={name} title={`${title}${/详情$/.test(title) ? '' : ' · 详情'}`} columns={columns} row={opened} close={() => { setOpened(undefined); }} changed={refreshAll} record={declaration.record} related={related} /></Suspense>
    </>
  );
}

/** A list of one row is read as a page. */
function OneRecord({ list, columns, row, related, round, empty }: OneProps): ReactNode {
  const Own = ownDetailOf(list);
  if (row === undefined) return <div className="panel">{empty}</div>;
  return (
    <div className="panel">
      <Suspense>{Own === undefined ? <RecordView columns={columns} row={row} columnsWide={2} /> : <Own key={round} row={row} />}<RelatedLists related={related} row={row} round={round} /></Suspense>
    </div>
  );
}
interface OneProps { readonly list: string; readonly columns: readonly Column[]; readonly row: Row | undefined; readonly related: readonly HandedList[]; readonly round: number; readonly empty: ReactNode }
