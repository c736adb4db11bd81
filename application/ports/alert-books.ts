import type { Alert } from '../../domain/alerts/alert.js';

/** Most alerts that are marked as read at once. */
export const maxUnread = 500;

export interface AlertReader {
  byNo(alertNo: string): Promise<Alert | undefined>;
  /** The one that waits for a thing, by `placeOf`. */
  waitingAt(place: string): Promise<Alert | undefined>;
  /** Unread ones, oldest first, at most `maxUnread`. */
  unread(): Promise<readonly Alert[]>;
}

/** What is read by number or place in a unit stays as it is until it ends. */
export interface AlertStore extends AlertReader {
  /** Unique by place; a clash is a ConcurrentChange. */
  add(alert: Alert): Promise<void>;
  put(alert: Alert): Promise<void>;
}
