import { existsSync, mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { after } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { root } from '../support.js';

/** Debian's, or another one named by the variable. */
export const executable = process.env.TELLTALE_CHROMIUM ?? '/usr/bin/chromium';
/** Why there is no browser test; in CI a missing browser is a failure. */
export const noBrowser = existsSync(executable) || process.env.CI ? false : `there is no ${executable}`;

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * A plain server of files, under a path of its own, as static sites are hosted.
 *
 * @param onServed told of each file that was asked for and is there
 */
export async function serveFiles(
  folder: string,
  prefix: string,
  onServed: (file: string, bytes: number) => void = () => {},
): Promise<string> {
  const server: Server = createServer(async ({ url = '/' }, response) => {
    const path = new URL(url, 'http://x').pathname;
    try {
      if (!path.startsWith(prefix)) throw new Error('outside');
      const file = path.slice(prefix.length) || 'index.html';
      const bytes = await readFile(join(folder, file));
      onServed(file, bytes.length);
      const type = types[extname(file)] ?? 'application/octet-stream';
      // Open to pages from elsewhere, as a CDN is.
      response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`;
}

let browser: Promise<Browser> | undefined;

/** A page of a browser that remembers everything that should not happen, and at which address. */
export async function openPage(
  url: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; troubles: string[] }> {
  browser ??= chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
  const context = await (await browser).newContext({
    locale: 'zh-CN',
    viewport: { width: 1200, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  // A machine may be busy; what never comes is found out all the same.
  page.setDefaultTimeout(120_000);
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      troubles.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(new URL(url).origin) && !/^(blob|data):/.test(address)) troubles.push(`asks ${address}`);
  });
  await page.goto(url);
  return { page, troubles };
}

/** What axe finds in a page. */
export async function violationsOf(page: Page): Promise<string[]> {
  // What the other mode does for frames, which our pages have none of, takes half the time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Closes the browser. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
}

/** Keeps a picture for people to look at; git ignores it. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = join(root, 'build/screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
