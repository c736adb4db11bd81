import { expect } from 'chai';
import { NoticeLife } from './notice-life.js';

describe('a business system that has notices issued without end', function () {
  this.timeout(120_000);
  let town: NoticeLife;
  before(async () => { town = await NoticeLife.start({ TONGJIAO_NOTICES_PER_DEVELOPER_PER_SECOND: '1' }); });
  after(async () => town.close());

  const ask = (client: NoticeLife['client'], bizNoticeNo: string) => client.issueNotice({
    merchantNo: 'M35040000001', bizNoticeNo, payerName: '张三', payerType: '1', items: [{ itemCode: 'D350400001', itemName: '登记费', quantity: '1', price: '8000', amount: '8000' }],
  });

  it('is slowed down in its own words, keeps what it has, and slows nobody else', async () => {
    const before = (await town.slips()).length;
    const numbers = Array.from({ length: 40 }, (_, index) => `FLOOD-${index + 1}`);
    const answers = await Promise.all(numbers.map((number) => ask(town.client, number).then(() => 'issued', (error: unknown) => error as Record<string, unknown>)));
    const refused = answers.filter((answer) => answer !== 'issued');
    expect(refused.length).to.be.greaterThan(20);
    for (const refusal of refused) expect(refusal).to.include({ code: '42900' });
    expect(String(refused[0])).to.include('开具缴款书过于频繁，请稍后用相同内容重试');
    const issued = answers.filter((answer) => answer === 'issued').length;
    expect([(await town.slips()).length - before, issued > 0], 'the province has heard of no other').to.deep.equal([issued, true]);
    const first = numbers[answers.indexOf('issued')] ?? '';
    expect((await ask(town.client, first)).payCode, 'a repeat is answered from here').to.match(/^[0-9]+$/);
    expect((await town.life.place(town.notice())).platformOrderNo, 'its orders are another matter').to.not.equal('');
    expect((await ask(town.life.city.sm2, 'CALM-1')).payCode).to.match(/^[0-9]+$/);
  });
});
