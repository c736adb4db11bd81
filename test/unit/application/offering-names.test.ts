import { expect } from 'chai';
import { mostNames, OfferNames } from '../../../application/lists/offer-names.js';
import { aChannelMerchant, anIndustry, aPayee, aPayeeChannel, aRegion } from '../../builders/directory.js';
import { PayeeTown } from './directory/payee-town.js';

describe('names that a filter of a list offers', () => {
  let town: PayeeTown;
  let offer: OfferNames;
  before(async () => {
    town = await PayeeTown.open();
    offer = new OfferNames(town.parts.unitOfWork);
    await town.change(async ({ directory }) => {
      await directory.regions.add(aRegion({ regionCode: '350402', regionName: '梅列区', parentRegionCode: '350400' }));
      await directory.regions.add(aRegion({ regionCode: '350500', regionName: '泉州市' }));
      await directory.industries.add(anIndustry({ industryCode: 'MED', industryName: '医疗卫生' }));
      await directory.payees.add(aPayee({ merchantNo: 'M1', institutionNo: 'I1', regionCode: '350402', industryCode: 'EDU' }));
      await directory.payees.add(aPayee({ merchantNo: 'M2', payeeName: '泉州', institutionNo: 'I2', regionCode: '350500', industryCode: 'MED' }));
      await directory.channelMerchants.add(aChannelMerchant('alipay', { channelMerchantId: 'CM-2', channelMerchantName: '泉州专户', channelMerchantNo: '2088000000000002' }));
      await directory.payeeChannels.add(aPayeeChannel('alipay', { merchantNo: 'M1' }));
      await directory.payeeChannels.add(aPayeeChannel('alipay', { merchantNo: 'M2', channelMerchantId: 'CM-2', enabled: false }));
    });
  });

  it('are those of the whole directory, each once, for whoever sees everything', async () => {
    expect(await offer.run('regions', { kind: 'all' })).to.have.members(['三明市', '梅列区', '泉州市']);
    expect(await offer.run('industries', { kind: 'all' })).to.have.members(['教育', '医疗卫生']);
    expect(await offer.run('channel-merchants', { kind: 'all' })).to.have.members(['账户 alipay', '账户 unionpay', '泉州专户']);
  });

  it('are to an account that is limited those that its payees have to do with, and no others (ISO-01)', async () => {
    for (const scope of [{ kind: 'institution', institutionNo: 'I1' }, { kind: 'region', regionCode: '350400' }] as const) {
      expect(await offer.run('regions', scope)).to.deep.equal(['梅列区']);
      expect(await offer.run('industries', scope)).to.deep.equal(['教育']);
      expect(await offer.run('channel-merchants', scope)).to.deep.equal(['账户 alipay']);
    }
    expect(await offer.run('channel-merchants', { kind: 'institution', institutionNo: 'I2' }), 'switched off, and of orders there are').to.deep.equal(['泉州专户']);
    expect(await offer.run('regions', { kind: 'institution', institutionNo: 'nobody' })).to.deep.equal([]);
  });

  it('are none where there are more than anybody chooses from', async () => {
    await town.change(async ({ directory }) => {
      for (let n = 0; n < mostNames; n += 1) await directory.industries.add(anIndustry({ industryCode: `N${n}`, industryName: `行业${n}` }));
    });
    expect(await offer.run('industries', { kind: 'all' })).to.equal(undefined);
  });
});
