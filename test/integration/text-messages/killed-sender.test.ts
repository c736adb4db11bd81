import { expect } from 'chai';
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { dayMs, minuteMs } from '../../../domain/kernel/china-time.js';
import { openTextTown, phoneWith } from './text-town.js';

describe('a process killed while the platform has its text', function () {
  this.timeout(60_000);

  it('leaves one text, unknown, which nobody sends again by himself', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tongjiao-texts-'));
    const file = join(folder, 'texts.db');
    const town = await openTextTown({ file });
    try {
      const phone = phoneWith('0003');
      const { platformOrderNo } = await town.paidOrder(phone);
      await town.payer.run(platformOrderNo);
      const [text] = await town.texts(phone);
      if (!text) throw new Error('no text was made');
      const child = fork(resolve('dist/test/integration/text-messages/sender-to-be-killed.js'), [file, town.settings.baseUrl, text.messageId, String(town.clock.at)], { stdio: 'inherit' });
      await town.until('the text at the platform', async () => ((await town.received()).length === 1 ? true : undefined));
      const ended = new Promise((done) => { child.once('exit', done); });
      child.kill('SIGKILL');
      await ended;
      expect((await town.texts(phone))[0]).to.include({ state: 'queued', isBeingSent: true, tries: 1 });
      for (const wait of [0, minuteMs, 3 * minuteMs, 2 * minuteMs, dayMs, 3 * dayMs]) { town.step(wait); await town.work(); }
      expect((await town.texts(phone))[0]).to.include({ state: 'unknown', code: 'interrupted', tries: 1 });
      expect((await town.texts(phone))[0]?.endedAt).to.be.a('number');
      expect(await town.received()).to.have.length(1);
    } finally {
      await town.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
