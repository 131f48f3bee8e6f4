// What every test in a browser needs: the browser, and what must hold of a page whatever is on it. CHROMIUM names it [default: /usr/bin/chromium].
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });

/** What is found wrong, in the order in which it is found. */
export const wrong = [];

/** No accessibility violation (axe-core), and nothing wider than the screen. */
export async function accessible(page, where) {
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // run from outside the page: the policy of ours lets no script in, as it should
  const { violations, passes } = await page.evaluate(`${axe}; axe.run(document, { runOnly: ${JSON.stringify(rules)} })`);
  if (passes.length < 15) wrong.push(`${where}: only ${passes.length} rules found anything to look at`);
  for (const { id, help, nodes } of violations) wrong.push(`${where}: ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
  const [wide, { width }] = [await page.evaluate(() => document.documentElement.scrollWidth), page.viewportSize()];
  if (wide > width) wrong.push(`${where}: ${wide} px wide on a screen of ${width}`);
}

/** Tells what is wrong, and ends with it. */
export async function end() {
  await browser.close();
  for (const it of wrong) console.error(it);
  process.exit(wrong.length === 0 ? 0 : 1);
}
