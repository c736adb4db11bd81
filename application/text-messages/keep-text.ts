import { newTextMessage } from '../../domain/text-messages/new-message.js';
import type { NightWindow } from '../../domain/text-messages/night.js';
import { renderText, type RenderRefusal } from '../../domain/text-messages/render.js';
import { templateOf, type TextTemplateName } from '../../domain/text-messages/templates.js';
import { ok, type Result } from '../../domain/kernel/result.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { Stores } from '../ports/unit-of-work.js';

export interface TextToKeep {
  readonly messageId: string; readonly template: TextTemplateName; readonly bizKey: string; readonly phone: string;
  readonly values: Readonly<Record<string, string>>; readonly now: EpochMs; readonly night: NightWindow;
}

/** Makes a notice with its job, unless the same one was made before. Values that do not fit into the template are refused. */
export async function keepText({ texts, outbox }: Stores, { messageId, template, bizKey, phone, values, now, night }: TextToKeep): Promise<Result<'added' | 'exists', RenderRefusal>> {
  const rendered = renderText(template, values);
  if (!rendered.ok) return rendered;
  const message = newTextMessage({ messageId, template, bizKey, phone, params: rendered.value.params, now, night });
  const kept = await texts.add(message, phone);
  if (kept === 'added') await outbox.enqueue({ topic: 'send-text', key: messageId, dueAt: message.sendAt, fresh: true });
  return ok(kept);
}

/** The values of a stored message by the names of its template; undefined where they do not belong together. */
export function valuesOf(template: TextTemplateName, stored: readonly string[] | undefined): Readonly<Record<string, string>> | undefined {
  const { params } = templateOf(template);
  if (stored === undefined || stored.length !== params.length) return undefined;
  return Object.fromEntries(params.map(({ name }, index) => [name, stored[index] ?? '']));
}
