import { expect } from 'chai';
import { FaultQueue } from '../../../adapters/simulators/shared/fault-queue.js';
import { decodeForm, encodeForm, MalformedForm } from '../../../adapters/simulators/shared/form-body.js';
import { html } from '../../../adapters/simulators/shared/page.js';
import { seededRandom } from '../../../adapters/simulators/shared/seeded-chaos.js';

describe('Parts shared by the channel simulators', () => {
  it('escapes every value of a page except what the tag itself made', () => {
    const inner = html`<b>${'<&>'}</b>`;
    expect(html`<p title="${`"'`}">${inner}${[inner]}${undefined}${5n}</p>`.text).to.equal('<p title="&quot;&#39;"><b>&lt;&amp;&gt;</b><b>&lt;&amp;&gt;</b>5</p>');
  });

  it('does not take an object that looks like a page part for text of its own', () => {
    expect(html`${String({ text: '<script>' })}`.text).to.equal('[object Object]');
  });

  it('decodes a form exactly once', () => {
    expect([...decodeForm('a=1%2B1+%2525&b=&c')]).to.deep.equal([['a', '1+1 %25'], ['b', ''], ['c', '']]);
    const value = 'a+b %26 "中"&=';
    expect(decodeForm(encodeForm([['x', value]])).get('x')).to.equal(value);
  });

  it('refuses a field that occurs twice and a broken escape', () => {
    expect(() => decodeForm('a=1&a=2')).to.throw(MalformedForm);
    expect(() => decodeForm('a=%E4%B')).to.throw(MalformedForm);
  });

  it('strikes planned faults in order, for their target and stage only', () => {
    const queue = new FaultQueue();
    queue.plan({ target: 'pay', fault: 'late', times: 1, settings: {} });
    queue.plan({ target: 'pay', fault: 'drop', times: 2, settings: {} });
    expect(queue.take('query', ['drop'])).to.equal(undefined);
    expect(queue.take('pay', ['drop', 'late'])?.fault).to.equal('late');
    expect([queue.take('pay', ['drop'])?.fault, queue.take('pay', ['drop'])?.fault, queue.take('pay', ['drop'])]).to.deep.equal(['drop', 'drop', undefined]);
    expect(() => queue.plan({ target: 'pay', fault: 'drop', times: 0, settings: {} })).to.throw(RangeError);
  });

  it('draws the same row from the same seed, spread over the whole range', () => {
    const row = (seed: number): number[] => { const next = seededRandom(seed); return Array.from({ length: 1_000 }, () => next()); };
    expect(row(5)).to.deep.equal(row(5)).and.not.deep.equal(row(6));
    const mean = row(5).reduce((sum, value) => sum + value, 0) / 1_000;
    expect(mean).to.be.within(0.45, 0.55);
  });
});
