import { maxUnread, type AlertStore } from '../../../../application/ports/alert-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import { addOnce, put, seen, type View } from './memory-stores.js';

/** Alerts over the memory tables. */
export function alertStore(view: View): AlertStore {
  const { alerts } = view.tables;
  return {
    byNo: async (no) => alerts.get(no, seen(view)),
    waitingAt: async (place) => alerts.all(seen(view)).find((row) => row.place === place),
    unread: async () => alerts.all(seen(view)).filter(({ state }) => state === 'unread').sort((a, b) => a.lastAt - b.lastAt || (a.alertNo < b.alertNo ? -1 : 1)).slice(0, maxUnread),
    add: async (alert) => {
      if (alerts.all(seen(view)).some(({ place }) => place === alert.place)) throw new ConcurrentChange('somebody told of it meanwhile');
      if (await addOnce(view, alerts, alert) === 'exists') throw new Error('a number was given twice');
    },
    put: async (alert) => {
      const { alertType, event, relatedOrderNo, firstAt } = alerts.get(alert.alertNo, true) ?? alert;
      await put(view, alerts, alert.alertNo, { ...alert, alertType, event, relatedOrderNo, firstAt });
    },
  };
}
