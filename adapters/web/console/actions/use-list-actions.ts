import { App } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { Refused, wordsOf } from '../api/client.js';
import { useMe } from '../layout/me-context.js';
import type { Row } from '../lists/list-types.js';
import { goTo } from '../routing/location.js';
import type { Outcome, PageAction, RowAction, RowLink } from './action-types.js';
import { actionsOf } from './all-actions.js';
import { pageTask, rowTask, type Task } from './task.js';

/** A row that cannot be changed as it was seen is read again behind the dialog: whoever closes that and opens it anew sees how it stands. */
const rereading = (asked: Task, refresh: () => void): Task => ({
  ...asked, run: async (values) => asked.run(values).catch((refusal: unknown) => {
    if (refusal instanceof Refused && refusal.code === 'REFUSED' && refusal.field === undefined) refresh();
    throw refusal;
  }),
});

/** What whoever is signed in may do on the page of a list, what of it is under way, and what came of it. */
export function useListActions(list: string, refresh: () => void) {
  const { permissions } = useMe();
  const { message } = App.useApp();
  const [task, setTask] = useState<Task>();
  const [running, setRunning] = useState<string>();
  const [outcome, setOutcome] = useState<Outcome>();
  const allowed = useMemo(() => actionsOf(list).filter(({ permission }) => permissions.includes(permission)), [list, permissions]);
  const pageActions = useMemo(() => allowed.filter((action): action is PageAction => action.on === 'page'), [allowed]);
  const rowActions = useMemo(() => allowed.filter((action): action is RowAction | RowLink => action.on === 'row'), [allowed]);

  const done = useCallback((came: Outcome): void => {
    setTask(undefined);
    refresh();
    if (came.kind === 'said') void message.success(came.words);
    else setOutcome(came);
  }, [refresh, message]);

  const runAtOnce = useCallback(async ({ key, run }: Task): Promise<void> => {
    setRunning(key);
    try {
      done(await run({}));
    } catch (refusal) {
      void message.error(wordsOf(refusal));
    }
    setRunning(undefined);
  }, [done, message]);

  const onPage = useCallback((action: PageAction): void => {
    const asked = pageTask(action);
    if (asked.words === undefined && asked.form === undefined) void runAtOnce(asked);
    else setTask(asked);
  }, [runAtOnce]);
  const onRow = useCallback((action: RowAction | RowLink, row: Row): void => {
    if ('to' in action) goTo(action.to(row));
    else setTask(rereading(rowTask(action, row), refresh));
  }, [refresh]);

  return { pageActions, rowActions, onPage, onRow, running, task, outcome, done, giveUp: () => { setTask(undefined); }, forget: () => { setOutcome(undefined); } };
}
export type ListActions = ReturnType<typeof useListActions>;
