import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { personalBillMethod, personalBillPush } from '../../../contracts/gateway/personal-bill.js';
import { readFields } from '../../../contracts/sdk/wire-data.js';

const guide = readFileSync('docs/integrate/city-app.md', 'utf8');
const samples = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => JSON.parse(match[1] ?? '') as Record<string, unknown>);

describe('the guide for city apps', () => {
  it('shows an envelope of the method and a record that its own reader takes, with every field there is', () => {
    const [envelope, record] = samples;
    expect(envelope?.['method']).to.equal(personalBillMethod);
    expect(readFields(personalBillPush, record as Record<string, string>)).to.deep.equal(record);
    expect(Object.keys(record ?? {})).to.deep.equal(Object.keys(personalBillPush.properties));
  });

  it('has each field of the push in its table, as needed as the contract says', () => {
    const rows = [...guide.matchAll(/^\| `(\w+)` \| [^|]+ \| ([MC]) \|/gm)].map(([, name, need]) => [name, need]);
    expect(rows).to.deep.equal(Object.keys(personalBillPush.properties).map((name) => [name, (personalBillPush.required as readonly string[]).includes(name) ? 'M' : 'C']));
  });
});
