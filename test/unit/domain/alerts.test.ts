import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { alertKinds, alertLevels, alertTypes, fieldWords } from '../../../domain/alerts/alert-kinds.js';
import { handled, markedRead, maxSubject, newAlert, placeOf, raisedAgain } from '../../../domain/alerts/alert.js';
import { raisedBy, type EventFields } from '../../../domain/alerts/raise.js';
import { noon } from '../../builders/moments.js';

const raised = (event: string, fields: EventFields = {}) => {
  const found = raisedBy(event, fields, noon);
  if (found === undefined) throw new Error(`${event} is no matter for people`);
  return found;
};

describe('alerts', () => {
  it('are told of every alarm of the journal', () => {
    const page = readFileSync('docs/reference/logs.md', 'utf8');
    const alarms = [...page.slice(page.indexOf('## Alarms'), page.indexOf('## Faults')).matchAll(/^\| `([a-z0-9-]+)`/gm)].map(([, event]) => event ?? '');
    expect(alarms.length).to.be.above(50);
    expect(alarms.filter((event) => alertKinds[event] === undefined)).to.deep.equal([]);
  });

  it('have words for people, a type, a level, and name what they are about by fields that have a word', () => {
    for (const [event, { alertType, level, words, about }] of Object.entries(alertKinds)) {
      expect(words, event).to.match(/^[\p{Script=Han}A-Za-z0-9，、 ]{4,40}$/u);
      expect([alertTypes.includes(alertType), alertLevels.includes(level)], event).to.deep.equal([true, true]);
      for (const field of about) expect(field === 'orderNo' || fieldWords[field] !== undefined, `${event} ${field}`).to.equal(true);
      expect(event.length).to.be.below(40);
    }
  });

  it('are not told of what is no matter for people, whatever it is called', () => {
    for (const event of ['gateway-answered', 'toString', '__proto__', '']) expect(raisedBy(event, {}, noon)).to.equal(undefined);
  });

  it('say what happened to which thing, and name its order', () => {
    expect(raised('callback-given-up', { callbackId: 'C1', orderNo: 'P1', tries: 6, answer: 'secret words' })).to.deep.equal({
      event: 'callback-given-up', alertType: 'callback', level: 'major', subject: 'P1/C1', message: '通知业务系统多次未成功，已停止自动通知（通知 C1，次数 6）', relatedOrderNo: 'P1', times: 1, at: noon,
    });
    expect(raised('bill-missing', { channelMerchantId: 'CM1', clearingDay: '20260507', tries: 3 }).message).to.equal('渠道账单未到，请上传（渠道商户 CM1，清算日 20260507，次数 3）');
    expect(raised('sm2-not-native', { engine: 'js' }).message).to.equal('没有原生 SM2，签名较慢');
  });

  it('take no order number that is none', () => {
    for (const orderNo of ['P1 or 1=1', '', 'x'.repeat(33), '订单', 7, true]) expect(raised('paid-twice', { orderNo }).relatedOrderNo).to.equal(undefined);
  });

  it('are one for one thing while it waits, in a place that any database takes', () => {
    expect(placeOf(raised('paid-twice', { orderNo: 'P1', attemptNo: 'A1' }))).to.equal(placeOf(raised('paid-twice', { orderNo: 'P1', attemptNo: 'A2' })));
    expect(placeOf(raised('paid-twice', { orderNo: 'P1' }))).to.not.equal(placeOf(raised('paid-late', { orderNo: 'P1' })));
    for (const region of ['三明', 'a\0b', '\ud800', 'x'.repeat(900), "'; drop table"]) expect(placeOf(raised('notice-statement-missing', { region, day: '20260507' }))).to.match(new RegExp(`^[\\x21-\\x7e]{1,${maxSubject}}$`));
  });

  it('count what happens again, with its newest words, and are unread again', () => {
    const alert = newAlert('N1', raised('bill-missing', { channelMerchantId: 'CM1', tries: 1 }));
    const read = markedRead(alert);
    if (!read.ok) throw new Error(read.refusal);
    const again = raisedAgain(read.value, { ...raised('bill-missing', { channelMerchantId: 'CM1', tries: 2 }), times: 3, at: noon - 5 });
    expect([again.times, again.state, again.lastAt, again.firstAt, again.message]).to.deep.equal([4, 'unread', noon, noon, '渠道账单未到，请上传（渠道商户 CM1，次数 2）']);
  });

  it('are handled once, by somebody with a remark, and give their place free', () => {
    const alert = newAlert('N1', raised('paid-twice', { orderNo: 'P1' }));
    const done = handled(alert, { name: '林晓宇', remark: '已退款' }, noon + 9);
    if (!done.ok) throw new Error(done.refusal);
    expect(done.value).to.include({ state: 'handled', place: 'N1', handledBy: '林晓宇', handledAt: noon + 9, remark: '已退款' });
    expect([handled(done.value, { name: '林', remark: '' }, noon), markedRead(done.value)]).to.deep.equal([{ ok: false, refusal: 'handled-already' }, { ok: false, refusal: 'not-unread' }]);
  });
});
