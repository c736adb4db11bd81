import { expect } from 'chai';
import { startEBillSimulator } from '../../../adapters/simulators/e-bills/e-bill-simulator.js';
import { startProvinceSimulator } from '../../../adapters/simulators/province/province-simulator.js';
import type { RunningSimulator } from '../../../adapters/simulators/shared/running-simulator.js';
import { SteppedClock } from '../../../adapters/simulators/shared/stepped-clock.js';
import { clientKey } from './e-bill-client.js';

const plan = (simulator: RunningSimulator, target: string, fault: string): Promise<Response> =>
  fetch(`${simulator.baseUrl}/sim/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ target, fault }) });

/** What the fact sheets list (province-nontax.md 6, ebill.md 7), and how it is ordered here. What each does is tried where its dialect is. */
const ofProvince: readonly (readonly [listed: string, target: string, fault: string])[] = [
  ['timeout before commit', 'confirm', 'timeout-before'], ['timeout after commit', 'confirm', 'timeout-after'], ['bad signature', 'query', 'bad-signature'], ['wrong amount in query', 'query', 'wrong-amount'],
  ['duplicate paid notice', 'paid-message', 'duplicate'], ['notice before confirm reply', 'confirm', 'message-first'], ['statement with missing line', 'statement', 'missing-line'], ['statement with extra line', 'statement', 'extra-line'],
  ['statement with wrong sum', 'statement', 'wrong-sum'], ['GBK names', 'query', 'gbk-names'], ['half frames', 'query', 'half-frame'], ['two frames in one packet', 'paid-message', 'two-frames'], ['frames in pieces', 'paid-message', 'split-frame'], ['state query', 'state', 'timeout-after'],
];
const ofEBills: readonly (readonly [listed: string, target: string, fault: string])[] = [
  ['timeout after issue', 'invoiceEBill', 'timeout-after'], ['bad sign in reply', 'invoiceEBill', 'bad-sign'], ['result E-code with text', 'invoiceEBill', 'e-code'], ['stock exhausted', 'invoiceEBill', 'stock-exhausted'],
  ['amount mismatch', 'getEBillByBusNo', 'other-amount'], ['duplicate busNo with different amount', 'invoiceEBill', 'duplicate-bus-no'], ['slow page', 'page', 'slow'],
];

describe('faults that the fact sheets list', () => {
  const simulators: RunningSimulator[] = [];
  const partner = { region: '350400', deptcode: '1', appid: 'A', signing: { form: 'md5-upper', callKey: 'KEY-1', messageKey: 'KEY-2' } } as const;
  before(async () => {
    const clock = new SteppedClock();
    simulators.push(await startProvinceSimulator({ port: 0, clock, partner }), await startEBillSimulator({ port: 0, clock, clients: [{ appid: 'UNIT1', key: clientKey, version: '1.0', place: undefined, digest: 'md5-upper' }] }));
  });
  after(() => Promise.all(simulators.map((simulator) => simulator.close())));

  for (const [index, list] of [ofProvince, ofEBills].entries()) {
    for (const [listed, target, fault] of list) {
      it(`can be ordered: ${listed}`, async () => { expect((await plan(simulators[index] as RunningSimulator, target, fault)).status).to.equal(200); });
    }
  }

  it('cannot be ordered where they are none', async () => {
    for (const [target, fault] of [['query', 'nonsense'], ['nonsense', 'timeout-before'], ['statement', 'slow']] as const) expect((await plan(simulators[0] as RunningSimulator, target, fault)).status).to.equal(400);
  });
});
