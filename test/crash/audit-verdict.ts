import type { OutsideProcess } from './outside-process.js';
import { besidePlatform } from './beside-platform.js';
import type { Premises } from './premises.js';

/** The audit trail of the whole run, read with the product's own parts after the platform has ended: complete, in order, unbroken; and rows are as it says (INT-02). */
export function auditVerdict(premises: Premises, outside: OutsideProcess): Promise<{ readonly complaints: readonly string[]; readonly rows: number }> {
  const afterAnyLeaseMs = 120_000;
  return besidePlatform(premises, outside.now() + afterAnyLeaseMs, async (resources) => {
    for (let numbered = 1; numbered > 0;) numbered = await resources.auditChain.extend('crash-suite', 500);
    const verdict = await resources.auditChain.verify();
    if (!verdict.ok) return { complaints: [`the audit chain breaks at ${verdict.badSeq}: ${verdict.why}`], rows: 0 };
    const { named } = await resources.rowIntegrity.verifyJournal();
    return { complaints: named.map(({ table, rowNo, flaw }) => `the log says otherwise of ${table} ${rowNo}: ${flaw}`), rows: verdict.count };
  });
}
