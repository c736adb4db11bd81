import type { BatchReport, TextSending } from '../../../../application/ports/text-messages.js';
import type { SubmitReport } from '../../../../domain/text-messages/reports.js';
import type { CloudMasNeeds } from './needs.js';
import { callPlatform } from './platform-call.js';
import { isOurFault, submitReportOf } from './platform-words.js';
import { freeTextBody, templateBody } from './requests.js';
import { mostPhonesOfPlatform } from './settings.js';

/** A reply has about a hundred bytes. */
const maxReplyBytes = 16 * 1024;

export const textSending = (needs: CloudMasNeeds): TextSending => ({
  mostPhones: mostPhonesOfPlatform,
  sendTemplate: async (template, { params }, phones, timeoutMs) => {
    const templateId = needs.settings.templateIds[template];
    if (templateId === undefined) {
      needs.journal.alarm('text-template-not-registered', { template });
      return [{ phones, report: { kind: 'refused', code: 'template-not-registered', retryable: false } }];
    }
    return inBatches(needs, phones, (batch) => submit(needs, 'tmpsubmit', templateBody(needs.settings, batch, templateId, params), timeoutMs));
  },
  sendFreeText: (content, phones, timeoutMs) =>
    inBatches(needs, phones, (batch) => submit(needs, needs.settings.freeTextPath, freeTextBody(needs.settings, batch, content), timeoutMs)),
});

async function submit(needs: CloudMasNeeds, path: string, body: string, timeoutMs: number): Promise<SubmitReport> {
  const answer = await callPlatform(needs, path, body, timeoutMs, maxReplyBytes);
  if (answer.kind === 'busy') return { kind: 'refused', code: 'busy', retryable: true };
  if (answer.kind !== 'said') return answer;
  const report = submitReportOf(answer.reply, needs.settings.retryableCodes);
  if (report.kind === 'refused' && isOurFault(report.code)) needs.journal.alarm('text-platform-refused', { code: report.code });
  return report;
}

/** Throws RangeError for more phones than one call may have, and for one that is told twice or is none: a fault of the caller. */
async function inBatches(needs: CloudMasNeeds, phones: readonly string[], send: (batch: readonly string[]) => Promise<SubmitReport>): Promise<readonly BatchReport[]> {
  if (phones.length > mostPhonesOfPlatform) throw new RangeError(`a call has at most ${mostPhonesOfPlatform} phones`);
  if (new Set(phones).size !== phones.length || !phones.every((phone) => /^1[3-9][0-9]{9}$/.test(phone))) throw new RangeError('phones are normalised and told once each');
  const { batchSize } = needs.settings;
  const reports: BatchReport[] = [];
  let isSilent = false;
  for (let from = 0; from < phones.length; from += batchSize) {
    const batch = phones.slice(from, from + batchSize);
    const report: SubmitReport = isSilent ? { kind: 'not-sent', why: 'earlier-batch-unanswered' } : await send(batch);
    isSilent ||= report.kind === 'unknown' || report.kind === 'not-sent';
    reports.push({ phones: batch, report });
  }
  return reports;
}
