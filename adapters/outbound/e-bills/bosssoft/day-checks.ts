import { dayListPageSize, type EBillDayChecks } from '../../../../application/ports/bill-issuer.js';
import { fenSumOf } from './amounts.js';
import { foundList } from './bill-fields.js';
import { callSystem, notAnswered, unknown } from './call.js';
import { objectOf, textOf } from './envelope.js';
import type { ExactJson, ExactObject } from './exact-json.js';
import type { BosssoftNeeds } from './needs.js';

const countOf = (value: ExactJson | undefined): number | undefined => {
  const text = textOf(value) ?? '';
  return /^(?:0|[1-9][0-9]{0,8})$/.test(text) ? Number(text) : undefined;
};

/** Of the day that was asked for; a system that does not repeat the day is taken at its word. */
function answerOf(message: string, day: string): ExactObject | undefined {
  const told = objectOf(message);
  return [undefined, day].includes(textOf(told?.get('busBgnDate'))) ? told : undefined;
}

export const eBillDayChecks = (needs: BosssoftNeeds): EBillDayChecks => ({
  totals: async (day) => {
    const said = await callSystem(needs, 'checkTotalData', { day }, { busBgnDate: day, busEndDate: day });
    if (said.kind !== 'done') return notAnswered(said);
    const told = answerOf(said.message, day);
    const [count, amount] = [countOf(told?.get('totalNum')), fenSumOf(told?.get('totalAmt'))];
    return count === undefined || amount === undefined ? unknown('unreadable') : { kind: 'totals', count, amount };
  },
  list: async (day, pageNo) => {
    const said = await callSystem(needs, 'getBillByBusDate', { day }, { busBgnDate: day, busEndDate: day, pageNo: String(pageNo), pageSize: String(dayListPageSize) });
    if (said.kind !== 'done') return notAnswered(said);
    const told = answerOf(said.message, day);
    const [total, bills] = [countOf(told?.get('total')), foundList(needs, told?.get('billList'), dayListPageSize)];
    return total === undefined || bills === undefined || bills.length > total ? unknown('unreadable') : { kind: 'page', total, bills };
  },
});
