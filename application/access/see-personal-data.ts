import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Acting } from '../../domain/operators/acting.js';
import type { Payer } from '../../domain/payments/order.js';
import { lookInClear, type LookParts, type SeeRefusal } from './look-in-clear.js';

/** Personal data of a payer in clear, for whoever has the right and says why. What was seen is audited, its content is not (AUD-01, PRV-02). */
export class SeePersonalData {
  readonly #parts: LookParts;
  constructor(parts: LookParts) { this.#parts = parts; }

  async run(acting: Acting, platformOrderNo: string, reason: string): Promise<Result<Payer, SeeRefusal>> {
    return lookInClear<Payer>(this.#parts, acting, async ({ orders }) => {
      const order = await orders.byNo(platformOrderNo);
      if (order === undefined) return refuse('unknown');
      const { payer } = order;
      const kept = names.filter(([name]) => payer[name] !== undefined).map(([, word]) => word);
      if (kept.length === 0) return refuse('nothing-kept');
      return ok({ shown: payer, deed: { action: 'personal-data.seen', objectKind: 'order', objectNo: platformOrderNo, description: `查看付款人的完整信息：${kept.join('、')}`, after: { seen: kept.join(','), reason } } });
    });
  }
}

const names = [['name', '姓名'], ['mobile', '手机号'], ['certNo', '证件号码']] as const satisfies readonly (readonly [keyof Payer, string])[];
