import type { BillIssuer } from '../../../../application/ports/bill-issuer.js';
import { eBillDayChecks } from './day-checks.js';
import { eBillFinding } from './finding.js';
import { eBillIssuing } from './issuing.js';
import type { BosssoftNeeds } from './needs.js';
import { eBillPages } from './pages.js';
import { eBillReversing } from './reversing.js';
import { checkSettings } from './settings-check.js';

/** The HTTP services of Bosssoft's e-bill system (ebill.md 2 to 4). Throws where the settings cannot be used, and afterwards never. */
export function createBosssoftIssuer(needs: BosssoftNeeds): BillIssuer {
  const complaints = checkSettings(needs.settings, needs.key);
  if (complaints.length > 0) throw new Error(`e-bill settings are not usable: ${complaints.join('; ')}`);
  const finding = eBillFinding(needs);
  return { issuing: eBillIssuing(needs, finding), finding, reversing: eBillReversing(needs), pages: eBillPages(needs), checks: eBillDayChecks(needs) };
}
