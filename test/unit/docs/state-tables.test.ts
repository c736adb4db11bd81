import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { stateTablesMarkdown } from '../../../bootstrap/cli/state-tables.js';
import { attemptArrows } from '../../../domain/payments/attempt.js';
import { orderArrows } from '../../../domain/payments/order.js';

describe('reference page of states', () => {
  it('is equal to the arrows of the domain', () => {
    expect(readFileSync('docs/reference/states.md', 'utf8')).to.equal(stateTablesMarkdown());
  });

  it('shows every state of orders and attempts with where it may go', () => {
    const page = stateTablesMarkdown();
    for (const [state, goesTo] of [...Object.entries(orderArrows), ...Object.entries(attemptArrows)]) {
      const line = new RegExp(`^\\| \`${state}\` \\|.*\\| ${goesTo.length === 0 ? '– \\(end\\)' : goesTo.map((next) => `\`${next}\``).join(', ')} \\|$`, 'm');
      expect(page).to.match(line);
    }
  });

  it('names the wire code beside the order state', () => {
    expect(stateTablesMarkdown()).to.match(/^\| `paid` \| 2 支付成功 \|/m).and.to.match(/^\| `closed` \| 4 已关闭 \|/m);
  });
});
