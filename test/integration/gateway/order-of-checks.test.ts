import { expect } from 'chai';
import { startCity, type City } from '../../support/city.js';
import {
  countOrders, enrol, expectRefusal, freshNumber, isSignedByPlatform, answerOf, newParty, order, orderData, send, signatureOf, textToSign, timeText, base64, type Parameters, type Party, type Sent,
} from './outsider.js';

/** A request before it is written down; each defect spoils one thing of it. */
interface Draft {
  verb: string; path: string; contentType: string; omit: string[]; extra: Parameters; replace: Parameters; data: Record<string, unknown>; dataText?: string;
  oversize: boolean; notUtf8: boolean; notJson: boolean; wrongSignature: boolean; address: boolean; permission: boolean;
}

interface Defect { readonly name: string; readonly code: string; readonly subCode?: string; readonly subMsg?: string; readonly status?: number; readonly spoil: (draft: Draft, city: City) => void }

/** In the order in which the gateway looks (GW-01). From 40301 on the developer is known and the answer is signed. */
const defects: readonly Defect[] = [
  { name: 'another verb', code: '40002', subCode: 'FIELD_BAD', subMsg: '只接受 POST', status: 405, spoil: (draft) => { draft.verb = 'PUT'; } },
  { name: 'another content type', code: '40002', subCode: 'FIELD_BAD', subMsg: 'Content-Type 须为 application/json 或表单，UTF-8', status: 415, spoil: (draft) => { draft.contentType = 'text/plain'; } },
  { name: 'a query', code: '40002', subCode: 'FIELD_BAD', subMsg: '参数须放在请求正文中', spoil: (draft) => { draft.path = '/gateway?a=1'; } },
  { name: 'a body over 64 KiB', code: '40002', subCode: 'FIELD_BAD', subMsg: '请求正文过大', status: 413, spoil: (draft) => { draft.oversize = true; } },
  { name: 'a byte that is not UTF-8', code: '40002', subCode: 'FIELD_BAD', subMsg: '请求正文不是 UTF-8', spoil: (draft) => { draft.notUtf8 = true; } },
  { name: 'broken JSON', code: '40002', subCode: 'FIELD_BAD', subMsg: '请求正文不是合规的 JSON', spoil: (draft) => { draft.notJson = true; } },
  { name: 'a parameter nobody knows', code: '40002', subCode: 'FIELD_BAD', subMsg: '未知参数：signType', spoil: (draft) => { draft.extra['signType'] = 'RSA2'; } },
  { name: 'a missing parameter', code: '40001', subCode: 'FIELD_MISSING', subMsg: '缺少参数：data', spoil: (draft) => { draft.omit.push('data'); } },
  { name: 'a blank in devId', code: '40002', subCode: 'FIELD_BAD', subMsg: 'devId 格式不正确', spoil: (draft) => { draft.replace['devId'] = 'DEV 1'; } },
  { name: 'another version', code: '40007', subMsg: 'version 须为 1.0.0', spoil: (draft) => { draft.replace['version'] = '2.0.0'; } },
  { name: 'an unknown method', code: '40007', subMsg: 'method 不存在', spoil: (draft) => { draft.replace['method'] = 'epay-trade-core.order.steal'; } },
  { name: 'an old timestamp', code: '40005', spoil: (draft, city) => { draft.replace['timestamp'] = timeText(city.now() - 3_600_000); } },
  { name: 'a wrong signature', code: '40003', spoil: (draft) => { draft.wrongSignature = true; } },
  { name: 'a foreign address', code: '40301', spoil: (draft) => { draft.address = true; } },
  { name: 'a method without permission', code: '40302', spoil: (draft) => { draft.permission = true; } },
  { name: 'data that is not JSON', code: '40002', subCode: 'FIELD_BAD', subMsg: 'data 不是合规的 JSON', spoil: (draft) => { draft.dataText = '{"merchantNo":'; } },
  { name: 'a field against the schema', code: '40002', subCode: 'FIELD_BAD', subMsg: 'orderAmount 格式不正确', spoil: (draft) => { draft.data['orderAmount'] = '0'; } },
  { name: 'a payee of somebody else', code: '40302', spoil: (draft) => { draft.data['merchantNo'] = 'M99'; } },
  { name: 'an address of nobody', code: '40004', subCode: 'URL_BAD', subMsg: 'notifyUrl 的来源未登记', spoil: (draft) => { draft.data['notifyUrl'] = 'http://203.0.113.7/x'; } },
  { name: 'a discount as big as the amount', code: '40004', subCode: 'AMOUNT_BAD', subMsg: '业务优惠金额须小于订单金额', spoil: (draft) => { draft.data['bizDiscountAmount'] = '8000'; } },
];
const firstSigned = defects.findIndex((defect) => defect.code === '40301');

