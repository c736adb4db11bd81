import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

/** INT-02: what is written of a row under a code is told by an audit entry of the same unit. A method that writes one without an entry stands here, with why an older row does no harm then. */
const without: Readonly<Record<string, string>> = {
  'application/refunds/refund-numbers.ts sendAgain': 'nothing of the row changes but its version',
  'application/refunds/work-refund.ts #again': 'how often the channel was asked; giving up a number has an entry',
};
/** Methods whose caller writes the entry in the same unit. */
const byTheCaller: Readonly<Record<string, string>> = {
  'application/directory/first-places.ts run': '#add, which is handed what to write',
  'application/payments/charge-barcode.ts #storeAttempt': 'both callers',
};

const writes = /\b(?:orders|attempts|refunds)\.(?:put|add)\(|\b(?:developers|developerRoles|payees|channelMerchants|payeeChannels|regions|industries|channels|nontaxRegions|institutions)\.(?:put|add|remove)\(/;
const says = /audit\.append\(|\baudit[A-Z]\w*\(|\bnote\w*\(|#(?:note|audit|record)\w*\(|deedEntry\(/;

/** Members of classes and functions of a file, by the indentation of house style. */
function pieces(source: string): readonly { readonly name: string; readonly text: string }[] {
  const found: { name: string; text: string }[] = [];
  for (const line of source.split('\n')) {
    const [, name] = /^(?: {2})?(?:export )?(?:async )?(?:function )?(?:private )?([#\w]+)(?:<[^(]*>)?\(.*[{]$/.exec(line) ?? [];
    if (name !== undefined && name !== 'if' && name !== 'for') found.push({ name, text: '' });
    const last = found.at(-1);
    if (last !== undefined) last.text += `${line}\n`;
  }
  return found;
}

describe('units that write rows under a code', () => {
  const files = readdirSync('application', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => join('application', name));
  const writing = files.flatMap((file) => pieces(readFileSync(file, 'utf8')).filter(({ text }) => writes.test(text)).map(({ name, text }) => ({ name: `${file} ${name}`, text })));

  it('are found', () => {
    expect(writing.length).to.be.above(35);
    // None is outside of what was cut into pieces.
    const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter((line) => writes.test(line)));
    expect(writing.flatMap(({ text }) => text.split('\n').filter((line) => writes.test(line)))).to.have.length(lines.length);
  });

  it('say so in an audit entry of their own, but for those that stand here with their reason', () => {
    const silent = writing.filter(({ text }) => !says.test(text)).map(({ name }) => name);
    expect([...silent].sort()).to.deep.equal([...Object.keys(without), ...Object.keys(byTheCaller)].sort());
  });
});
