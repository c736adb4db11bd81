import { databaseAddress } from '../../../bootstrap/database-address.js';
import { openEngine } from '../../../bootstrap/open-engine.js';
import { houseOn } from './house-on.js';

/** A host that works on one run until it ends, or until it is killed: `run-process <address> <host> <key> <now>`. */
const [address = '', host = '', key = '', now = ''] = process.argv.slice(2);
const house = await houseOn(openEngine(databaseAddress(address, { user: undefined, password: undefined })), host, { patience: 4 });
house.clock.at = Number(now);
process.send?.('working');
for (;;) {
  const outcome = await house.work.run(key);
  if (outcome.kind === 'done') break;
}
await house.end();
process.disconnect?.();
