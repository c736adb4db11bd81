import { expect } from 'chai';
import { PrometheusMeasurements } from '../../../adapters/outbound/system/prometheus-measurements.js';

describe('measurements for Prometheus', () => {
  it('count with labels and time in buckets, under our own prefix', async () => {
    const measurements = new PrometheusMeasurements();
    measurements.count('money_events', { event: 'settled' });
    measurements.count('money_events', { event: 'settled' });
    measurements.count('channel_reports', { channel: 'alipay', kind: 'paid', source: 'query' });
    measurements.time('gateway_ms', 7, { method: 'epay-trade-core.order.query' });
    measurements.time('gateway_ms', 20_000, { method: 'epay-trade-core.order.query' });
    const { contentType, body } = await measurements.text();
    expect(contentType).to.match(/^text\/plain/);
    expect(body).to.contain('tongjiao_money_events_total{event="settled"} 2\n');
    expect(body).to.contain('tongjiao_channel_reports_total{channel="alipay",kind="paid",source="query"} 1\n');
    expect(body).to.contain('tongjiao_gateway_ms_bucket{le="5",method="epay-trade-core.order.query"} 0\n');
    expect(body).to.contain('tongjiao_gateway_ms_bucket{le="10",method="epay-trade-core.order.query"} 1\n');
    expect(body).to.contain('tongjiao_gateway_ms_bucket{le="+Inf",method="epay-trade-core.order.query"} 2\n');
    expect(body).to.contain('tongjiao_process_cpu_seconds_total');
    expect(body.split('\n').filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('tongjiao_'))).to.deep.equal([]);
  });

  it('of two installations in one process do not mix', async () => {
    const [one, two] = [new PrometheusMeasurements(), new PrometheusMeasurements()];
    one.count('callback_tries', { accepted: 'true' });
    expect((await two.text()).body).to.not.contain('accepted="true"');
  });

  it('refuse a label nobody declared', () => {
    expect(() => new PrometheusMeasurements().count('money_events', { orderNo: 'P1' })).to.throw();
  });
});
