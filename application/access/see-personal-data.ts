import { personalDataPace } from '../../domain/access/personal-data-pace.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { deedEntry, type Acting } from '../../domain/operators/acting.js';
import type { Payer } from '../../domain/payments/order.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

export type SeeRefusal = 'unknown' | 'nothing-kept' | 'too-many';
export interface SeePersonalDataParts { readonly unitOfWork: UnitOfWork; readonly rateLimiter: RateLimiter; readonly ids: Ids; readonly clock: Clock }

/** Personal data of a payer in clear, for whoever has the right and says why. What was seen is audited, its content is not (AUD-01, PRV-02). */
export class SeePersonalData {
  readonly #parts: SeePersonalDataParts;
  constructor(parts: SeePersonalDataParts) { this.#parts = parts; }

  async run(acting: Acting, platformOrderNo: string, reason: string): Promise<Result<Payer, SeeRefusal>> {
    const { unitOfWork, rateLimiter, ids, clock } = this.#parts;
    if (!rateLimiter.allow(personalDataPace.keyOf(acting.by.operatorNo), personalDataPace.perSecond)) return refuse('too-many');
    return unitOfWork.run(async ({ orders, audit }): Promise<Result<Payer, SeeRefusal>> => {
      const order = await orders.byNo(platformOrderNo);
      if (order === undefined) return refuse('unknown');
      const { payer } = order;
      const kept = names.filter(([name]) => payer[name] !== undefined).map(([, word]) => word);
      if (kept.length === 0) return refuse('nothing-kept');
      // Nobody is shown what could not be written down.
      await audit.append(deedEntry(ids.next(), clock.now(), acting, {
        action: 'personal-data.seen', objectKind: 'order', objectNo: platformOrderNo, description: `查看付款人的完整信息：${kept.join('、')}`, after: { seen: kept.join(','), reason },
      }));
      return ok(payer);
    });
  }
}

const names = [['name', '姓名'], ['mobile', '手机号'], ['certNo', '证件号码']] as const satisfies readonly (readonly [keyof Payer, string])[];
