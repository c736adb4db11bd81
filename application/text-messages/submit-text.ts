import { never } from '../../domain/kernel/result.js';
import type { RenderedText } from '../../domain/text-messages/render.js';
import type { SubmitReport } from '../../domain/text-messages/reports.js';
import type { TextTemplateName } from '../../domain/text-messages/templates.js';
import type { Measurements } from '../ports/measurements.js';
import type { TextMessages } from '../ports/text-messages.js';
import type { TextPace } from './text-pace.js';
import type { TextRules } from './text-rules.js';

export interface SubmitParts { readonly platform: TextMessages; readonly rules: TextRules; readonly pace: TextPace; readonly measurements: Measurements }

/** Hands one text to the platform. Its place in the pace must have been taken; it is given back here. */
export async function submitText({ platform, rules, pace, measurements }: SubmitParts, template: TextTemplateName, text: RenderedText, phone: string): Promise<SubmitReport> {
  const began = pace.nowMs();
  try {
    const [batch] = await send(platform, rules, template, text, phone);
    const report: SubmitReport = batch?.report ?? { kind: 'unknown', why: 'no-report' };
    measurements.count('text_sendings', { template, outcome: report.kind });
    return report;
  } finally {
    pace.leave(pace.nowMs() - began);
  }
}

function send({ sending }: TextMessages, { sendAs, timeoutMs }: TextRules, template: TextTemplateName, text: RenderedText, phone: string) {
  switch (sendAs) {
    case 'template': return sending.sendTemplate(template, text, [phone], timeoutMs);
    case 'free-text': return sending.sendFreeText(text.text, [phone], timeoutMs);
    default: return never(sendAs);
  }
}
