import { expect } from 'chai';
import { watchedChannel } from '../../../adapters/outbound/channels/watched-channel.js';
import { PrometheusMeasurements } from '../../../adapters/outbound/system/prometheus-measurements.js';
import { account, answerBody, attempt, httpAnswer, talk } from './alipay/alipay-world.js';

describe('watched channel', () => {
  it('measures every call once, under labels that the measurements know, without naming a trade', async () => {
    const measurements = new PrometheusMeasurements();
    const events: string[] = [];
    const note = (event: string): void => { events.push(event); };
    const answer = httpAnswer(answerBody('alipay_trade_query_response', { code: '40004', sub_code: 'ACQ.TRADE_NOT_EXIST' }));
    const channel = watchedChannel(talk(answer).channel, { info: note, warn: note, alarm: note, fault: note }, measurements);
    expect(await channel.queries.query(account, attempt, 10)).to.include({ kind: 'not-found' });
    const { body } = await measurements.text();
    expect(body).to.include('tongjiao_channel_call_ms_count{channel="alipay",call="query"} 1');
    expect(body).to.not.include(attempt.attemptNo);
    expect(events).to.deep.equal(['channel-called']);
  });
});
