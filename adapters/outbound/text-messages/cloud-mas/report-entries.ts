import { readLongTime, type EpochMs } from '../../../../domain/kernel/china-time.js';
import { readMobile } from '../../../../domain/text-messages/phone.js';
import type { InboundText, ReportAbout } from '../../../../domain/text-messages/reports.js';
import { codeOf, deliveryReportOf, groupOf } from './platform-words.js';
import { mostPhonesOfPlatform } from './settings.js';

type Entry = Readonly<Record<string, unknown>>;

/** Signs of an inbound text that are kept; a phone joins about ten parts at most. */
export const longestInbound = 1000;

/** A report names one phone or a list. Undefined where group, phones or words cannot be read. */
export function reportsOf(entry: Entry, groupOfQuestion?: string): readonly ReportAbout[] | undefined {
  const groupNo = groupOfQuestion ?? groupOf(entry['msgGroup']);
  const phones = phonesOf(entry['mobile'] ?? entry['mobiles']);
  const status = codeOf(entry['reportStatus']);
  const error = codeOf(entry['errorCode']);
  if (groupNo === undefined || phones === undefined || (status === undefined && error === undefined)) return undefined;
  const report = deliveryReportOf(status, error, timeOf(entry['receiveDate']));
  return phones.map((phone) => ({ groupNo, phone, report }));
}

export function inboundOf(entry: Entry): InboundText | undefined {
  const phone = phonesOf(entry['mobile']);
  const content = entry['smsContent'];
  const extension = entry['addSerial'] ?? '';
  if (phone?.[0] === undefined || phone.length !== 1 || typeof content !== 'string' || content.length > longestInbound) return undefined;
  if (typeof extension !== 'string' || !/^[0-9]{0,20}$/.test(extension)) return undefined;
  return { phone: phone[0], content: content.replace(/[\p{Cc}\p{Cs}]/gu, ' '), sentAt: timeOf(entry['sendTime']), extension };
}

function phonesOf(value: unknown): readonly string[] | undefined {
  const texts: readonly unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  if (texts.length === 0 || texts.length > mostPhonesOfPlatform) return undefined;
  const phones: string[] = [];
  for (const text of texts) {
    const phone = typeof text === 'string' ? readMobile(text) : undefined;
    if (phone?.ok !== true) return undefined;
    phones.push(phone.value);
  }
  return phones;
}

/** `yyyy-MM-dd HH:mm:ss` in China. A time that is none does not make a report worthless. */
function timeOf(value: unknown): EpochMs | undefined {
  if (typeof value !== 'string' || !/^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$/.test(value)) return undefined;
  const time = readLongTime(value.replace(/[^0-9]/g, ''));
  return time.ok ? time.value : undefined;
}