describe('order of checks at the gateway (GW-01)', function () {
  this.timeout(60_000);
  let city: City;
  let parties: readonly Party[];
  before(async () => {
    city = await startCity();
    const keys = newParty('unused');
    parties = await Promise.all([0, 1, 2, 3].map(async (flags) => enrol(city, { ...keys, devId: `DEV-ORDER-${flags}` }, {
      ...(flags & 1 ? { allowedAddresses: ['203.0.113.9'] } : {}), ...(flags & 2 ? { allowedMethods: ['epay-trade-core.order.query'] } : {}),
    })));
  });
  after(async () => city.close());

  function written(spoiled: readonly Defect[]): { readonly sent: Sent; readonly party: Party } {
    const draft: Draft = {
      verb: 'POST', path: '/gateway', contentType: 'application/json', omit: [], extra: {}, replace: {}, data: { ...orderData(city, { bizOrderNo: freshNumber() }) },
      oversize: false, notUtf8: false, notJson: false, wrongSignature: false, address: false, permission: false,
    };
    for (const defect of spoiled) defect.spoil(draft, city);
    const party = parties[(draft.address ? 1 : 0) + (draft.permission ? 2 : 0)] as Party;
    const unsigned: Parameters = {
      version: '1.0.0', method: order, timestamp: timeText(city.now()), devId: party.devId, data: base64(draft.dataText ?? draft.data), ...draft.replace, ...draft.extra,
    };
    const parameters: Parameters = { ...unsigned, sign: signatureOf(party, textToSign(unsigned) + (draft.wrongSignature ? 'x' : '')) };
    for (const name of draft.omit) delete parameters[name];
    const text = `${JSON.stringify(parameters)}${draft.notJson ? '}' : ''}`;
    const body = Buffer.concat([Buffer.from(text), Buffer.from(draft.notUtf8 ? [0xff] : []), Buffer.alloc(draft.oversize ? 65_536 : 0, ' ')]);
    return { sent: { verb: draft.verb, path: draft.path, headers: { 'content-type': draft.contentType }, body }, party };
  }

  async function check(spoiled: readonly Defect[]): Promise<void> {
    const first = spoiled[0] as Defect;
    const { sent, party } = written(spoiled);
    const reply = await send(city.baseUrl, sent);
    expectRefusal(reply, first);
    const answer = answerOf(reply);
    if (first.code !== '40003') expect(answer['data']).to.equal('e30=');
    if (defects.indexOf(first) < firstSigned) expect(answer['sign']).to.equal('');
    else expect(await isSignedByPlatform(city, party, answer)).to.equal(true);
  }

  it('takes the request that has no defect, so that each refusal below has its one reason', async () => {
    const orders = await countOrders(city);
    const { sent } = written([]);
    expect(answerOf(await send(city.baseUrl, sent))['code']).to.equal('10000');
    expect(await countOrders(city)).to.equal(orders + 1);
  });

  for (const [index, defect] of defects.entries()) {
    it(`answers ${defect.code} to ${defect.name}, whatever else is wrong later, and stores nothing`, async () => {
      const orders = await countOrders(city);
      await check([defect]);
      for (const later of defects.slice(index + 1)) await check([defect, later]).catch((error: unknown) => { throw new Error(`with ${later.name}: ${String(error)}`); });
      expect(await countOrders(city)).to.equal(orders);
    });
  }

  it('names the verb it takes when it refuses another, TRACE included', async () => {
    for (const verb of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
      const reply = await send(city.baseUrl, { verb });
      expect([verb, reply.status, reply.headers['allow']]).to.deep.equal([verb, 405, 'POST']);
    }
  });
});
