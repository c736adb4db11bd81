import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { Express } from 'express';
import { iphone } from '../unit/cashier/page-reader.js';

/** Chromium without the windows that nobody sees, where the machine has it: the pages are drawn by the same program, and a start costs half as much. */
const places = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
/** Path of the browser; another machine names its own. */
const executablePath = process.env.CHROMIUM_PATH ?? places.find((place) => existsSync(place)) ?? '/usr/bin/chromium';

/** A machine without a browser leaves these suites out, and shows them as skipped; CI must have one. */
export const browserIsHere = (): boolean => process.env.CI === 'true' || existsSync(executablePath);

/** Nothing of the browser's own may reach for the network. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

let opened: Promise<Browser> | undefined;

/** The browser of this process, for one suite after another: to close it closes the pages of a suite, and the browser goes when all of them have ended. */
export function openBrowser(): Promise<Browser> {
  return opened ??= launch();
}

async function launch(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath, headless: true, args });
  end = browser.close.bind(browser);
  browser.close = async () => { for (const context of browser.contexts()) await context.close(); };
  return browser;
}
let end = (): Promise<void> => Promise.resolve();
// Of no suite, so after the last one.
after(() => end());

export const pc: BrowserContextOptions = { viewport: { width: 1366, height: 768 } };
export const phone: BrowserContextOptions = { viewport: { width: 375, height: 667 }, userAgent: iphone, isMobile: true, hasTouch: true };

export interface Watched { readonly page: Page; /** Complaints of the browser: CSP, script faults. */ readonly complaints: string[]; /** Every address asked for. */ readonly asked: string[] }

export async function openPage(browser: Browser | undefined, options: BrowserContextOptions): Promise<Watched> {
  if (browser === undefined) throw new Error('no browser');
  const page = await (await browser.newContext(options)).newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text()); });
  page.on('pageerror', (error) => { complaints.push(error.message); });
  page.on('request', (request) => { asked.push(request.url()); });
  return { page, complaints, asked };
}

export interface ArrivedForm { readonly fields: Map<string, string>; readonly referer: string | undefined }

/** Plays the channel's page at /channel: keeps the forms that arrive, as bytes that are decoded once. */
export function playChannel(arrived: ArrivedForm[]): (app: Express) => void {
  return (app) => {
    app.post('/channel', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => { parts.push(part); });
      request.on('end', () => {
        arrived.push({ fields: new Map(new URLSearchParams(Buffer.concat(parts).toString('utf8'))), referer: request.headers.referer });
        response.type('html').send('<!doctype html><title>channel</title><link rel="icon" href="data:,"><p>the channel</p>');
      });
    });
  };
}

/**
 * Texts whose colour stands out less than 4.5:1 (3:1 when large) from what is behind them. Runs inside the page, so it is plain text.
 */
export const faintTexts = `(() => {
  const parse = (c) => (c.match(/[0-9.]+/g) || []).map(Number);
  const light = ([r, g, b]) => { const f = (v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }; return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b); };
  const behind = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
  const faint = []; let seen = 0;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(e.tagName)) continue;
    seen += 1;
    const s = getComputedStyle(e), a = light(parse(s.color)), b = light(behind(e)), ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const large = parseFloat(s.fontSize) >= 24 || (parseFloat(s.fontSize) >= 18.66 && +s.fontWeight >= 700);
    if (ratio < (large ? 3 : 4.5)) faint.push(walk.currentNode.data.trim() + ' ' + ratio.toFixed(2));
  }
  return { faint, seen };
})()`;
