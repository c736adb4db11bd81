import { expect } from 'chai';
import { gbkBytes } from '../../../adapters/outbound/province/cnnontax/gbk.js';
import { paidOf, replyTo, type Nodes } from '../../../adapters/outbound/province/cnnontax/known-messages.js';
import { messageXml, readMessage, type NormMessage, type VoucherFields } from '../../../adapters/outbound/province/cnnontax/message.js';
import { readXml } from '../../../adapters/outbound/province/cnnontax/xml.js';
import { minuteMs } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import { payCodePattern, type PayCodePattern } from '../../../domain/payment-notices/pay-code.js';
import { noon } from '../../builders/moments.js';

const nodes: Nodes = { ours: 'K3504000001', province: 'F350400' };
const told: VoucherFields = {
  PayCode: '35040026300000000001', CfmDate: '20260508', CfmTime: '115900', Amt: '80.0', BankOutlet: '三明支行', Operator: 'op', PayMode: '51', TraNoBus: 'BANK-1', PayerName: '镕鑫 & <子>公司', RecAcctType: '1',
};
const paidMessage = (changes: VoucherFields = {}, head: Partial<NormMessage> = {}): NormMessage =>
  ({ msgNo: '5996', msgId: 'M1', msgRef: 'M1', from: nodes.province, to: nodes.ours, workDate: '20260508', vouchers: [{ ...told, ...changes }], ...head });
const pattern = (): PayCodePattern => { const read = payCodePattern('^[0-9]{20}$'); return read.ok ? read.value : expect.fail('no pattern'); };

describe('message of the national norm', () => {
  it('is written byte for byte: the inner voucher as Base64 of GBK, all else ASCII', () => {
    const inner = gbkBytes('<Voucher><PayCode>35040026300000000001</PayCode></Voucher>')?.toString('base64');
    const query = { msgNo: '2601', msgId: 'M7', msgRef: 'M7', from: nodes.ours, to: nodes.province, workDate: '20260508', vouchers: [{ PayCode: told['PayCode'] ?? '' }] };
    expect(messageXml(query)).to.equal(
      '<?xml version="1.0" encoding="GBK"?><CFX><HEAD><APP>CNNONTAX</APP><VER>1.0</VER><SRC>K3504000001</SRC><DES>F350400</DES><MsgNo>2601</MsgNo><MsgID>M7</MsgID><MsgRef>M7</MsgRef>'
      + `<WorkDate>20260508</WorkDate><Reserve></Reserve></HEAD><MSG><MOF><VoucherCount>1</VoucherCount><VoucherBody><Voucher>${inner}</Voucher></VoucherBody></MOF></MSG></CFX>`);
  });

  it('is read as it was written, names with signs of XML and rare characters included', () => {
    const xml = messageXml(paidMessage()) ?? '';
    expect(xml).to.match(/^[\x20-\x7e]+$/);
    expect(readMessage('5996', xml)).to.deep.equal(paidMessage());
  });

  it('is read with the attributes and blanks that other systems write', () => {
    const xml = (messageXml(paidMessage()) ?? '').replace('<VoucherBody>', '\n<VoucherBody AdmDivCode="350400" StYear="2026" VtCode="5996" VoucherNo="1">\r\n').replace('<Reserve></Reserve>', '<Reserve/>');
    expect(readMessage('5996', xml)).to.deep.equal(paidMessage());
  });

  it('is not written when a name does not fit into GBK', () => {
    expect(messageXml(paidMessage({ PayerName: '𠮷田' }))).to.equal(undefined);
  });

  it('tells of a payment to the fen and the second', () => {
    expect(paidOf(nodes, paidMessage(), pattern())).to.deep.equal({ payCode: told['PayCode'], serialNo: 'BANK-1', amount: fen(8000), paidAt: noon - minuteMs, paymentChannel: '51', sourceSystem: 'F350400' });
  });

  it('tells nothing when a field cannot be read or it is not for us', () => {
    for (const change of [{ PayCode: '1' }, { Amt: '80.001' }, { Amt: '0' }, { Amt: '-1' }, { Amt: '1e2' }, { CfmDate: '20260231' }, { CfmTime: '' }, { TraNoBus: '' }]) {
      expect(paidOf(nodes, paidMessage(change), pattern()), JSON.stringify(change)).to.equal(undefined);
    }
    for (const head of [{ msgNo: '5601' }, { to: 'K3504000002' }, { vouchers: [told, told] }, { vouchers: [] }]) expect(paidOf(nodes, paidMessage({}, head), pattern()), JSON.stringify(head)).to.equal(undefined);
  });

  it('is answered by 8001 with a result in every case', () => {
    const reply = replyTo(nodes, paidMessage(), 'failed', '缴款码不存在', 'M2', noon);
    expect(reply).to.deep.equal({ msgNo: '8001', msgId: 'M2', msgRef: 'M1', from: nodes.ours, to: nodes.province, workDate: '20260508', vouchers: [{ OriMsgNo: '5996', Result: '99999', Information: '缴款码不存在' }] });
    expect(replyTo(nodes, paidMessage(), 'done', '', 'M2', noon).vouchers[0]?.['Result']).to.equal('00000');
    expect(readMessage('8001', messageXml(reply) ?? '')).to.deep.equal(reply);
  });

  it('is not read when it is none, or could be read in two ways', () => {
    const xml = messageXml(paidMessage()) ?? '';
    const withInner = (inner: string): string => xml.replace(/<Voucher>[^<]*/, `<Voucher>${Buffer.from(inner).toString('base64')}`);
    expect(readMessage('5996', withInner('<Voucher><PayCode>1</PayCode></Voucher>'))?.vouchers).to.deep.equal([{ PayCode: '1' }]);
    const bad = [
      '', '<CFX/>', xml.slice(0, -1), `${xml}${xml}`, xml.replace('<VoucherCount>1', '<VoucherCount>2'), xml.replace('CNNONTAX', 'OTHER'), xml.replace('<MsgID>M1', '<MsgID>'), xml.replace('</MsgID>', '</MsgID><MsgID>M9</MsgID>'),
      xml.replace('<Voucher>', '<Voucher>!'), withInner('<Voucher><PayCode>1</PayCode><PayCode>2</PayCode></Voucher>'), withInner('<Voucher><A><B>1</B></A></Voucher>'), withInner('<Other/>'),
    ];
    for (const text of bad) expect(readMessage('5996', text), text.slice(0, 60)).to.equal(undefined);
    expect(readMessage('5601', xml)).to.equal(undefined);
  });
});

describe('XML from strangers', () => {
  it('has no document type, entity, comment, section, instruction or mixture, is not deep and not broad', () => {
    const bad = [
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', '<a>&x;</a>', '<a>&#65;</a>', '<a>& </a>', '<a><!-- --></a>', '<a><![CDATA[x]]></a>', '<a><?php ?></a>', '<a>x<b/></a>', '<a></b>', '<a>', '</a>', 'x', '<a/>x', '<a x=1/>', '<a x="&lt;"/>',
      '<a>'.repeat(9) + '</a>'.repeat(9), `<a>${'<b/>'.repeat(1_000)}</a>`, '<a'.padEnd(100_000),
    ];
    for (const text of bad) expect(readXml(text), text.slice(0, 40)).to.equal(undefined);
  });

  it('keeps the five signs', () => {
    expect(readXml('<a>&lt;&gt;&amp;&quot;&apos;&amp;lt;</a>')?.text).to.equal('<>&"\'&lt;');
  });
});
