// The pictures of the page in README.md and README.zh.md, by Chromium: node scripts/make-screenshots.mjs after a build.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startService } from './soak/service.mjs';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const texts = {
  en: 'A honey bee that has found nectar tells the hive by a waggle dance where it is. The angle of the waggle dance is the angle between the sun and the flowers; its length is the distance. Other bees follow the dance and fly out.',
  zh: '太阳是太阳系中心的恒星，行星围绕着太阳公转。太阳的能量来自核心的核聚变：氢变成氦。望远镜可以观测太阳的黑子和耀斑。',
};

const { url, child: service } = await startService();
const browser = await chromium.launch({
  executablePath: process.env.TELLTALE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const [lang, text] of Object.entries(texts)) {
  const locale = { en: 'en-GB', zh: 'zh-CN' }[lang];
  const context = await browser.newContext({ locale, viewport: { width: 1200, height: 1000 }, colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('.ranking .bar').first().waitFor();
  await page.locator('#text').fill(text);
  await page.waitForFunction((expected) => document.querySelector('.read-text')?.textContent === expected, text);
  await page.locator('.results[data-busy=false]').waitFor();
  // Bars grow to their length; the picture is of those that have.
  await page.screenshot({ path: path(`docs/pictures/page.${lang}.png`), animations: 'disabled' });
}
await browser.close();
service.kill();
