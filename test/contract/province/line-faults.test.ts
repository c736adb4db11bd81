import { expect } from 'chai';
import { CnnontaxTown } from './cnnontax-town.js';
import { ProvinceDesk, timeoutMs } from './province-desk.js';

describe('faults of the simulated line', function () {
  const town = new CnnontaxTown({ mac: 'sm3-token-prefix', issue: '8994', agreed: true });
  const desk = new ProvinceDesk(town);
  desk.inMocha();

  for (const [fault, why] of [['half-frame', 'unreadable'], ['wrong-length', 'unreadable'], ['other-reference', 'unreadable'], ['bad-signature', 'unsigned'], ['garbage', 'unreadable']] as const) {
    it(`leave open what was answered with ${fault}, and the next question is answered`, async () => {
      const { payCode } = await desk.issued();
      for (const target of ['query', 'state'] as const) {
        await town.fault(target, fault);
        expect(await desk.query(payCode), target).to.deep.equal({ kind: 'unknown', why });
      }
      await town.fault('issue', fault);
      const content = town.content();
      expect(await desk.issuing.issue(content, timeoutMs)).to.deep.include({ kind: 'unknown', why });
      // It was done all the same, and found by its order.
      expect((await town.province.queries.query({ busNo: content.busNo }, timeoutMs)).kind).to.equal('found');
    });
  }

  for (const fault of ['split-frame', 'two-frames']) {
    it(`do not trouble a reader of frames: ${fault}`, async () => {
      const { payCode } = await desk.issued();
      await town.fault('query', fault);
      expect(await desk.stateOf(payCode)).to.equal('unpaid');
    });
  }

  it('strike paid messages too: half of one gets no answer, one in pieces is taken, of two in a packet each is answered', async () => {
    await town.hearing();
    const before = (await town.deliveries(0)).length;
    const told: (readonly [fault: string, result: string, heard: number])[] = [['half-frame', 'no answer', 0], ['wrong-length', 'no answer', 1], ['split-frame', '00000', 1], ['two-frames', '00000', 1], ['garbage', 'no answer', 0]];
    for (const [index, [fault, result, heard]] of told.entries()) {
      const { payCode } = await desk.issued();
      town.heard.length = 0;
      await town.fault('paid-message', fault);
      await desk.paidElsewhere(payCode);
      expect((await town.deliveries(before + index + 1)).at(-1), fault).to.equal(result);
      expect(town.heard.length, fault).to.equal(heard);
    }
  });

  it('include a paid message of another amount, which is handed on as it came', async () => {
    await town.hearing();
    const { payCode } = await desk.issued();
    await town.fault('paid-message', 'wrong-amount');
    await desk.paidElsewhere(payCode);
    const [heard] = town.heard;
    expect(heard !== undefined && 'paid' in heard && heard.paid.amount).to.equal(8001n);
  });
});
