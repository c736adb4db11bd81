import { Alert, Spin } from 'antd';
import { useCallback, useMemo, type ReactNode } from 'react';
import type { ListDeclaration } from '../../../../contracts/console/lists.js';
import { ActionDialogs } from '../actions/action-dialogs.js';
import { useListActions } from '../actions/use-list-actions.js';
import { Link } from '../routing/link.js';
import { addressOfList, parametersFrom, type HandedList } from './handed.js';
import { ListTable } from './list-table.js';
import type { Row } from './list-types.js';
import { useDeclaration } from './use-declaration.js';
import { useRows } from './use-rows.js';
import { useTotals } from './use-totals.js';

/** More of them have a page of their own. */
const mostBeneath = 20;

/** The lists that belong to a row, one below the other. `round`: another number asks them anew. */
export const RelatedLists = ({ related, row, round }: { readonly related: readonly HandedList[]; readonly row: Row; readonly round: number }): ReactNode => related.map((handed) => {
  const parameters = parametersFrom(handed, row);
  return parameters === undefined ? null : <RelatedList key={`${handed.list} ${round}`} handed={handed} parameters={parameters} />;
});

interface Props { readonly handed: HandedList; readonly parameters: Readonly<Record<string, string>> }

function RelatedList({ handed, parameters }: Props): ReactNode {
  const { declared } = useDeclaration(handed.list);
  return (
    <section className="related">
      <h3>{handed.title}</h3>
      {declared.kind === 'waiting' && <Spin size="small" />}
      {declared.kind === 'fault' && <Alert type="error" showIcon title={declared.words} role="alert" />}
      {declared.kind === 'ready' && <Beneath declaration={declared.declaration} parameters={parameters} />}
    </section>
  );
}

function Beneath({ declaration, parameters }: { readonly declaration: ListDeclaration; readonly parameters: Props['parameters'] }): ReactNode {
  const { name, defaultSort } = declaration;
  const { page, isWaiting, fault, refresh } = useRows(name, new URLSearchParams({ ...parameters, sort: defaultSort, pageSize: String(mostBeneath) }).toString());
  const counted = useTotals(name, declaration.totals.length === 0 ? undefined : new URLSearchParams(parameters).toString());
  const { refresh: refreshTotals } = counted;
  const refreshAll = useCallback((): void => { refresh(); refreshTotals(); }, [refresh, refreshTotals]);
  const actions = useListActions(name, refreshAll);
  const columns = useMemo(() => declaration.columns.filter(({ hidden }) => !hidden), [declaration]);
  if (fault !== undefined) return <Alert type="error" showIcon title={fault} role="alert" />;
  if (page?.rows.length === 0) return <p className="nothing">无</p>;
  return (
    <>
      <ListTable tree={undefined} columns={columns} rows={page?.rows ?? []} totals={counted.totals} sort={defaultSort} isWaiting={isWaiting} empty=" " actions={actions} />
      {page?.nextCursor !== undefined && <p><Link to={addressOfList(name, parameters)}>只列出前 {mostBeneath} 条，查看全部</Link></p>}
      <ActionDialogs actions={actions} />
    </>
  );
}
