import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { hasEnded, processCard, processName } from '../../../bootstrap/process-card.js';

describe('what a process says of itself', () => {
  it('names host, process, role and the release', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(processCard('worker')).to.include({ processId: process.pid, role: 'worker', programVersion: version });
    expect(processCard('web').startedAt).to.be.at.most(Date.now());
  });

  it('holds leases under a name of at most 64 signs that no restart has again', () => {
    expect(processName).to.match(/^[\x21-\x7e]{1,64}$/).and.include(`-${process.pid}-`);
  });

  it('knows which processes of its own machine have ended, and nothing of others', async () => {
    const { hostName } = processCard('all');
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    const processId = other.pid ?? 0;
    expect(hasEnded({ hostName, processId })).to.equal(false);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(hasEnded({ hostName, processId })).to.equal(true);
    expect(hasEnded({ hostName: `${hostName}x`, processId })).to.equal(false);
    expect(hasEnded({ hostName, processId: process.pid }), 'whoever had our process id before us').to.equal(true);
  });
});
