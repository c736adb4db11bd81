import type { Directory, DirectoryEditor } from '../../../application/ports/directory.js';
import type { TamperWatch } from './tamper-watch.js';

/** The directory, with an alarm for each changed row that it meets. */
export const watchedDirectory = (directory: Directory, watch: TamperWatch): Directory => ({
  developer: (devId) => watch.over(directory.developer(devId)),
  payee: (merchantNo) => watch.over(directory.payee(merchantNo)),
  channelsOf: (merchantNo) => watch.over(directory.channelsOf(merchantNo)),
  channelMerchant: (channelMerchantId) => watch.over(directory.channelMerchant(channelMerchantId)),
  channelMerchantsAt: (payChannel) => watch.over(directory.channelMerchantsAt(payChannel)),
  channelAt: (payChannel) => watch.over(directory.channelAt(payChannel)),
  region: (regionCode) => watch.over(directory.region(regionCode)),
  industry: (industryCode) => watch.over(directory.industry(industryCode)),
  nontaxRegion: (regionCode) => watch.over(directory.nontaxRegion(regionCode)),
  nontaxItem: (regionCode, itemCode) => watch.over(directory.nontaxItem(regionCode, itemCode)),
  nontaxItems: (regionCode) => watch.over(directory.nontaxItems(regionCode)),
});

/** The same of changes by commands. */
export const watchedEditor = (editor: DirectoryEditor, watch: TamperWatch): DirectoryEditor => ({
  saveDeveloper: (developer, by) => watch.over(editor.saveDeveloper(developer, by)),
  savePayee: (payee, by) => watch.over(editor.savePayee(payee, by)),
  saveChannelMerchant: (account, by) => watch.over(editor.saveChannelMerchant(account, by)),
  savePayeeChannel: (link, by) => watch.over(editor.savePayeeChannel(link, by)),
  saveNontaxRegion: (region, by) => watch.over(editor.saveNontaxRegion(region, by)),
  saveNontaxItem: (item, by) => watch.over(editor.saveNontaxItem(item, by)),
});
