import type { EpochMs } from '../kernel/china-time.js';

export const logTypes = ['request', 'notice', 'job', 'system'] as const;
export type LogType = (typeof logTypes)[number];
export const logLevels = ['info', 'warn', 'alarm', 'fault'] as const;
export type LogLevel = (typeof logLevels)[number];

/** One line of the log as it is looked up (PERF-3-a). Never secrets or personal data: it is the line of the file. */
export interface LogRow {
  readonly logNo: string;
  readonly at: EpochMs;
  readonly logType: LogType;
  readonly level: LogLevel;
  readonly relatedOrderNo: string | undefined;
  readonly requestId: string | undefined;
  readonly content: string;
}

type Values = Readonly<Record<string, string | number | boolean | undefined>>;
export interface LoggedLine { readonly level: LogLevel; readonly event: string; readonly fields: Values; readonly requestId: string | undefined; readonly at: EpochMs }

/** Longest parts, as their columns. */
export const maxContent = 1_000;
export const maxRequestId = 128;

/** What we tell others, and what they tell us unasked. */
const noticeEvents = /^(callback|channel-message|unionpay-message|province-(paid-)?message|paid-notice|province-frame|text-push|text-report|personal-bill)/;
const noticeJobs = /^(deliver-callback|push-personal-bill):/;

export function logTypeOf({ event, requestId }: Pick<LoggedLine, 'event' | 'requestId'>): LogType {
  if (noticeEvents.test(event) || (requestId !== undefined && noticeJobs.test(requestId))) return 'notice';
  if (requestId === undefined) return 'system';
  return requestId.includes(':') ? 'job' : 'request';
}

const ownNo = (value: Values[string]): string | undefined => (typeof value === 'string' && /^[0-9A-Za-z]{1,32}$/.test(value) ? value : undefined);

export function logRow(logNo: string, line: LoggedLine): LogRow {
  const { at, level, event, fields, requestId } = line;
  const words = Object.entries(fields).flatMap(([name, value]) => (value === undefined || name === 'requestId' ? [] : [`${name}=${String(value)}`]));
  return { logNo, at, logType: logTypeOf(line), level, relatedOrderNo: ownNo(fields['orderNo']), requestId: requestId?.slice(0, maxRequestId), content: [event, ...words].join(' ').slice(0, maxContent) };
}
