import { expect } from 'chai';
import { tokens } from '../../../bootstrap/tokens.js';
import { startCity, type City } from '../../support/city.js';

describe('exports of a whole installation', function () {
  this.timeout(120_000);
  let city: City;
  before(async () => { city = await startCity(); });
  after(() => city.close());
  const desk = () => city.platform.container.get(tokens.exportDesk);
  const start = async (): Promise<string> => {
    const started = await desk().start({ operatorNo: 'O1', scope: { kind: 'all' }, listName: 'audit-logs', parameters: {}, address: '192.0.2.7', requestId: 'R1' });
    if (!started.ok) throw new Error(started.refusal.code);
    return started.value.exportNo;
  };
  const ended = (exportNo: string) => city.until('the end of the export', async () => {
    const standing = await desk().state(exportNo, 'O1');
    return standing?.state === 'running' ? undefined : standing;
  });

  it('end with a file, and with nothing running when the platform stops', async () => {
    const first = await ended(await start());
    expect(first).to.include({ state: 'done', failure: undefined });
    const running = await start();
    await city.stop();
    await city.start();
    const standing = await desk().state(running, 'O1');
    expect(standing?.state === 'done' || standing?.failure === 'stopped', JSON.stringify(standing)).to.equal(true);
    const file = await desk().file(first.fileNo ?? '', { operatorNo: 'O1', scope: { kind: 'all' } });
    expect(file.ok && file.value.byteSize, 'a file of before is there for every process').to.be.greaterThan(1000);
    expect(city.log.filter((line) => line.includes('"list-export"') || line.includes('"export-rounds"'))).to.deep.equal([]);
  });
});
