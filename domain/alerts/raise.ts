import type { EpochMs } from '../kernel/china-time.js';
import { alertKinds, fieldWords } from './alert-kinds.js';
import type { Raised } from './alert.js';

export type EventFields = Readonly<Record<string, string | number | boolean | undefined>>;

const shown = (value: string | number | boolean | undefined): string | undefined => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined);
/** Numbers of orders are ours alone. */
const orderNo = (value: EventFields[string]): string | undefined => (typeof value === 'string' && /^[0-9A-Za-z]{1,32}$/.test(value) ? value : undefined);
/** Fits the column that keeps it apart from others: no letters but ASCII. */
const plain = (value: string): string => value.replace(/[^\x21-\x7e]/g, (letter) => `%${letter.codePointAt(0)?.toString(16) ?? ''}`);

/** What is told of an event; undefined where it is no matter for people. `fields` without personal data. */
export function raisedBy(event: string, fields: EventFields, at: EpochMs): Raised | undefined {
  const kind = Object.hasOwn(alertKinds, event) ? alertKinds[event] : undefined;
  if (kind === undefined) return undefined;
  const { alertType, level, words, about } = kind;
  const values = Object.entries(fieldWords).flatMap(([name, word]) => {
    const value = shown(fields[name]);
    return value === undefined || value === '' ? [] : [`${word} ${value}`];
  });
  const subject = about.flatMap((name) => shown(fields[name]) ?? []).map(plain).join('/');
  return { event, alertType, level, subject, message: values.length === 0 ? words : `${words}（${values.join('，')}）`, relatedOrderNo: orderNo(fields['orderNo']), times: 1, at };
}
