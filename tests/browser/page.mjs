// The page of `pejling serve` in a browser: what it shows is what the goldens say, by keyboard alone, in both languages, and it asks nobody else.
// Usage: node page.mjs PEJLING-BINARY [FOLDER-FOR-PICTURES].
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { accessible as looked, browser, end, wrong } from './browser.mjs';

const [pejling, pictures] = process.argv.slice(2);
const root = new URL('../..', import.meta.url).pathname;
const golden = JSON.parse(readFileSync(join(root, 'fixtures/region/result.json'), 'utf8'));
const expect = (is, what) => { if (!is) wrong.push(what); };

const server = spawn(pejling, ['serve', '--listen', '127.0.0.1:0', '--lang', 'en'], { stdio: ['ignore', 'ignore', 'pipe'] });
const ended = new Promise((resolve) => { server.once('exit', resolve); });
const url = await new Promise((resolve, reject) => {
  let said = '';
  server.stderr.on('data', (data) => { said += data; const found = /http:\/\/[0-9.:]+/.exec(said); if (found) resolve(found[0]); });
  ended.then(() => reject(new Error(said)));
});

async function open(locale, width) {
  const page = await browser.newPage({ locale, viewport: { width, height: 900 } });
  page.on('request', (request) => request.url().startsWith(url) || wrong.push(`asks for ${request.url()}`));
  page.on('console', (message) => message.type() === 'error' && !/status of 4/.test(message.text()) && wrong.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => wrong.push(`error: ${error}`));
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector('h2').textContent !== '');
  return page;
}

async function accessible(page, where) {
  await looked(page, where);
  if (pictures) await page.screenshot({ path: join(pictures, `${where}.png`), fullPage: true });
}

const focused = (page) => page.evaluate(() => document.activeElement.id);
const visible = (page, id) => page.waitForFunction((id) => !document.getElementById(id).hidden && document.getElementById('status').textContent === '', id, { timeout: 60000 });

/** Presses Tab until something is reached, as somebody without a mouse does. */
async function reach(page, selector) {
  for (let stop = 0; stop < 400; stop += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
  }
  wrong.push(`${selector} is not reached by keyboard`);
}

// by keyboard, in Danish
const page = await open('da-DK', 1100);
expect(await page.evaluate(() => document.documentElement.lang) === 'da', 'a Danish browser gets a page in another language');
await accessible(page, 'empty-da');
await reach(page, '#example');
await page.keyboard.press('Enter');
await visible(page, 'score');
expect(await focused(page) === 'score-head', 'the focus does not follow to the scores');
await accessible(page, 'score-da');

