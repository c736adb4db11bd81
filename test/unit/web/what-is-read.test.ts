import { expect } from 'chai';
import { cellText } from '../../../adapters/web/shared/cells.js';
import { countText, yuanText } from '../../../adapters/web/shared/money.js';
import { isStateColumn, toneOf } from '../../../adapters/web/shared/state-tone.js';
import { dayText, greetingAt, spanText, timeText, wireDay } from '../../../adapters/web/shared/times.js';
import { allLists } from '../../../contracts/lists/all-lists.js';
import { codeTables } from '../../../contracts/lists/codes.js';

describe('what operators read', () => {
  it('is yuan with two decimals, however long the fen are', () => {
    const pairs = [['0', '0.00'], ['5', '0.05'], ['-5', '-0.05'], ['100', '1.00'], ['12345678', '123,456.78'], ['-1234567', '-12,345.67'], ['900719925474099312345', '9,007,199,254,740,993,123.45'], ['+100', '1.00'], ['007', '0.07']];
    for (const [fen = '', yuan] of pairs) expect(yuanText(fen), fen).to.equal(yuan);
  });

  it('shows what is no amount as it came, and groups counts', () => {
    for (const odd of ['', '1.5', 'abc', '1e3', ' 1']) expect(yuanText(odd)).to.equal(odd);
    expect([countText(0), countText(999), countText(1000), countText('-1234567'), countText('x')]).to.deep.equal(['0', '999', '1,000', '-1,234,567', 'x']);
  });

  it('is China time on any machine', () => {
    expect(timeText(Date.UTC(2026, 10, 23, 16, 0, 1))).to.equal('2026-11-24 00:00:01');
    expect(timeText(Date.UTC(2026, 11, 31, 15, 59, 59, 999))).to.equal('2026-12-31 23:59:59');
    expect([timeText(Number.NaN), timeText(1e20)]).to.deep.equal(['', '']);
    expect([dayText('20261123'), dayText('2026'), wireDay('2026-11-23')]).to.deep.equal(['2026-11-23', '2026', '20261123']);
  });

  it('greets by the hour in China and counts down in words', () => {
    const at = (hour: number): string => greetingAt(Date.UTC(2026, 10, 23, hour - 8));
    expect([4, 5, 9, 12, 14, 18, 23].map(at)).to.deep.equal(['夜深了', '早上好', '上午好', '中午好', '下午好', '晚上好', '晚上好']);
    expect([spanText(59_001), spanText(119_000), spanText(500), spanText(-5)]).to.deep.equal(['1 分 0 秒', '1 分 59 秒', '1 秒', '0 秒']);
  });

  it('is a word for a code, a dash for nothing, and the last step of a progress', () => {
    const codes = [{ code: '1', label: '支付中' }];
    expect(cellText({ type: 'code', codes }, '1')).to.equal('支付中');
    expect(cellText({ type: 'code', codes }, '9')).to.equal('9');
    expect(cellText({ type: 'money' }, null)).to.equal('–');
    expect(cellText({ type: 'text' }, undefined)).to.equal('–');
    expect(cellText({ type: 'money' }, '1050')).to.equal('10.50');
    expect(cellText({ type: 'day' }, '20261123')).to.equal('2026-11-23');
    expect(cellText({ type: 'count' }, 0)).to.equal('0');
    const steps = ['订单创建', '发起支付', '支付成功'];
    expect(cellText({ type: 'progress', steps }, [1, 2, null])).to.equal('发起支付 2/3');
    expect(cellText({ type: 'progress', steps }, [null, null, null])).to.equal('–');
  });

  it('shows good and bad ends of every state of the product in their colours', () => {
    const words = ['支付成功', '已处理', '对平', '已送达', '完成', '支付失败', '金额不符', '有差异', '未送达', '两侧不一致', '仅渠道有', '待处理', '未处理', '结果未知', '支付中', '跟踪中', '已关闭', '已取消', '关闭后支付'];
    expect(words.map(toneOf)).to.deep.equal([...Array<string>(5).fill('good'), ...Array<string>(6).fill('bad'), ...Array<string>(3).fill('waiting'), 'busy', 'busy', 'plain', 'plain', 'plain']);
    const columns = allLists.flatMap((view) => Object.entries(view.columns).map(([name, column]) => ({ ...column, name })));
    expect(columns.filter((column) => column.type === 'code' && isStateColumn(column)).length).to.be.greaterThan(10);
    expect(columns.filter(({ name }) => /^(payChannel|payMethod|orderType)$/.test(name)).some(isStateColumn)).to.equal(false);
    expect(codeTables.orderState.map(({ zh }) => toneOf(zh))).to.deep.equal(['waiting', 'busy', 'good', 'bad', 'plain', 'bad']);
  });
});
