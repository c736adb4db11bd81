import { paysBy, usualTerms } from '../../domain/directory/channel.js';
import type { PayeeChannel } from '../../domain/directory/channel-merchant.js';
import type { InIndustry } from '../../domain/directory/industry.js';
import type { Payee } from '../../domain/directory/payee.js';
import { maxRegionDepth } from '../../domain/directory/region.js';
import type { Directory } from '../ports/directory.js';

/**
 * The payee's links that are switched on and whose account is too, each with the methods that its channel pays by as well (1.1.1.2-a, 1.1.4.1.2-f, -g);
 * a link without any is left out.
 */
export async function openLinks(directory: Directory, merchantNo: string, isCombined: boolean): Promise<readonly PayeeChannel[]> {
  const links = (await directory.channelsOf(merchantNo)).filter((link) => link.enabled);
  const open = await Promise.all(links.map(async (link): Promise<readonly PayeeChannel[]> => {
    if ((await directory.channelMerchant(link.channelMerchantId))?.enabled !== true) return [];
    const methods = paysBy(await directory.channelAt(link.payChannel) ?? usualTerms, isCombined);
    const payMethods = link.payMethods.filter((method) => methods.includes(method));
    return payMethods.length === 0 ? [] : [{ ...link, payMethods }];
  }));
  return open.flat();
}

/** New orders are taken only while the payee's industry is on, and its region with all above it (1.1.6.1.2-g, 1.1.6.1.3-g). What nobody has made a record of is on. */
export async function isPlaceOpen(directory: Directory, payee: Pick<Payee, 'regionCode'> & InIndustry): Promise<boolean> {
  if (payee.industryCode !== undefined && (await directory.industry(payee.industryCode))?.enabled === false) return false;
  for (let [code, depth] = [payee.regionCode, 0]; code !== undefined && depth < maxRegionDepth; depth++) {
    const region = await directory.region(code);
    if (region?.enabled === false) return false;
    code = region?.parentRegionCode;
  }
  return true;
}
