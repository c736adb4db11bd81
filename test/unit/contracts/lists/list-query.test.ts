import { expect } from 'chai';
import { Ajv } from 'ajv';
import { readListQuery, type ListQuery } from '../../../../contracts/lists/list-query.js';
import { querySchema } from '../../../../contracts/lists/query-schema.js';
import { allLists } from '../../../../contracts/lists/all-lists.js';
import { payOrders } from '../../../../contracts/lists/order-lists.js';
import { portalDailySettlements } from '../../../../contracts/lists/portal-settlement-lists.js';
import { reconcileDayDetails, reconcileMerchantDays } from '../../../../contracts/lists/reconciliation-lists.js';
import { payeeSettlements, settlements, unsettledTrades } from '../../../../contracts/lists/settlement-lists.js';
import type { ListView } from '../../../../contracts/lists/list-view.js';

const today = '20260304';

function read(view: ListView, sent: unknown): ListQuery {
  const result = readListQuery(view, sent, today);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

function refusal(view: ListView, sent: unknown): { readonly parameter: string; readonly message: string } {
  const result = readListQuery(view, sent, today);
  if (result.ok) throw new Error('it was accepted');
  return result.refusal;
}

describe('the question to a list', () => {
  it('without parameters is twenty rows of the last thirty days in the order of the list', () => {
    expect(read(settlements, {})).to.deep.equal({ pageSize: 20, cursor: undefined, sort: ['orderDate', 'desc'], filters: { orderDate: { from: '20260203', to: today } }, today });
  });

  it('without a range asks for today, for this month or for everything, as the list says', () => {
    expect(read(payOrders, {}).filters).to.deep.equal({ tradeDate: { from: today, to: today } });
    expect(read(payeeSettlements, {}).filters).to.deep.equal({ orderDate: { from: '20260301', to: today } });
    expect(read(unsettledTrades, {}).filters).to.deep.equal({});
  });

  it('reads page size, order and each kind of filter', () => {
    const sent = { pageSize: '100', sort: 'reconcileDate:asc', reconcileDateFrom: '20260101', reconcileDateTo: '20260101', payChannel: 'ALIPAY', channelMerchantName: ' 市财政局 ', latestOnly: 'true' };
    const { pageSize, sort, filters } = read(reconcileMerchantDays, sent);
    expect([pageSize, sort]).to.deep.equal([100, ['reconcileDate', 'asc']]);
    expect(filters).to.deep.equal({ reconcileDate: { from: '20260101', to: '20260101' }, payChannel: 'ALIPAY', channelMerchantName: '市财政局', latestOnly: true });
  });

  it('asked for one thing or one person without a day, looks at all days; with one, at that', () => {
    const asked = (sent: object) => {
      const read = readListQuery(payOrders, sent, '20260508');
      return read.ok ? read.value.filters : read.refusal;
    };
    expect(asked({ bizOrderNo: 'B-1' })).to.deep.equal({ bizOrderNo: 'B-1' });
    expect(asked({ payerMobile: '13800138000', payChannel: 'ALIPAY' })).to.deep.equal({ payerMobile: '13800138000', payChannel: 'ALIPAY' });
    expect(asked({ bizOrderNo: 'B-1', tradeDateFrom: '20260501' })).to.deep.equal({ bizOrderNo: 'B-1', tradeDate: { from: '20260501', to: undefined } });
    for (const sent of [{ devId: 'D1' }, { bizOrderNo: '  ' }, { bizOrderNo: '' }, { payeeName: '财政' }]) expect(asked(sent), JSON.stringify(sent)).to.deep.include({ tradeDate: { from: '20260508', to: '20260508' } });
  });

  it('lets an end of a range be open, and empty choices restrict nothing', () => {
    expect(read(settlements, { orderDateFrom: '20260101', orderDateTo: '', payChannel: '', channelMerchantName: ' ' }).filters)
      .to.deep.equal({ orderDate: { from: '20260101', to: undefined } });
  });

  const refused: readonly (readonly [string, ListView, object, string, string])[] = [
    ['an end before its start', settlements, { orderDateFrom: '20260302', orderDateTo: '20260301' }, 'orderDateTo', '订单日期的结束日期早于开始日期'],
    ['a day that does not exist', settlements, { orderDateFrom: '20260230' }, 'orderDateFrom', '订单日期应为存在的日期，格式为yyyyMMdd'],
    ['a day written otherwise', settlements, { orderDateTo: '2026-03-01' }, 'orderDateTo', '订单日期应为存在的日期，格式为yyyyMMdd'],
    ['a range of more than three years', settlements, { orderDateFrom: '20200101', orderDateTo: '20260301' }, 'orderDateTo', '订单日期的范围最多1097天'],
    ['a page size of its own', settlements, { pageSize: '1000' }, 'pageSize', '每页条数应为10、20、50、100之一'],
    ['an order that the list does not have', settlements, { sort: 'feeAmount:asc' }, 'sort', '本列表可按订单日期排序'],
    ['a code outside its table', settlements, { payChannel: "ALIPAY' or 1=1" }, 'payChannel', '支付渠道应为ALIPAY、UNIONPAY之一'],
    ['a filter that the list does not have', settlements, { institutionNo: 'I1' }, 'institutionNo', '本列表没有这个查询条件'],
    ['a text of 201 characters', portalDailySettlements, { payeeName: 'x'.repeat(201) }, 'payeeName', '收款单位应为1到200个字符的文字'],
    ['a text with NUL', portalDailySettlements, { payeeName: '财政\0局' }, 'payeeName', '收款单位含有不可显示的字符'],
    ['a parameter given twice', portalDailySettlements, { payeeName: ['a', 'b'] }, 'payeeName', '收款单位应为1到200个字符的文字'],
    ['a cursor with other signs', settlements, { cursor: 'a.b' }, 'cursor', '分页位置无效，请从第一页重新查询'],
    ['a detail without its day', reconcileDayDetails, {}, 'reconcileDate', '缺少对账日期'],
  ];
  for (const [what, view, sent, parameter, message] of refused) {
    it(`is refused with ${what}`, () => expect(refusal(view, sent)).to.deep.equal({ parameter, message }));
  }

  it('is refused when it is no set of parameters at all', () => {
    for (const sent of [undefined, null, 'x', 7, []]) expect(refusal(settlements, sent).message).to.equal('查询参数应为名称与值的集合');
  });

  it('has a JSON Schema per list that ajv compiles strictly, for the pages of the interface', () => {
    const ajv = new Ajv({ strict: true });
    for (const view of allLists) expect(ajv.validate(querySchema(view), { payeeNameX: 'x' }), view.name).to.equal(false);
    expect(ajv.validate(querySchema(settlements), { pageSize: '10', orderDateFrom: '20260101' })).to.equal(true);
  });
});
