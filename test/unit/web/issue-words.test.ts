import { expect } from 'chai';
import { issueStateWords, issueTypeWords } from '../../../adapters/web/shared/issue-words.js';
import { codeTables } from '../../../contracts/lists/codes.js';

describe('words of issues on pages', () => {
  it('are those of the lists', () => {
    const words = (table: 'issueType' | 'issueState') => Object.fromEntries(codeTables[table].map(({ code, zh }) => [code, zh]));
    expect([issueTypeWords, issueStateWords]).to.deep.equal([words('issueType'), words('issueState')]);
  });
});
