import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { freePorts } from '../../support/city.js';

describe('a single process of production', () => {
  it('goes on when a service manager asks it to reload, says so, and ends in good order when asked to', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'tongjiao-reload-'));
    const [port = 0, managementPort = 0] = await freePorts(2);
    const environment = {
      PATH: process.env['PATH'], TONGJIAO_PROFILE: 'production', TONGJIAO_DATA_FOLDER: dataFolder, TONGJIAO_PORT: String(port), TONGJIAO_MANAGEMENT_PORT: String(managementPort),
      TONGJIAO_PUBLIC_BASE_URL: 'https://pay.example.gov.cn', TONGJIAO_KEYSTORE_PASSPHRASE: 'only for this test', TONGJIAO_STOP_DELAY_MS: '0', TONGJIAO_DRAIN_MS: '0',
    };
    const child = spawn(process.execPath, [fileURLToPath(new URL('../../../bootstrap/main.js', import.meta.url))], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
    let log = '';
    child.stdout.on('data', (chunk: Buffer) => { log += chunk.toString('utf8'); });
    const ended = new Promise<string>((resolve) => { child.once('exit', (code, signal) => resolve(signal ?? `exit ${code ?? '?'}`)); });
    const said = async (event: string): Promise<void> => {
      for (const deadline = performance.now() + 60_000; !log.includes(`"event":"${event}"`);) {
        if (performance.now() > deadline) throw new Error(`it never said ${event}: ${log.slice(-500)}`);
        await new Promise((resolve) => { setTimeout(resolve, 25); });
      }
    };
    try {
      await said('started');
      child.kill('SIGHUP');
      await said('reload-ignored');
      expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).to.equal(200);
      child.kill('SIGTERM');
      expect(await ended).to.equal('exit 0');
    } finally {
      child.kill('SIGKILL');
      await ended;
      rmSync(dataFolder, { recursive: true, force: true });
    }
  }).timeout(150_000);
});
