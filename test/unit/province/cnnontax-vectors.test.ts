import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { frameOf, unframed } from '../../../adapters/outbound/province/cnnontax/frame.js';
import { macHolds, macOf, type MacRule } from '../../../adapters/outbound/province/cnnontax/mac.js';
import { messageXml, readMessage } from '../../../adapters/outbound/province/cnnontax/message.js';
import { normFrame, readNormFrame, type NormMac } from '../../../adapters/simulators/province/norm/norm-frame.js';

interface Vector {
  readonly name: string; readonly msgNo: string; readonly msgId: string; readonly msgRef: string; readonly from: string; readonly to: string; readonly workDate: string;
  readonly voucher: Readonly<Record<string, string>>; readonly xml: string; readonly macs: Readonly<Record<MacRule['rule'], string>>; readonly length: number;
}
const { token, messages } = JSON.parse(readFileSync('test/unit/province/vectors/cnnontax.json', 'utf8')) as { readonly token: string; readonly messages: readonly Vector[] };
const rules = ['none', 'sha256-token-prefix', 'sm3-token-prefix', 'hmac-sm3'] as const;
const ruleOf = (rule: MacRule['rule']): MacRule => (rule === 'none' ? { rule } : { rule, token });
const simulated = (rule: MacRule['rule']): NormMac => (rule === 'none' ? { rule } : { rule, callToken: token, messageToken: token });
const ourWriting: readonly string[] = ['query', 'paid', 'paid-reply'];

describe('frames that were computed outside of the product', () => {
  for (const vector of messages) {
    const { name, msgNo, msgId, msgRef, from, to, workDate, voucher, xml, macs, length } = vector;
    const frame = (rule: MacRule['rule'], mac = macs[rule]): Buffer => Buffer.from(`${String(length).padEnd(8)}CNNONTAX1.0${msgNo}${xml}${mac}`, 'latin1');

    for (const rule of rules) {
      it(`are read alike by the adapter and by the simulated province: ${name}, ${rule}`, () => {
        const told = { msgNo, msgId, msgRef, vouchers: [voucher] };
        for (const mac of [macs[rule], macs[rule].toUpperCase()]) {
          const opened = unframed(frame(rule, mac), ruleOf(rule));
          expect(opened).to.deep.equal({ kind: 'frame', msgNo, xml });
          expect(readMessage(msgNo, xml)).to.deep.equal({ ...told, from, to, workDate });
          expect(readNormFrame(simulated(rule), 'callToken', frame(rule, mac))).to.deep.equal({ ...told, from, to, day: workDate });
        }
        expect([macOf(ruleOf(rule), Buffer.from(xml)), macHolds(ruleOf(rule), Buffer.from(xml), macs[rule])]).to.deep.equal([macs[rule], true]);
      });
    }

    if (ourWriting.includes(name)) {
      it(`are written byte for byte: ${name}`, () => {
        const written = messageXml({ msgNo, msgId, msgRef, from, to, workDate, vouchers: [voucher] });
        expect(written).to.equal(xml);
        for (const rule of rules) expect(frameOf(msgNo, written ?? '', ruleOf(rule)).toString('latin1')).to.equal(frame(rule).toString('latin1'));
      });
    }
  }

  it('are read by the adapter as the simulated province writes them, with attributes and upper case', () => {
    for (const rule of rules) {
      const made = normFrame(simulated(rule), 'messageToken', { msgNo: '5996', msgId: 'M1', msgRef: 'M1', from: 'F350400', to: 'K3504000001', day: '20260508', vouchers: [{ PayerName: '镕堃<喆>&鎔', Amt: '80.0' }] });
      const opened = unframed(made, ruleOf(rule));
      expect(opened.kind === 'frame' && readMessage(opened.msgNo, opened.xml)?.vouchers).to.deep.equal([{ PayerName: '镕堃<喆>&鎔', Amt: '80.0' }]);
    }
  });

  it('are not believed with any one bit changed, but for the case of a letter in the code', () => {
    const [vector] = messages;
    if (vector === undefined) return expect.fail('no vector');
    const { msgNo, xml, macs, length } = vector;
    const whole = Buffer.from(`${String(length).padEnd(8)}CNNONTAX1.0${msgNo}${xml}${macs['hmac-sm3']}`, 'latin1');
    const believed: string[] = [];
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const changed = Buffer.from(whole);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const opened = unframed(changed, ruleOf('hmac-sm3'));
      // The number before the XML is under no code: the head repeats it under one.
      if (opened.kind === 'frame' && readMessage(opened.msgNo, opened.xml) !== undefined) believed.push(changed.subarray(-64).equals(whole.subarray(-64)) ? `bit ${bit}` : changed.toString('latin1', whole.length - 64).toLowerCase());
    }
    expect(believed.length).to.equal(macs['hmac-sm3'].replace(/[0-9]/g, '').length);
    expect(new Set(believed)).to.deep.equal(new Set([macs['hmac-sm3']]));
  });
});
