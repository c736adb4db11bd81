import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { AsyncRequestTrail } from '../../../adapters/outbound/system/async-request-trail.js';
import { PinoJournal } from '../../../adapters/outbound/system/pino-journal.js';
import { WallClock } from '../../../adapters/outbound/system/wall-clock.js';
import { readConfig, type Config } from '../../../bootstrap/config.js';
import { startPlatform, type Platform } from '../../../bootstrap/platform.js';
import { openResources, type Resources } from '../../../bootstrap/resources.js';
import { cityServer, freePorts } from '../../support/city.js';
import { ownDatabase, type OwnDatabase } from '../../support/servers.js';

/** Two processes of production share a server; here they are in one process and share a file (`npm run test:engines`: a server), which is enough to see who does what. */
describe('the roles of processes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongjiao-roles-'));
  const open: Platform[] = [];
  let database: OwnDatabase | undefined;
  before(async () => { database = cityServer === undefined ? undefined : await ownDatabase(cityServer); });
  after(async () => {
    await Promise.all(open.map((platform) => platform.close()));
    rmSync(folder, { recursive: true, force: true });
    await database?.drop();
  });
  const start = async (role: Config['role']): Promise<{ readonly platform: Platform; readonly resources: Resources; readonly baseUrl: string; readonly managementUrl: string }> => {
    const [port = 0, managementPort = 0] = await freePorts(2);
    const config = { ...readConfig({ TONGJIAO_DATA_FOLDER: folder, TONGJIAO_LOG_LEVEL: 'silent', ...(database ? { TONGJIAO_DATABASE: database.address } : {}) }), role, port, managementPort };
    const resources = await openResources(config, new WallClock(), { journal: new PinoJournal('silent'), trail: new AsyncRequestTrail() }, {});
    const platform = await startPlatform(resources, { advanceClock: undefined, channelOrigins: [] });
    open.push(platform);
    return { platform, resources, baseUrl: `http://127.0.0.1:${port}`, managementUrl: `http://127.0.0.1:${managementPort}` };
  };
  const status = (url: string): Promise<number | undefined> => fetch(url).then(({ status }) => status, () => undefined);

  it('web answers callers and leaves jobs alone; worker does the jobs, without a public port', async () => {
    const web = await start('web');
    // An attempt that is not there: whoever runs the job puts it off to a later time.
    await web.resources.unitOfWork.run(({ outbox }) => outbox.enqueue({ topic: 'query-attempt', key: 'none', dueAt: 0 }));
    expect([await status(`${web.baseUrl}/readyz`), await status(`${web.managementUrl}/readyz`)]).to.deep.equal([200, 200]);
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    expect(await web.resources.jobBoard.nextDueAt(), 'not touched').to.equal(0);

    const worker = await start('worker');
    expect([await status(`${worker.baseUrl}/readyz`), await status(`${worker.managementUrl}/readyz`)]).to.deep.equal([undefined, 200]);
    for (let looks = 0; (await web.resources.jobBoard.nextDueAt() ?? 0) === 0; looks++) {
      expect(looks).to.be.below(100);
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
    expect(web.resources.nodeLease.nodeNo).to.not.equal(worker.resources.nodeLease.nodeNo);
    const rows: unknown = await web.resources.engine.reader('node_number').select('process_role').whereNotNull('holding').orderBy('process_role');
    expect(rows).to.deep.equal([{ process_role: 'web' }, { process_role: 'worker' }]);
  });
});
