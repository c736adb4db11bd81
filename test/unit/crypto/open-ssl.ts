import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasOpenSsl = ((): boolean => {
  try {
    return /^OpenSSL [3-9]/.test(execFileSync('openssl', ['version'], { encoding: 'utf8' }));
  } catch {
    return false;
  }
})();

/** A folder of its own for the command's files; `close` removes it. */
export class OpenSslFolder {
  #path: string | undefined;

  /** Made on first use: a suite that is skipped leaves nothing behind. */
  get path(): string { return (this.#path ??= mkdtempSync(join(tmpdir(), 'tongjiao-crypto-'))); }

  run(...words: readonly string[]): string {
    return execFileSync('openssl', words, { cwd: this.path, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** True when the command ends well. */
  accepts(...words: readonly string[]): boolean {
    try {
      this.run(...words);
      return true;
    } catch {
      return false;
    }
  }

  write(name: string, content: string | Uint8Array): void { writeFileSync(join(this.path, name), content); }
  read(name: string): Buffer { return readFileSync(join(this.path, name)); }
  text(name: string): string { return this.read(name).toString('utf8'); }
  close(): void { if (this.#path) rmSync(this.#path, { recursive: true, force: true }); }
}

/** For tests that need the command: without it they show as pending with this reason in their name. */
export const describeWithOpenSsl = (title: string, body: (this: Mocha.Suite) => void): void => {
  if (hasOpenSsl) describe(title, body);
  else describe.skip(`${title} (skipped: no openssl 3 command on this machine)`, body);
};
