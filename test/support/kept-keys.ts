import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * What a first start of the embedded profile spends its time with: keys of the platform, of the demo developers and of the channels. They are as good for the next
 * installation of the same run, whose database and books are its own.
 */
const parts = ['keys', 'demo/credentials.json', 'simulators/alipay/alipay-private-key.pem', 'simulators/unionpay/unionpay-rsa-chain.json', 'simulators/unionpay/unionpay-sm2-chain.json'] as const;

let own: string | undefined;
/** Of the whole run, or of this process where there is none; made anew each time and never kept. */
function place(): string {
  const given = process.env['TEST_KEYS'];
  if (given !== undefined) return join(given, 'keys-of-a-first-start');
  if (own === undefined) {
    const folder = own = mkdtempSync(join(tmpdir(), 'tongjiao-test-keys-'));
    process.once('exit', () => { rmSync(folder, { recursive: true, force: true }); });
  }
  return join(own, 'keys-of-a-first-start');
}

const copy = (from: string, to: string): void => {
  for (const part of parts) {
    if (!existsSync(join(from, part))) continue;
    mkdirSync(dirname(join(to, part)), { recursive: true, mode: 0o700 });
    cpSync(join(from, part), join(to, part), { recursive: true, preserveTimestamps: true });
  }
};

/** An installation whose keys are under a passphrase of its own, or somewhere else, makes its own. */
const isOfItsOwn = (settings: Settings): boolean => Object.keys(settings).some((name) => /KEY|PASSPHRASE/.test(name));
type Settings = Readonly<Record<string, string | undefined>>;

/** Lays the keys of an earlier installation into the folder of a new one, if there are any. */
export function layKeys(dataFolder: string, settings: Settings = {}): void {
  if (!isOfItsOwn(settings) && existsSync(place())) copy(place(), dataFolder);
}

/** Keeps the keys of an installation that has started. Whoever comes second, in whatever process, leaves the first ones where they are. */
export function keepKeys(dataFolder: string, settings: Settings = {}): void {
  if (isOfItsOwn(settings) || existsSync(place()) || !parts.every((part) => existsSync(join(dataFolder, part)))) return;
  const draft = mkdtempSync(`${place()}-`);
  copy(dataFolder, draft);
  try {
    renameSync(draft, place());
  } catch (error) {
    if (!existsSync(place())) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
}
