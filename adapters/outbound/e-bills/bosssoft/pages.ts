import type { EBillPages } from '../../../../application/ports/bill-issuer.js';
import { callSystem, unknown } from './call.js';
import { objectOf } from './envelope.js';
import type { BosssoftNeeds } from './needs.js';
import { shownUrl } from './shown-links.js';

/** The page for a phone. */
const channelMode = '1';

export const eBillPages = (needs: BosssoftNeeds): EBillPages => ({
  pageAddress: async ({ eBillCode, eBillNo, checkCode }) => {
    const said = await callSystem(needs, 'getEBillPicUrl', { eBillCode, eBillNo }, { billBatchCode: eBillCode, billNo: eBillNo, random: checkCode, channelMode });
    if (said.kind === 'unknown') return said;
    if (said.kind === 'no') return needs.settings.codes.notFound.includes(said.code) ? { kind: 'not-found' } : { kind: 'refused', code: said.code, text: said.text };
    const url = shownUrl(needs.settings.pageOrigins, objectOf(said.message)?.get('pictureUrl'));
    if (url === undefined) needs.journal.warn('ebill-link-refused', { field: 'pictureUrl' });
    return url === undefined ? unknown('unreadable') : { kind: 'page', url };
  },
});
