import { expect } from 'chai';
import type { Directory } from '../../../application/ports/directory.js';
import type { ChannelMerchant } from '../../../domain/directory/channel-merchant.js';
import { onlyProductionAccounts, refuseForeignTexts } from '../../../bootstrap/production-accounts.js';

const account = (environment: ChannelMerchant['environment']): ChannelMerchant => ({
  channelMerchantId: environment, payChannel: 'alipay', channelMerchantName: 'n', channelMerchantNo: '1', channelAppId: '2', environment, keyName: 'k', settings: {}, enabled: true, remark: '', createdAt: undefined, version: 1,
});

describe('channel accounts in production', () => {
  const alarms: string[] = [];
  const quiet = () => undefined;
  const directory = {
    developer: async () => undefined, payee: async () => undefined, channelsOf: async () => [],
    channelAt: async () => undefined, region: async () => undefined, industry: async () => undefined, nontaxRegion: async () => undefined, nontaxItem: async () => undefined, nontaxItems: async () => [],
    channelMerchantsAt: async () => [account('production'), account('test'), account('simulator')],
    channelMerchant: async (id: string) => (id === 'none' ? undefined : account(id as ChannelMerchant['environment'])),
  } as Directory;
  const production = onlyProductionAccounts(directory, { info: quiet, warn: quiet, fault: quiet, alarm: (event) => { alarms.push(event); } });

  it('are those of production; a simulator or test account does not exist, and somebody is told (CHN-07)', async () => {
    expect((await production.channelMerchant('production'))?.environment).to.equal('production');
    expect([await production.channelMerchant('simulator'), await production.channelMerchant('test'), await production.channelMerchant('none')]).to.deep.equal([undefined, undefined, undefined]);
    expect((await production.channelMerchantsAt('alipay')).map(({ environment }) => environment)).to.deep.equal(['production']);
    expect(alarms).to.deep.equal(['foreign-account-in-production', 'foreign-account-in-production']);
  });
});

describe('the text message platform in production', () => {
  it('is one of production, or none', () => {
    for (const environment of ['test', 'simulator'] as const) expect(() => { refuseForeignTexts({ environment }); }).to.throw(/CHN-07/);
    refuseForeignTexts({ environment: 'production' });
    refuseForeignTexts(undefined);
  });
});
