import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where to keep pictures for looking at; without it none is taken, for each takes as long as a step of the story. */
const folder = process.env.SCREENSHOTS ?? process.env.TONGJIAO_SCREENSHOTS;

/** Keeps the whole page as `<name>.png`. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
