import { expect } from 'chai';
import { OpenDays } from '../../../../application/reconciliation/open-days.js';
import { emptyDay } from '../../../../application/reconciliation/start-run.js';
import type { Stores } from '../../../../application/ports/unit-of-work.js';
import { aStatement } from '../../../contract/persistence/money-builders.js';
import { aChannelMerchant } from '../../../builders/directory.js';
import { firstDay, openHouse, type CountingHouse } from './counting-house.js';

const secondDay = '20260509';

describe('the day to which an entry is posted', () => {
  let house: CountingHouse;
  beforeEach(async () => {
    house = await openHouse();
    await house.store.unitOfWork.run(async ({ reconciliation }) => {
      for (const channel of ['unionpay', 'alipay'] as const) for (const day of [firstDay, secondDay]) await reconciliation.addDay(emptyDay(aChannelMerchant(channel), day));
    });
  });
  const dayFor = (merchantNo: string, stores: (given: Stores) => Pick<Stores, 'settlement' | 'reconciliation'> = (given) => given) =>
    house.store.unitOfWork.run((given) => new OpenDays(stores(given)).dayFor(merchantNo, firstDay));
  const giveOut = (settleDay: string, merchantNo = 'M1') => house.store.unitOfWork.run(({ settlement }) => settlement.addStatement(aStatement({ settleDay, merchantNo })));
  /** Versions of the second day's records, by channel merchant. */
  const versions = async () => (await house.store.unitOfWork.read(({ reconciliation }) => reconciliation.daysOn(secondDay))).map(({ channelMerchantId, version }) => `${channelMerchantId} ${version}`);

  it('is that of its bill while that is open, and nobody is hindered', async () => {
    await giveOut(firstDay, 'M2');
    expect(await dayFor('M1')).to.equal(firstDay);
    expect(await versions()).to.deep.equal(['CM-ALI 1', 'CM-UNI 1']);
  });

  it('is the next where the payee\'s statement was given out, and that day\'s one record is taken', async () => {
    await giveOut(firstDay);
    expect(await dayFor('M1')).to.equal(secondDay);
    expect(await versions()).to.deep.equal(['CM-ALI 2', 'CM-UNI 1']);
  });

  it('is taken once for all payees of a page', async () => {
    for (const merchantNo of ['M1', 'M2']) await giveOut(firstDay, merchantNo);
    const found = await house.store.unitOfWork.run(async (stores) => {
      const open = new OpenDays(stores);
      return [await open.dayFor('M1', firstDay), await open.dayFor('M2', firstDay), await open.dayFor('M1', firstDay)];
    });
    expect([found, await versions()]).to.deep.equal([[secondDay, secondDay, secondDay], ['CM-ALI 2', 'CM-UNI 1']]);
  });

  it('is looked for again when that day\'s statement was given out before its record could be taken', async () => {
    await giveOut(firstDay);
    let looks = 0;
    // As READ COMMITTED shows it: nothing at the first look, and at the look behind the taken record what was committed meanwhile.
    const late = ({ settlement, reconciliation }: Stores) => ({ reconciliation, settlement: { ...settlement, statementsOn: async (day: string) => (day === secondDay && looks++ > 0 ? ['M1'] : settlement.statementsOn(day)) } });
    expect(await dayFor('M1', late)).to.equal('20260510');
    expect(looks).to.equal(3);
    expect(await versions()).to.deep.equal(['CM-ALI 1', 'CM-UNI 1']);
  });
});
