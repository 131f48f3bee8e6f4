// Every report in a browser: no accessibility violation (axe-core), nothing wider than 320 px, and every table that scrolls is reached and
// scrolled by keyboard. Usage: node reports.mjs FILE.html ...
import { pathToFileURL } from 'node:url';
import { accessible, browser, end, wrong } from './browser.mjs';

const files = process.argv.slice(2);
if (files.length === 0) wrong.push('no report to look at');

/** Opens a report. Whatever it asks of the network is a fault: it has to stand by itself. */
async function open(file, width) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  page.on('request', (request) => request.url().startsWith('file:') || wrong.push(`${file}: asks for ${request.url()}`));
  await page.goto(pathToFileURL(file).href);
  return page;
}

for (const file of files) {
  for (const width of [1000, 320]) {
    const page = await open(file, width);
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
    await accessible(page, `${file} at ${width} px`);
    await page.close();
  }

  const page = await open(file, 320);
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
  await page.keyboard.press('Tab');
  if (!await page.evaluate(() => document.activeElement.matches('a.skip'))) wrong.push(`${file}: the first key does not reach the skip link`);
  await page.keyboard.press('Enter');
  if (!await page.evaluate(() => document.activeElement.matches('main'))) wrong.push(`${file}: the skip link does not lead to the content`);
  const scrolling = await page.evaluate(() => [...document.querySelectorAll('.table')].filter((table) => table.scrollWidth > table.clientWidth).length);
  let reached = 0;
  const stops = await page.evaluate(() => document.querySelectorAll('main a, main [tabindex="0"], main summary').length);
  for (let stop = 0; stop < stops && reached < scrolling; stop += 1) {
    await page.keyboard.press('Tab');
    const before = await page.evaluate(() => {
      const table = document.activeElement;
      return table.matches('.table') && table.scrollWidth > table.clientWidth ? table.scrollLeft : null;
    });
    if (before === null) continue;
    reached += 1;
    if (reached > 3) continue; // that a key scrolls is seen on a few
    await page.keyboard.press('ArrowRight');
    const scrolled = await page.waitForFunction(() => document.activeElement.scrollLeft > 0, null, { timeout: 2000 }).then(() => true, () => false);
    if (!scrolled) wrong.push(`${file}: a table does not scroll by keyboard`);
  }
  if (reached < scrolling) wrong.push(`${file}: ${scrolling} tables scroll and ${reached} are reached by keyboard`);
  console.log(`${file}: looked at, ${scrolling} tables scroll at 320 px`);
  await page.close();
}
await end();
