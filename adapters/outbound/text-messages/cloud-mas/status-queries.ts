import type { StatusAnswer, TextStatusQueries } from '../../../../application/ports/text-messages.js';
import type { CloudMasNeeds } from './needs.js';
import { callPlatform } from './platform-call.js';
import { codeOf, isOurFault } from './platform-words.js';
import { reportsOf } from './report-entries.js';
import { queryBody } from './requests.js';
import { mostPhonesOfPlatform } from './settings.js';

/** About 120 bytes a phone of the greatest batch. */
const maxReplyBytes = 1024 * 1024;

/** Asks for the reports of one group (sms.md 3). */
export const statusQueries = (needs: CloudMasNeeds): TextStatusQueries => ({
  query: async (groupNo, phones, timeoutMs) => {
    if (phones.length > mostPhonesOfPlatform) throw new RangeError(`a question names at most ${mostPhonesOfPlatform} phones`);
    const answer = await callPlatform(needs, 'report/query', queryBody(needs.settings, groupNo, phones), timeoutMs, maxReplyBytes);
    if (answer.kind === 'busy') return { kind: 'unknown', why: 'busy' };
    if (answer.kind !== 'said') return { kind: 'unknown', why: answer.why };
    return answerOf(needs, answer.reply, groupNo, new Set(phones));
  },
});

function answerOf(needs: CloudMasNeeds, reply: Readonly<Record<string, unknown>>, groupNo: string, phones: ReadonlySet<string>): StatusAnswer {
  const code = codeOf(reply['rspcod']);
  if (code === undefined) return { kind: 'unknown', why: 'unreadable' };
  if (code !== 'success') {
    if (isOurFault(code)) needs.journal.alarm('text-platform-refused', { code });
    return { kind: 'refused', code };
  }
  const entries: unknown = reply['reports'];
  if (!Array.isArray(entries) || entries.length > mostPhonesOfPlatform) return { kind: 'unknown', why: 'unreadable' };
  const reports = entries.flatMap((entry: unknown) => (typeof entry === 'object' && entry !== null ? reportsOf(entry as Readonly<Record<string, unknown>>, groupNo) ?? [] : []));
  return { kind: 'answered', reports: phones.size === 0 ? reports : reports.filter(({ phone }) => phones.has(phone)) };
}
