import type { StoredRow } from '../../../adapters/outbound/persistence/sql/codecs.js';
import { alertTable } from '../../../adapters/outbound/persistence/sql/alert-repository.js';
import { menuTable } from '../../../adapters/outbound/persistence/sql/menu-columns.js';
import { logTable } from '../../../adapters/outbound/persistence/sql/sql-log-books.js';
import type { Persistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { aLogRow, aMenuEntry, anAlert } from '../../builders/management.js';
import { no, noon } from './builders.js';

type Works = Readonly<Record<string, (store: Persistence) => Promise<unknown>>>;

/** One row of each table of alerts, logs and the menu. */
export const managementRows = (): Readonly<Record<string, StoredRow>> => ({ console_alert: alertTable.encode(anAlert()), console_menu: menuTable.encode(aMenuEntry()), platform_log: logTable.encode(aLogRow()) });

/** Where nothing is there yet. */
export const managementOnNothing: Works = {
  'alerts.add': ({ unitOfWork }) => unitOfWork.run(({ alerts }) => alerts.add(anAlert())),
  'menus.add': ({ unitOfWork }) => unitOfWork.run(({ directory }) => directory.menus.add(aMenuEntry())),
  'logBooks.append': ({ logBooks }) => logBooks.append([aLogRow(), aLogRow({ logNo: no(7902) })]),
};

/** Every question, and every change of a row that is there. */
export const managementOnRows: Works = {
  'alerts': ({ unitOfWork }) => unitOfWork.read(async ({ alerts }) => [await alerts.byNo(no(7801)), await alerts.waitingAt('callback-given-up:P1'), await alerts.unread()]),
  'alerts.put': ({ unitOfWork }) => unitOfWork.run(async ({ alerts }) => { await alerts.waitingAt('callback-given-up:P1'); await alerts.put(anAlert()); }),
  'menus': ({ unitOfWork }) => unitOfWork.read(({ directory }) => directory.menus.all()),
  'menus.put': ({ unitOfWork }) => unitOfWork.run(({ directory }) => directory.menus.put(aMenuEntry())),
  'logBooks.newestBeyond': ({ logBooks }) => logBooks.newestBeyond(1000),
  'logBooks.forget': ({ logBooks }) => logBooks.forget(noon + 1),
};
