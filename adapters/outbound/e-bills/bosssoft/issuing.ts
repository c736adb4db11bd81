import type { EBillFinding, EBillIssuing } from '../../../../application/ports/bill-issuer.js';
import type { IssueReport } from '../../../../domain/e-bills/e-bill-report.js';
import { fenOf } from './amounts.js';
import { issuedOf } from './bill-fields.js';
import { callSystem, unknown } from './call.js';
import { objectOf } from './envelope.js';
import { defectOf, issueContent } from './issue-content.js';
import type { BosssoftNeeds } from './needs.js';

export const eBillIssuing = (needs: BosssoftNeeds, finding: EBillFinding): EBillIssuing => ({
  issue: async (bill) => {
    const defect = defectOf(bill);
    if (defect !== undefined) return { kind: 'refused', ...defect };
    const { busNo } = bill;
    const said = await callSystem(needs, 'invoiceEBill', { busNo }, issueContent(needs.settings, bill));
    if (said.kind === 'done') return readIssued(needs, busNo, said.message);
    if (said.kind === 'unknown') return said;
    const { code, text } = said;
    if (needs.settings.codes.exists.includes(code)) return whatExists(finding, busNo, code);
    return { kind: needs.settings.codes.stockExhausted.includes(code) ? 'stock-exhausted' : 'refused', code, text };
  },
});

/** Without numbers, a success is a bill that nobody can show: asked about until they are known. */
function readIssued(needs: BosssoftNeeds, busNo: string, message: string): IssueReport {
  const told = objectOf(message);
  if (told?.get('busNo') !== busNo) return unknown('unreadable');
  const bill = issuedOf(needs, told);
  const amount = fenOf(told.get('totalAmt'));
  const isAmountOdd = told.has('totalAmt') && amount === undefined;
  return bill === undefined || isAmountOdd ? unknown('unreadable') : { kind: 'issued', busNo, bill, amount };
}

async function whatExists(finding: EBillFinding, busNo: string, code: string): Promise<IssueReport> {
  const found = await finding.findByOrder(busNo);
  if (found.kind === 'unknown') return found;
  const [bill, another] = found.kind === 'found' ? found.bills : [];
  // "It is there" and "it is not there" contradict each other, and of several none is known to be ours.
  return bill === undefined || another !== undefined ? unknown('unreadable', code) : { kind: 'exists', busNo, bill };
}
