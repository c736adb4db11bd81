import { ContainerModule } from 'inversify';
import { AlertRounds } from '../../adapters/inbound/jobs/alert-rounds.js';
import { LogRounds } from '../../adapters/inbound/jobs/log-rounds.js';
import { HandleAlerts } from '../../application/alerts/handle-alerts.js';
import { LookForWaiting } from '../../application/alerts/look-for-waiting.js';
import { RaiseAlerts } from '../../application/alerts/raise-alerts.js';
import { CountRows } from '../../application/home/count-rows.js';
import { ShowHome } from '../../application/home/show-home.js';
import { TodayReader } from '../../application/home/today-figures.js';
import { KeepLogs } from '../../application/logs/keep-logs.js';
import { EditMenu } from '../../application/menus/edit-menu.js';
import { ReadMenu } from '../../application/menus/read-menu.js';
import { homeTasks } from '../../contracts/console/home.js';
import { consoleMenu } from '../../contracts/console/menu.js';
import { listNamed } from '../../contracts/lists/all-lists.js';
import type { Resources } from '../resources.js';
import { tokens as t } from '../tokens.js';

const wallNow = (): number => performance.now();

/** Home, alerts, logs and the menu of the console. */
export const management = ({ alertInbox, logBuffer, logBooks, dayFigures, config }: Resources): ContainerModule => new ContainerModule(({ bind }) => {
  const tasks = homeTasks.flatMap((task) => { const view = listNamed(task.list); return view === undefined ? [] : [{ key: task.key, view, parameters: task.parameters }]; });
  bind(t.handleAlerts).toResolvedValue((unitOfWork, ids, clock) => new HandleAlerts({ unitOfWork, ids, clock }), [t.unitOfWork, t.ids, t.clock]);
  bind(t.alertRounds).toResolvedValue((unitOfWork, ids, clock, journal, lists) => new AlertRounds({
    raise: new RaiseAlerts(unitOfWork, alertInbox, ids), waiting: config.role === 'web' ? undefined : new LookForWaiting(new CountRows(lists, clock), alertInbox, clock), clock, journal,
  }), [t.unitOfWork, t.ids, t.clock, t.journal, t.lists]);
  bind(t.logRounds).toResolvedValue((ids, clock, journal) => new LogRounds({
    keep: new KeepLogs({ books: logBooks, buffer: logBuffer, ids, clock, keepDays: config.logKeepDays, maxRows: config.logMaxRows }), buffer: logBuffer, tidies: config.role !== 'web', journal,
  }), [t.ids, t.clock, t.journal]);
  bind(t.menus).toResolvedValue((unitOfWork, ids, clock) => {
    const parts = { unitOfWork, ids, clock, wallNow, delivered: consoleMenu };
    const menu = new ReadMenu(parts);
    return { menu, editMenu: new EditMenu(parts, menu) };
  }, [t.unitOfWork, t.ids, t.clock]);
  bind(t.showHome).toResolvedValue((lists, clock) => new ShowHome({ todayOf: (scope) => new TodayReader(dayFigures, clock, wallNow, scope), counts: new CountRows(lists, clock), tasks, wallNow }), [t.lists, t.clock]);
});
