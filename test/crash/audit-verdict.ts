import type { OutsideProcess } from './outside-process.js';
import { besidePlatform } from './beside-platform.js';
import type { Premises } from './premises.js';

/** The audit trail of the whole run, read with the product's own parts after the platform has ended: complete, in order, unbroken. */
export function auditVerdict(premises: Premises, outside: OutsideProcess): Promise<{ readonly complaints: readonly string[]; readonly rows: number }> {
  const afterAnyLeaseMs = 120_000;
  return besidePlatform(premises, outside.now() + afterAnyLeaseMs, async (resources) => {
    for (let numbered = 1; numbered > 0;) numbered = await resources.auditChain.extend('crash-suite', 500);
    const verdict = await resources.auditChain.verify();
    return verdict.ok ? { complaints: [], rows: verdict.count } : { complaints: [`the audit chain breaks at ${verdict.badSeq}: ${verdict.why}`], rows: 0 };
  });
}
