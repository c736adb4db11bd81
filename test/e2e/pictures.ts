import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Outside the repository: pictures are for looking at, not for keeping. */
const folder = process.env.TONGJIAO_SCREENSHOTS ?? join(tmpdir(), 'tongjiao-screenshots');
let told = false;

/** Keeps the whole page as `<name>.png`; says once where. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  if (!told) process.stdout.write(`    screenshots: ${folder}\n`);
  told = true;
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