/** The numbers in the tables are those of the golden. */
async function same(entity, comma) {
  const rows = await page.evaluate(() => [...document.querySelectorAll('#tables tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent)));
  const at = golden.leaves[entity] ?? golden.consolidated[entity];
  const shown = rows.map((row) => row.slice(3, 6).join(' ')).sort();
  const number = (text) => (comma ? text.replace('.', ',') : text);
  const expected = Object.values(at.objectives).filter(Boolean)
    .map((it) => `${number(it.score.substantiated)} ${it.disputed ? '†' : ''}${number(it.score.declared)} ${number(it.score.possible)}`);
  const lacking = shown.filter((row) => row.trim() !== '' && !expected.includes(row));
  expect(rows.length > 20 && lacking.length === 0, `${entity}: ${rows.length} rows, not in the golden: ${lacking.slice(0, 3)}`);
  const frameworks = Object.keys(golden.catalogues).map((catalogue) => at.objectives[`${catalogue}:framework`]).map((it) => number(it.score.substantiated));
  for (const found of frameworks) expect(shown.some((row) => row.startsWith(found)), `${entity}: ${found} of a framework is not shown`);
}
await same('bakkeland', true);
await page.selectOption('#entity', 'psykiatrien');
await same('psykiatrien', true);

// every warning in words
await reach(page, '#notes summary');
await page.keyboard.press('Enter');
await page.waitForFunction((count) => document.querySelectorAll('#notes details li').length === count, golden.warnings.length, { timeout: 60000 });
const warnings = await page.evaluate(() => document.querySelector('#notes details').textContent);
const { evidence } = golden.warnings[0].args;
expect(warnings.includes(evidence) && !/\{|reason-/.test(warnings), `a warning is not in words: ${warnings.slice(0, 400)}`);
await accessible(page, 'warnings-da');

await reach(page, '#tables button');
await page.keyboard.press('Enter');
await visible(page, 'why');
expect(await focused(page) === 'why-head', 'the focus does not follow to the explanation');
expect(await page.evaluate(() => document.querySelectorAll('#why-body tbody tr').length) > 5, 'an objective is explained by its members');
expect(await page.evaluate(() => document.getElementById('why-body').textContent.includes('†')), 'an explanation hides who sees it otherwise');
await accessible(page, 'objective-da');
await reach(page, '#why-body tbody button');
await page.keyboard.press('Enter');
await page.waitForFunction(() => document.querySelector('#why-head code')?.textContent.match(/:[A-Z0-9]/), null, { timeout: 60000 });
await visible(page, 'why');
await accessible(page, 'requirement-da');

await page.selectOption('#objective', 'iso27001-2022:chapter-a8');
await reach(page, '#budget');
await page.keyboard.type('1000000');
await page.keyboard.press('Enter');
await page.waitForFunction(() => document.querySelector('#plan-body p') !== null, null, { timeout: 60000 });
expect(await page.evaluate(() => document.querySelectorAll('#plan-body tbody tr').length) > 0, 'a plan without measures');
await accessible(page, 'plan-da');

// the other language, and the same numbers
await page.click('#language');
await page.waitForFunction(() => document.documentElement.lang === 'en');
await same('psykiatrien', false);
await accessible(page, 'score-en');

// most assessments have nobody who sees anything otherwise
await page.setInputFiles('#files', join(root, 'fixtures/just-started/assessment.json'));
await page.waitForFunction(() => document.getElementById('entity').value === 'klintemark' || !document.getElementById('faults').hidden, null, { timeout: 60000 });
await page.waitForFunction(() => document.getElementById('status').textContent === '');
expect(await page.evaluate(() => document.getElementById('faults').hidden && !document.getElementById('score').hidden), 'what a beginner has is not shown');
expect(await page.evaluate(() => document.querySelectorAll('#tables tbody tr').length) > 0, 'a beginner without rows');

// a wrong file tells every fault with its line; an empty one and a workbook are told as what they are
const folder = mkdtempSync(join(tmpdir(), 'pejling-page-'));
const file = (name, content) => { const path = join(folder, name); writeFileSync(path, content); return path; };
const dropped = async (path, told) => {
  await page.setInputFiles('#files', path);
  await page.waitForFunction((name) => document.getElementById('faults-head').textContent.includes(name), basename(path), { timeout: 60000 });
  await visible(page, 'faults');
  const found = await page.evaluate(() => document.getElementById('faults').textContent);
  for (const one of told) expect(found.includes(one), `${path}: ${one} is not told: ${found.slice(0, 400)}`);
  expect(await page.evaluate(() => document.getElementById('score').hidden), `${path}: old scores stand beside new faults`);
};
await dropped(join(root, 'fixtures/wrong/ten-mistakes.json'), ['Line ', ' /evidence/', 'unknown-field']);
await accessible(page, 'faults-en');
await dropped(file('empty.json', ''), ['json-empty']);
await dropped(file('sheet.xlsx', 'PK'), ['pejling sheet read']);
await page.close();

// on a telephone
const narrow = await open('en-GB', 320);
await narrow.click('#example');
await visible(narrow, 'score');
await accessible(narrow, 'narrow-en');
await narrow.close();

server.kill('SIGTERM');
expect(await ended === 0, 'the server does not end as it should');
console.log('the page: looked at');
await end();
