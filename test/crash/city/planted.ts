import { askJson } from '../../../bootstrap/profiles/embedded/outside-link.js';
import { workOff } from '../calm.js';
import { pause, type Chance } from '../chance.js';
import { isPaid } from '../scenes.js';
import type { CityStage } from './city-scenes.js';
import { wordsOf } from './people.js';

/** Two refusals that only people can mend, planted when everything is at rest: the four-way check must see exactly these. */
export async function plantWhatStays(stage: CityStage, chance: Chance): Promise<void> {
  const { premises, people } = stage;
  await askJson('POST', `${premises.eBillUrl}/sim/faults`, { target: 'invoiceEBill', fault: 'e-code' });
  people.plantedWithoutEBill.add(await paidOrder(stage, chance, 'inTheApp'));
  await askJson('POST', `${premises.provinceUrl}/sim/units`, { unit: '350400101', items: ['NONE'] });
  people.plantedWithoutNotice.add(await paidOrder(stage, chance, 'byJob'));
}

async function paidOrder(stage: CityStage, chance: Chance, what: 'inTheApp' | 'byJob'): Promise<string> {
  const { till, wallet, people, outside, store } = stage;
  const person = { ...people.next(chance, what), isEBillWanted: true };
  const { order, platformOrderNo, cashierUrl } = await till.place(wordsOf(person));
  people.all.set(order.bizOrderNo, person);
  const handover = await wallet.choose(cashierUrl ?? '', 'alipay', 'pc');
  if (!handover) throw new Error('a cashier without Alipay');
  await wallet.visit(handover);
  await wallet.pay(handover);
  if (!await isPaid(stage, order, platformOrderNo)) throw new Error(`order ${platformOrderNo} is not paid`);
  await workOff(outside, store);
  await pause(500);
  await workOff(outside, store);
  return platformOrderNo;
}
