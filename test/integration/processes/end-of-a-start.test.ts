import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { Installation } from './installation.js';

describe('a start that is asked to end before it is over', function () {
  this.timeout(90_000);
  let installation: Installation;
  const lock = (): string => join(installation.folder, 'process.pid');
  beforeEach(() => { installation = new Installation(); });
  afterEach(async () => installation.remove());

  it('ends in good order when several processes are coming up and one serves already', async () => {
    await installation.spawn({ WORKERS: '3' });
    await installation.until('the first process', () => installation.lines('started')[0]);
    expect(installation.output).to.not.include('ready after');
    installation.signal('SIGTERM');
    expect(await installation.ended).to.equal('exit 0');
    expect(existsSync(lock())).to.equal(false);
  });

  it('ends in good order when it is one process', async () => {
    await installation.spawn({});
    await installation.until('the lock of the data folder', () => existsSync(lock()) || undefined);
    installation.signal('SIGTERM');
    expect(await installation.ended).to.equal('exit 0');
    expect([installation.lines('stopped').length, existsSync(lock())]).to.deep.equal([1, false]);
  });
});
