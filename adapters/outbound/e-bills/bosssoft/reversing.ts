import type { EBillReversing } from '../../../../application/ports/bill-issuer.js';
import { redBillOf, time17 } from './bill-fields.js';
import { callSystem, unknown } from './call.js';
import { objectOf } from './envelope.js';
import { cut } from './issue-content.js';
import type { BosssoftNeeds } from './needs.js';

const longest = { reason: 200, operator: 60 };

export const eBillReversing = (needs: BosssoftNeeds): EBillReversing => ({
  reverse: async ({ eBillCode, eBillNo, reason, operator, at }) => {
    const said = await callSystem(needs, 'writeOffEBill', { eBillCode, eBillNo }, {
      billBatchCode: eBillCode, billNo: eBillNo, reason: cut(reason, longest.reason), operator: cut(operator, longest.operator),
      busDateTime: time17(at), placeCode: needs.settings.placeCode,
    });
    if (said.kind === 'unknown') return said;
    if (said.kind === 'no') {
      return needs.settings.codes.reversedBefore.includes(said.code) ? { kind: 'reversed-before' } : { kind: 'refused', code: said.code, text: said.text };
    }
    const told = objectOf(said.message);
    const red = told && redBillOf(needs, told);
    if (red === undefined) return unknown('unreadable');
    const { issuedAt: reversedAt, ...bill } = red;
    return { kind: 'reversed', reversal: { ...bill, reversedAt } };
  },
});
