import { lazy, Suspense, type ReactNode } from 'react';
import type { ListActions } from './use-list-actions.js';

const ActionDialog = lazy(async () => ({ default: (await import('./action-dialog.js')).ActionDialog }));
const OutcomeDialog = lazy(async () => ({ default: (await import('./outcome-dialog.js')).OutcomeDialog }));

/** Whatever stands before the page because of an action. */
export const ActionDialogs = ({ actions: { task, outcome, done, giveUp, forget } }: { readonly actions: ListActions }): ReactNode => (
  <Suspense>
    {task !== undefined && <ActionDialog task={task} done={done} giveUp={giveUp} />}
    {outcome !== undefined && <OutcomeDialog outcome={outcome} forget={forget} />}
  </Suspense>
);
