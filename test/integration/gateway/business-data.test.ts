import { expect } from 'chai';
import { startCity, type City } from '../../support/city.js';
import {
  answerOf, call, countOf, countOrders, enrol, envelope, expectRefusal, freshNumber, isSignedByPlatform, newParty, order, orderData, orderQuery, postForm, postJson, timeText,
  type Expected, type Fields, type Party,
} from './outsider.js';

const bad = (subMsg: string) => ({ code: '40002', subCode: 'FIELD_BAD', subMsg });
const repeat = (text: string, times: number): string => text.repeat(times);

describe('business data of a request (GW-08, GW-10, GW-11, PAY-01)', function () {
  this.timeout(60_000);
  let city: City;
  let party: Party;
  let orders: number;
  before(async () => {
    city = await startCity();
    party = await enrol(city, newParty('DEV-DATA-1'));
  });
  beforeEach(async () => { orders = await countOrders(city); });
  after(async () => city.close());

  async function refused(data: Fields | string, expected: Expected, method = order): Promise<void> {
    const reply = await postJson(city, envelope(city, party, method, data));
    expectRefusal(reply, expected);
    const answer = answerOf(reply);
    expect([answer['data'], await isSignedByPlatform(city, party, answer), await countOrders(city)]).to.deep.equal(['e30=', true, orders]);
  }
  async function accepted(changes: Fields): Promise<void> {
    expect(await call(city, party, order, orderData(city, changes))).to.have.property('code', '10000');
  }
  /** An order's JSON with raw text put in behind its opening brace. */
  const withText = (inside: string): string => `{${inside},${JSON.stringify(orderData(city)).slice(1)}`;

  describe('JSON of data', () => {
    const nested = (depth: number): string => `"nontaxInfo":${repeat('[', depth)}${repeat(']', depth)}`;
    for (const [name, text, words] of [
      ['a field twice', () => withText('"orderAmount":"1"'), 'data 中有重复字段'],
      ['a field twice, once escaped', () => withText('"order\\u0041mount":"1"'), 'data 中有重复字段'],
      ['a field twice, behind blanks and line ends', () => withText(`"orderAmount"${repeat(' \n\t\r', 40)}:"1"`), 'data 中有重复字段'],
      ['a field twice at depth', () => withText('"nontaxInfo":{"eBillWanted":"0","payerType":"1","items":[{"itemCode":"A","itemCode":"B"}]}'), 'data 中有重复字段'],
      ['a field twice at depth, escaped and behind blanks', () => withText(`"nontaxInfo":{"items":[{"itemCode":"A","\\u0069temCode"${repeat(' ', 100)}:"B"}]}`), 'data 中有重复字段'],
      ['nine levels', () => withText(nested(8)), 'data 嵌套过深'],
      ['ten thousand levels', () => `{"a":${repeat('[', 10_000)}`, 'data 嵌套过深'],
      ['ten thousand open objects', () => repeat('{"a":', 6_000), 'data 嵌套过深'],
      ['201 names', () => withText(Array.from({ length: 201 }, (_, index) => `"n${index}":"1"`).join(',')), 'data 字段过多'],
      ['__proto__', () => withText('"__proto__":{"orderAmount":"1"}'), 'data 中有不允许的字段名'],
      ['__proto__, escaped', () => withText('"\\u005f_proto__":"1"'), 'data 中有不允许的字段名'],
      ['__proto__ behind blanks', () => withText(`"__proto__"${repeat(' ', 100)}:"1"`), 'data 中有不允许的字段名'],
      ['constructor at depth', () => withText('"nontaxInfo":{"constructor":{"prototype":"1"}}'), 'data 中有不允许的字段名'],
      ['a byte order mark', () => `\ufeff${JSON.stringify(orderData(city))}`, 'data 不是 UTF-8'],
      ['nothing but blanks', () => '   ', 'data 不是合规的 JSON'],
      ['a list', () => JSON.stringify([orderData(city)]), 'data 须为 JSON 对象'],
      ['null', () => 'null', 'data 须为 JSON 对象'],
      ['a text', () => JSON.stringify('{}'), 'data 须为 JSON 对象'],
      ['a number', () => '12', 'data 须为 JSON 对象'],
      ['single quotes', () => `{'a':'b'}`, 'data 不是合规的 JSON'],
      ['a trailing comma', () => `${JSON.stringify(orderData(city)).slice(0, -1)},}`, 'data 不是合规的 JSON'],
      ['NaN', () => withText('"a":NaN'), 'data 不是合规的 JSON'],
      ['a raw line end in a text', () => withText('"orderDescription":"a\nb"'), 'data 不是合规的 JSON'],
      ['more than 32 KiB', () => JSON.stringify(orderData(city, { orderTitle: 'fee' })).padEnd(32_769), 'data 过大'],
      ['a field nobody knows', () => withText('"state":"2"'), '未知字段：state'],
      ['another case of a field', () => withText('"OrderAmount":"1"'), '未知字段：OrderAmount'],
      ['an unknown field at depth', () => withText('"nontaxInfo":{"paid":"1","eBillWanted":"0","payerType":"1","items":[]}'), '未知字段：nontaxInfo.paid'],
    ] as const) {
      it(`refuses ${name}`, async () => refused(text(), bad(words)));
    }

    for (const [name, bytes] of [['GBK', Buffer.from([0x7b, 0x22, 0xb2, 0xbb, 0x22, 0x3a, 0x22, 0x22, 0x7d])], ['UTF-16 with its mark', Buffer.from('\ufeff{}', 'utf16le')], ['a lone surrogate in UTF-8 form', Buffer.from([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x7d])]] as const) {
      it(`refuses ${name}`, async () => {
        expectRefusal(await postForm(city, envelope(city, party, order, '{}', { data: bytes.toString('base64') })), bad('data 不是 UTF-8'));
      });
    }

    it('takes 32 KiB to the byte', async () => {
      expect(await call(city, party, order, JSON.stringify(orderData(city, { orderTitle: 'fee' })).padEnd(32_768))).to.have.property('code', '10000');
    });

    it('names the field that is missing', async () => {
      for (const name of ['merchantNo', 'bizOrderNo', 'orderDate', 'orderTime', 'orderAmount', 'orderTitle']) {
        await refused(orderData(city, { [name]: undefined }), { code: '40001', subCode: 'FIELD_MISSING', subMsg: `缺少字段：${name}` });
      }
    });
  });

  describe('amounts (1.1.7.1.1-k)', () => {
    for (const amount of ['-1', '+1', '0', '00', '01', '1e2', '1.0', '.5', ' 1', '1 ', '100\n', '100\r', '\t100', '１００', '一百', '1,000', '0x64', '0b1', 'Infinity', 'NaN', '', '100000000000', '999999999991', '1\u0000', '١٠٠', '100\u200b', '1_000', '¥100']) {
      it(`refuses ${JSON.stringify(amount)} fen`, async () => refused(orderData(city, { orderAmount: amount }), bad('orderAmount 格式不正确')));
    }
    for (const [name, amount] of [['a number', 100], ['a list', ['100']], ['an object', { value: '100' }], ['true', true], ['null', null]] as const) {
      it(`refuses ${name} as an amount`, async () => refused(orderData(city, { orderAmount: amount }), bad('orderAmount 类型须为字符串或规定的结构')));
    }
    it('takes 1 fen and 99999999999 fen, and keeps every digit', async () => {
      for (const orderAmount of ['1', '99999999999', '90071992547']) {
        const data = orderData(city, { orderAmount });
        await call(city, party, order, data);
        const shown = await call(city, party, orderQuery, { merchantNo: data['merchantNo'], bizOrderNo: data['bizOrderNo'], orderDate: data['orderDate'] });
        expect(JSON.parse(Buffer.from(shown['data'] ?? '', 'base64').toString())).to.have.property('orderAmount', orderAmount);
      }
    });
    for (const [name, changes, expected] of [
      ['a discount of -1', { bizDiscountAmount: '-1' }, bad('bizDiscountAmount 格式不正确')],
      ['a discount of the whole amount', { bizDiscountAmount: '8000' }, { code: '40004', subCode: 'AMOUNT_BAD', subMsg: '业务优惠金额须小于订单金额' }],
      ['a discount above the amount', { bizDiscountAmount: '8001' }, { code: '40004', subCode: 'AMOUNT_BAD', subMsg: '业务优惠金额须小于订单金额' }],
      ['items that do not add up', { nontaxInfo: { eBillWanted: '0', payerType: '1', items: [{ itemCode: 'A', itemName: '费', quantity: '1', price: '7999', amount: '7999' }] } }, { code: '40004', subCode: 'AMOUNT_BAD', subMsg: '收费项目合计与订单金额不符' }],
      ['an item whose price times quantity is another amount', { nontaxInfo: { eBillWanted: '0', payerType: '1', items: [{ itemCode: 'A', itemName: '费', quantity: '2', price: '8000', amount: '8000' }] } }, { code: '40004', subCode: 'AMOUNT_BAD', subMsg: '收费项目合计与订单金额不符' }],
      ['lines that do not add up', { merchantNo: 'M35040000004', subMerchantOrder: [{ subMerchantNo: 'S350404001', bizSubOrderNo: 'B1', orderAmount: '7999' }] }, { code: '40004', subCode: 'AMOUNT_BAD', subMsg: '子商户明细合计与订单金额不符' }],
      ['one line twice', { merchantNo: 'M35040000004', subMerchantOrder: [1, 2].map((line) => ({ subMerchantNo: 'S350404001', bizSubOrderNo: `B${line}`, orderAmount: '4000' })) }, { code: '40004', subCode: 'AMOUNT_BAD', subMsg: '同一子商户只能有一行' }],
      ['no lines where they are needed', { merchantNo: 'M35040000004' }, { code: '40004', subCode: 'SPLIT_BAD', subMsg: '该收款单位须提供子商户明细' }],
      ['a line of a stranger', { merchantNo: 'M35040000004', subMerchantOrder: [{ subMerchantNo: 'S99', bizSubOrderNo: 'B1', orderAmount: '8000' }] }, { code: '40004', subCode: 'SPLIT_BAD', subMsg: '子商户不存在或未启用' }],
      ['an expiry of 0 minutes', { orderExpiredTime: '0' }, bad('orderExpiredTime 格式不正确')],
      ['an expiry of 21601 minutes', { orderExpiredTime: '21601' }, bad('orderExpiredTime 格式不正确')],
      ['a day that does not exist', { orderDate: '20260230' }, bad('orderDate 格式不正确')],
      ['an hour that does not exist', { orderTime: '20261101240000' }, bad('orderTime 格式不正确')],
      ['a leap second', { orderTime: '20261231235960' }, bad('orderTime 格式不正确')],
      ['a phone of twelve digits', { payerMobile: '138001380001' }, bad('payerMobile 格式不正确')],
      ['a merchant number with SQL', { merchantNo: "M'OR'1" }, bad('merchantNo 格式不正确')],
      ['an own number that begins a formula', { bizOrderNo: '=1+1' }, bad('bizOrderNo 格式不正确')],
      ['an own number with a comma', { bizOrderNo: 'A,B' }, bad('bizOrderNo 格式不正确')],
      ['an own number of 129', { bizOrderNo: 'A'.repeat(129) }, bad('bizOrderNo 格式不正确')],
    ] as const) {
      it(`refuses ${name}`, async () => refused(orderData(city, changes), expected));
    }
  });

  describe('lengths, where a character outside ASCII counts two (1.1.7.1.1-g)', () => {
    const rule = (field: string, max: number): readonly (readonly [string, string, boolean])[] => [
      [field, repeat('缴', max / 2), true], [field, repeat('缴', max / 2 + 1), false], [field, repeat('a', max), true], [field, repeat('a', max + 1), false],
      [field, `${repeat('缴', max / 2 - 1)}ab`, true], [field, `${repeat('缴', max / 2 - 1)}abc`, false],
      [field, repeat('𠮷', max / 2), true], [field, `${repeat('𠮷', max / 2)}a`, false], [field, repeat('é', max / 2), true], [field, repeat('e\u0301', max / 2), false],
    ];
    for (const [field, text, fits] of [['orderTitle', 64], ['orderDescription', 128], ['payerName', 100], ['userId', 64], ['passbackParams', 1024]].flatMap(([field, max]) => rule(String(field), Number(max)))) {
      it(`${fits ? 'takes' : 'refuses'} ${field} of ${[...text].length} characters beginning "${text.slice(0, 2)}" and ending "${text.slice(-2)}"`, async () => {
        if (fits) await accepted({ [field]: text });
        else await refused(orderData(city, { [field]: text }), bad(`${field} 超过长度`));
      });
    }
    it('refuses an empty text where there should be one', async () => refused(orderData(city, { orderTitle: '' }), bad('orderTitle 格式不正确')));
  });

  describe('characters of free text', () => {
    const forbidden: Readonly<Record<string, string>> = {
      NUL: '\u0000', bell: '\u0007', tab: '\t', 'line feed': '\n', 'carriage return': '\r', escape: '\u001b', DEL: '\u007f', NEL: '\u0085', CSI: '\u009b', 'line separator': '\u2028', 'paragraph separator': '\u2029',
      'right-to-left override': '\u202e', 'left-to-right embedding': '\u202a', isolate: '\u2066', 'right-to-left mark': '\u200f', 'Arabic letter mark': '\u061c',
    };
    for (const [name, character] of Object.entries(forbidden)) {
      it(`refuses ${name} in title, description, name and passback`, async () => {
        for (const field of ['orderTitle', 'orderDescription', 'payerName', 'passbackParams']) await refused(orderData(city, { [field]: `不动${character}产` }), bad(`${field} 格式不正确`));
      });
    }
    for (const [name, escaped] of [['a lone high surrogate', '\\ud83d'], ['a lone low surrogate', '\\ude00'], ['two halves in the wrong order', '\\ude00\\ud83d']] as const) {
      it(`refuses ${name}`, async () => {
        await refused(JSON.stringify(orderData(city, { orderTitle: '@' })).replace('"@"', `"${escaped}"`), bad('orderTitle 格式不正确'));
      });
    }
    it('keeps text as sent: not normalised, not trimmed, markup as text, emoji whole', async () => {
      for (const orderTitle of ['e\u0301tude', ' 不动产 ', '<img src=x onerror=alert(1)>', '=HYPERLINK("x")', "a'; DROP TABLE pay_order;--", '缴费😀', '${7*7}{{7*7}}', '%s%n%00']) {
        const bizOrderNo = freshNumber();
        await accepted({ orderTitle, bizOrderNo });
        const stored = await city.resources.unitOfWork.read(({ orders: reader }) => reader.byBizNo(party.devId, 'M35040000001', bizOrderNo));
        expect(stored?.orderTitle).to.equal(orderTitle);
      }
      expect(await countOf(city, 'pay_order')).to.equal(orders + 8);
    });
  });

  it('refuses an order number that is a pattern or an object where text is asked (DB-01)', async () => {
    const date = timeText(city.now()).slice(0, 8);
    for (const [bizOrderNo, words] of [['%', '格式不正确'], ['_', '格式不正确'], [{ $ne: '' }, '类型须为字符串或规定的结构'], [['a'], '类型须为字符串或规定的结构'], [{ name: 1 }, '类型须为字符串或规定的结构']] as const) {
      await refused({ merchantNo: 'M35040000001', bizOrderNo, orderDate: date }, bad(`bizOrderNo ${words}`), orderQuery);
    }
  });
});
