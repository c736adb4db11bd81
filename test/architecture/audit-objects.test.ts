import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { codeTables, type CodeTable } from '../../contracts/lists/codes.js';

const folders = ['domain', 'application', 'adapters', 'bootstrap'];
const sources = folders.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts')).map((name) => join(folder, name)));
const table: CodeTable = codeTables.auditObject;

describe('what audit entries are about', () => {
  const written = new Set(sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/objectKind: '([a-z-]+)'|kind: '(operator-role|function|audit-log)'/g)].map(([, kind, own]) => kind ?? own ?? '')));

  it('has a name that the auditor reads, whatever the platform writes', () => {
    expect(written.size).to.be.above(30);
    const known = table.map(({ code }) => code);
    expect([...written].filter((kind) => !known.includes(kind))).to.deep.equal([]);
    // Kinds of cases, and of what the commands fill the directory with, come from tables of their own.
    expect(known).to.include.members(['difference', 'abnormal', 'repeat', 'notice', 'leg-gap', 'nontax-region', 'nontax-item']);
  });

  it('has no two things of one name', () => {
    expect(new Set(table.map(({ zh }) => zh)).size).to.equal(table.length);
  });
});
