import { verdictWords } from '../../application/operators/verify-audit.js';
import { ConfigError } from '../config.js';
import { tokens } from '../tokens.js';
import { runCommand } from './backup/words.js';
import { withProduct } from './command-container.js';

/** Goes through the operation log from its first entry to its head; ends with exit code 1 and the first number that does not fit (AUD-03). */
async function main(): Promise<readonly string[]> {
  if (process.argv.length > 2) throw new ConfigError('用法：verify:audit   核验全部审计日志：每条的完整性校验码、前后相连和末条');
  const verdict = await withProduct((container) => container.get(tokens.auditChain).verify());
  if (!verdict.ok) throw new Error(verdictWords(verdict));
  return [verdictWords(verdict)];
}

runCommand(main);
