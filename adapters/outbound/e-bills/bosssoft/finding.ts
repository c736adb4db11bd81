import type { EBillFinding } from '../../../../application/ports/bill-issuer.js';
import type { FindReport } from '../../../../domain/e-bills/e-bill-report.js';
import { readEBillNumbers } from '../../../../domain/e-bills/e-bill-numbers.js';
import { foundList, foundOf } from './bill-fields.js';
import { callSystem, notAnswered, unknown, type Said } from './call.js';
import { objectOf } from './envelope.js';
import type { BosssoftNeeds } from './needs.js';

/** Bills under one busNo: it is used once, so more than one is odd and more than these is nonsense. */
const mostOfOneOrder = 20;

export const eBillFinding = (needs: BosssoftNeeds): EBillFinding => ({
  mayHaveGiven: ({ eBillCode, eBillNo, checkCode }) => readEBillNumbers(needs.settings.formats, { eBillCode, eBillNo, checkCode }).ok,
  findByOrder: async (busNo) => {
    const said = await callSystem(needs, 'getEBillByBusNo', { busNo }, { busNo, placeCode: needs.settings.placeCode });
    if (said.kind !== 'done') return noBill(needs, said);
    const bills = foundList(needs, objectOf(said.message)?.get('billList'), mostOfOneOrder);
    // A genuine answer about something else, taken from another exchange, must not decide this one.
    if (bills === undefined || bills.some((bill) => bill.busNo !== busNo)) return unknown('unreadable');
    return bills.length === 0 ? { kind: 'not-found' } : { kind: 'found', bills };
  },
  findByNumbers: async ({ eBillCode, eBillNo }) => {
    const said = await callSystem(needs, 'getEBillStatesByBillInfo', { eBillCode, eBillNo }, { billBatchCode: eBillCode, billNo: eBillNo });
    if (said.kind !== 'done') return noBill(needs, said);
    const told = objectOf(said.message);
    const bill = told && foundOf(needs, told);
    return bill?.eBillCode === eBillCode && bill.eBillNo === eBillNo ? { kind: 'found', bills: [bill] } : unknown('unreadable');
  },
});

const noBill = ({ settings }: BosssoftNeeds, said: Exclude<Said, { kind: 'done' }>): FindReport =>
  (said.kind === 'no' && settings.codes.notFound.includes(said.code) ? { kind: 'not-found' } : notAnswered(said));
