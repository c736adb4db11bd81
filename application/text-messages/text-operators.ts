import { readBusinessDay } from '../../domain/kernel/china-time.js';
import { newsAgeMs } from '../../domain/keeping/forgetting.js';
import { templateOf, type TextTemplateName } from '../../domain/text-messages/templates.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { JobOutcome } from '../ports/jobs.js';
import type { Journal } from '../ports/journal.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import { keepText } from './keep-text.js';
import type { TextRules } from './text-rules.js';

export interface TextOperatorsParts {
  readonly unitOfWork: UnitOfWork; readonly ids: Ids; readonly clock: Clock; readonly journal: Journal;
  readonly rules: TextRules | undefined;
}

/** Differences of a text count at most this many: it has room for six digits. */
const mostCounted = 999_999;

/**
 * Job `text-operators`: tells the operators of the installation. Keys: `RECON_ALERT:<yyyyMMdd>` for a day whose bills differ, `BILL_FAILED:<pay code>`
 * for an e-bill that was refused. One text to each of them about one thing, and none once it was told long ago.
 */
export class TextOperators {
  readonly #parts: TextOperatorsParts;

  constructor(parts: TextOperatorsParts) {
    this.#parts = parts;
  }

  async run(key: string): Promise<JobOutcome> {
    const { unitOfWork, ids, clock, journal, rules } = this.#parts;
    const [template = '', bizKey = ''] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
    const told = rules && rules.operatorPhones.length > 0 ? await this.#toTell(template, bizKey) : undefined;
    if (!rules || !told) return { kind: 'done' };
    const now = clock.now();
    await unitOfWork.run(async (stores) => {
      // Told long ago, and to whom may be forgotten since: a run of today over an old day tells nobody once more.
      if ((await stores.texts.about(templateOf(told.template).scene, bizKey)).some(({ createdAt }) => createdAt <= now - newsAgeMs)) return;
      for (const phone of rules.operatorPhones) {
        const kept = await keepText(stores, { messageId: ids.next(), template: told.template, bizKey, phone, values: told.values, now, night: rules.night });
        if (!kept.ok) journal.alarm('text-not-made', { template, bizKey, why: kept.refusal.code, param: kept.refusal.param });
      }
    });
    return { kind: 'done' };
  }

  async #toTell(template: string, bizKey: string): Promise<{ readonly template: TextTemplateName; readonly values: Readonly<Record<string, string>> } | undefined> {
    if (template === 'BILL_FAILED') return { template, values: { payCode: bizKey } };
    const day = readBusinessDay(bizKey);
    if (template !== 'RECON_ALERT' || !day.ok) throw new Error(`no such text for operators: ${template}`);
    const days = await this.#parts.unitOfWork.read(({ reconciliation }) => reconciliation.daysOn(day.value));
    const open = days.reduce((sum, { openCount }) => sum + openCount, 0);
    if (open === 0) return undefined;
    return { template, values: { day: day.value.replace(/^(....)(..)(..)$/, '$1-$2-$3'), count: String(Math.min(open, mostCounted)) } };
  }
}
