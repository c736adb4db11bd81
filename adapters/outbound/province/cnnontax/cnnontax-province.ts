import type { Province } from '../../../../application/ports/province.js';
import { isOwnPayCode } from '../../../../domain/payment-notices/own-pay-code.js';
import { isPayCode } from '../../../../domain/payment-notices/pay-code.js';
import { NormCalls } from './call.js';
import { Confirming } from './confirming.js';
import { Line } from './line.js';
import type { CnnontaxNeeds } from './needs.js';
import { NoticeCalls } from './notice-calls.js';
import { NormPaidFrames } from './paid-frames.js';
import { cnnontaxSettings } from './settings-check.js';

/** The province of one region in dialect `cnnontax-xml`. It has no statement. Throws where the settings are not usable. */
export function createCnnontaxProvince(needs: CnnontaxNeeds, stored: Readonly<Record<string, unknown>>): Province {
  const settings = cnnontaxSettings(stored);
  const { msgNo, region, listen, ownCodes, payCode } = settings;
  const calls = new NormCalls(needs, settings, new Line(settings.line));
  const notices = new NoticeCalls(settings, calls, { clock: needs.clock, codes: ownCodes && needs.payCodes(region, ownCodes.system) });
  return {
    region, queries: notices,
    isPayCodeFromElsewhere: (code) => isPayCode(code, payCode) && (ownCodes === undefined || !isOwnPayCode(code, region, ownCodes.system)),
    ...(msgNo.issue === '' ? {} : { pushing: notices, voiding: notices }),
    ...(msgNo.issue === '' || ownCodes === undefined ? {} : { issuing: notices }),
    ...(msgNo.confirm === '' ? {} : { confirming: new Confirming(settings, calls, notices) }),
    ...(listen === undefined ? {} : { paidFrames: new NormPaidFrames(needs, settings) }),
  };
}
