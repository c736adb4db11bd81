import type { Province } from '../../../../application/ports/province.js';
import { isPayCode } from '../../../../domain/payment-notices/pay-code.js';
import { Confirming } from './confirming.js';
import type { BosssoftNeeds } from './needs.js';
import { NoticeCalls } from './notice-calls.js';
import { ProvincePaidMessages } from './paid-messages.js';
import { bosssoftSettings } from './settings-check.js';
import { Statements } from './statements.js';

/** The province of one region in dialect `bosssoft-json`. Throws where the settings are not usable. */
export function createBosssoftProvince(needs: BosssoftNeeds, stored: Readonly<Record<string, unknown>>): Province {
  const settings = bosssoftSettings(stored);
  const { paths, region, payCode } = settings;
  const calls = new NoticeCalls(needs, settings);
  return {
    region, queries: calls, isPayCodeFromElsewhere: (code) => isPayCode(code, payCode), paidMessages: new ProvincePaidMessages(needs, settings),
    ...(paths.issue === undefined ? {} : { issuing: calls }),
    ...(paths.push === undefined ? {} : { pushing: calls }),
    ...(paths.confirm === undefined ? {} : { confirming: new Confirming(needs, settings, calls) }),
    ...(paths.void === undefined ? {} : { voiding: calls }),
    ...(paths.statement === undefined ? {} : { statements: new Statements(needs, settings) }),
  };
}
