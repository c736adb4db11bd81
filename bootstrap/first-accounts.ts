import type { Container } from 'inversify';
import { consoleBaseUrl, type Config } from './config.js';
import { tokens } from './tokens.js';

/** Makes the first accounts where there are none, and says their one-time codes: this once, and nowhere else (AUTH-01). */
export async function sayFirstAccounts(container: Container, config: Config, say: (text: string) => void): Promise<void> {
  const origin = consoleBaseUrl(config);
  if (origin === undefined) return;
  const made = await container.get(tokens.operatorDesk).firstOfficers.run(config.profile === 'embedded');
  if (made.length === 0) return;
  say(['', `  ${origin}/console/ — first accounts, each activated with its one-time code within 24 hours; the codes are shown this once:`, '',
    ...made.map(({ operator, activationCode }) => `    ${operator.account.padEnd(10)} ${activationCode}   ${operator.name}`), '', ''].join('\n'));
}
