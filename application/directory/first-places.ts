import { usualTerms, type Channel } from '../../domain/directory/channel.js';
import { payChannels, type PayChannel } from '../../domain/directory/channel-merchant.js';
import type { Industry } from '../../domain/directory/industry.js';
import type { Region } from '../../domain/directory/region.js';
import type { Stores } from '../ports/unit-of-work.js';
import type { DirectoryParts } from './as-read.js';

/** Industries and regions that a demo has besides. */
export interface DemoPlaces { readonly industries: readonly Pick<Industry, 'industryCode' | 'industryName'>[]; readonly regions: readonly Pick<Region, 'regionCode' | 'regionName' | 'parentRegionCode'>[] }

const channelNames: Readonly<Record<PayChannel, string>> = { alipay: '支付宝', unionpay: '银联' };

/**
 * Installations are older than the records of channels and regions: what their accounts, payees and non-tax configuration name gets a record that
 * changes nothing (1.1.4.1.2, 1.1.6.1.2). Run at each start; whatever has a record already stays as it is.
 */
export class FirstPlaces {
  readonly #parts: DirectoryParts;
  constructor(parts: DirectoryParts) { this.#parts = parts; }

  /** How many records were made. */
  async run(demo: DemoPlaces = { industries: [], regions: [] }): Promise<number> {
    const { unitOfWork } = this.#parts;
    const wanted = await unitOfWork.read(async ({ directory }) => {
      const [channels, regions, industries, nontax, payees] = [await directory.channels.all(), await directory.regions.all(), await directory.industries.all(), await directory.nontaxRegions.all(), await directory.payees.all()];
      // A record that somebody has deleted, because there are no accounts at the channel, does not come back.
      const used = await Promise.all(payChannels.map(async (payChannel) => channels.length === 0 || directory.channelMerchants.any({ payChannel })));
      const names = new Map<string, Pick<Region, 'regionName' | 'parentRegionCode'>>();
      for (const { regionCode } of payees) if (regionCode !== undefined) names.set(regionCode, { regionName: regionCode, parentRegionCode: undefined });
      for (const { regionCode, regionName } of nontax) names.set(regionCode, { regionName, parentRegionCode: undefined });
      for (const { regionCode, ...named } of demo.regions) names.set(regionCode, named);
      return {
        channels: payChannels.filter((payChannel, at) => used[at] && !channels.some((channel) => channel.payChannel === payChannel)),
        regions: [...names].filter(([code]) => !regions.some(({ regionCode }) => regionCode === code)),
        industries: demo.industries.filter(({ industryCode }) => !industries.some((known) => known.industryCode === industryCode)),
      };
    });
    for (const payChannel of wanted.channels) await this.#add('channel', payChannel.toUpperCase(), channelNames[payChannel], ({ directory }, createdAt) => directory.channels.add(channelOf(payChannel, createdAt)));
    for (const [regionCode, named] of wanted.regions) {
      await this.#add('region', regionCode, named.regionName, ({ directory }, createdAt) => directory.regions.add({ regionCode, ...named, adminOperatorNo: undefined, enabled: true, remark: '', createdAt, version: 1 }));
    }
    for (const industry of wanted.industries) {
      await this.#add('industry', industry.industryCode, industry.industryName, ({ directory }, createdAt) => directory.industries.add({ ...industry, enabled: true, remark: '', createdAt, version: 1 }));
    }
    return wanted.channels.length + wanted.regions.length + wanted.industries.length;
  }

  /** Another process may start at the same moment. */
  async #add(kind: 'channel' | 'region' | 'industry', no: string, name: string, add: (stores: Stores, at: number) => Promise<'added' | 'exists'>): Promise<void> {
    const { unitOfWork, ids, clock } = this.#parts;
    const titles = { channel: '支付渠道', region: '区域', industry: '行业' } as const;
    await unitOfWork.run(async (stores) => {
      const at = clock.now();
      if (await add(stores, at) === 'exists') return;
      await stores.audit.append({
        entryId: ids.next(), at, actor: { kind: 'system', code: 'first-start', address: undefined }, action: `${kind}.added`, objectKind: kind, objectNo: no, description: `启动时建立${titles[kind]} ${name}`,
        before: undefined, after: { name }, requestId: undefined,
      });
    });
  }
}

const channelOf = (payChannel: PayChannel, createdAt: number): Channel => ({ ...usualTerms, channelNo: payChannel.toUpperCase(), channelName: channelNames[payChannel], payChannel, remark: '', createdAt, version: 1 });
