// The page of `pejling serve`: a client of the operations, nothing more. It computes no number and keeps no file.

const $ = (id) => document.getElementById(id);
const READINGS = ['substantiated', 'declared', 'possible'];
const PARTS = ['substantiated', 'held_back', 'declared_only', 'unanswered', 'known_wrong'];
const of = { language: '', texts: {}, titles: {}, families: {}, name: '', assessment: null, overlays: [], result: null, entities: [], disputed: new Set() };
let latest = 0; // what was asked last: a slower answer to something older is dropped

/** An element with attributes and children; text is never read as markup. */
function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name === 'onclick') made.addEventListener('click', value);
    else made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

/** A text, with what stands in braces filled in. */
const say = (key, filled = {}) => Object.entries(filled).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, () => value), of.texts[key] ?? key);
const number = (text) => (of.language === 'da' ? String(text).replace('.', ',') : String(text));
const title = (id) => of.titles[of.language]?.[id] ?? '';
const named = (id) => [el('code', {}, id), ` ${title(id)}`];
const cell = (text) => el('td', { class: 'number' }, text);

/** A table that can be read aloud: a caption, heads with a scope, the first cell of each row as its head. */
function table(caption, heads, rows) {
  const head = heads.map(([text, kind]) => el('th', { scope: 'col', class: kind ?? '' }, text));
  const body = el('table', {}, el('caption', {}, caption), el('thead', {}, el('tr', {}, head)), el('tbody', {}, rows));
  return el('div', { class: 'table', role: 'region', 'aria-label': caption, tabindex: '0' }, body);
}

class Refused extends Error {
  constructor(problem) {
    super(problem.title ?? '');
    this.problem = problem;
  }
}

async function ask(operation, fields) {
  const body = { ...fields, language: of.language };
  if (of.overlays.length > 0) body.catalogues = of.overlays;
  const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`v1/${operation}`, sent).catch(() => { throw new Refused({ title: say('page-unreachable') }); });
  const answer = await response.json().catch(() => ({ title: say('page-unreachable') }));
  if (!response.ok) throw new Refused(answer);
  return answer;
}

const about = () => ({ assessment: of.assessment, ...($('as-of').value ? { as_of: $('as-of').value } : {}) });

/** Does something that may be refused, tells what is under way, and says what is wrong where it is refused. */
async function doing(work) {
  const mine = ++latest;
  $('status').textContent = say('page-working');
  try {
    const show = await work();
    if (mine !== latest) return;
    $('faults').hidden = true;
    $('status').textContent = '';
    show();
  } catch (error) {
    if (mine !== latest) return;
    $('status').textContent = '';
    refused(error instanceof Refused ? error.problem : { title: String(error) });
  }
}

function refused({ title: said, detail, faults = [], more = 0 }) {
  const items = faults.map(({ at, code, help, message }) => el('li', {},
    at.line ? el('strong', {}, `${say('page-line', { line: at.line, column: at.column })}: `) : null,
    `${message} `, el('code', {}, `${at.pointer.replace(/^\/assessment/, '')} [${code}]`), help ? el('div', {}, help) : null));
  if (more > 0) items.push(el('li', {}, say('page-more', { count: more })));
  $('faults-head').textContent = faults.length > 0 ? say('page-faults', { count: faults.length + more, name: of.name }) : [said, detail].filter(Boolean).join(': ');
  $('fault-list').replaceChildren(...items);
  $('faults').hidden = false;
  $('faults-head').focus();
}

/** Takes the texts of files: one assessment, and catalogues to lay over. */
async function take(files) {
  for (const id of ['score', 'why', 'plan', 'faults']) $(id).hidden = true;
  const read = await Promise.all([...files].map(async (file) => ({ name: file.name, text: await file.text() })));
  const parsed = (text) => { try { return JSON.parse(text); } catch { return null; } };
  const isCatalogue = ({ name, text }) => name.endsWith('.toml') || String(parsed(text)?.format).startsWith('pejling/catalogue/');
  const assessments = read.filter((file) => !isCatalogue(file));
  const workbook = read.find(({ name }) => /\.(xlsx|xlsm|csv)$/i.test(name));
  if (workbook) return refused({ title: say('page-workbook', { name: workbook.name }) });
  if (assessments.length > 1) return refused({ title: say('page-one') });
  of.overlays = read.filter(isCatalogue).map(({ text }) => text);
  if (assessments.length === 1) [of.name, of.assessment] = [assessments[0].name, assessments[0].text];
  if (of.assessment === null) return refused({ title: say('page-one') });
  of.entities = parsed(of.assessment)?.entities ?? [];
  [of.titles, of.families] = [{}, {}]; // other catalogues may have come with it
  $('as-of').value = '';
  await score();
}

async function score() {
  await doing(async () => {
    const result = await ask('score', about());
    await Promise.all(Object.keys(result.catalogues).filter((id) => !title(id)).map(learn));
    return () => { of.result = result; $('as-of').value = result.as_of; choices(); shown(); $('score-head').focus(); };
  });
}

/** The titles of a catalogue in both languages, and what kind of objective each is. */
async function learn(catalogue) {
  const { objectives, texts } = await ask('catalogue', { name: catalogue });
  for (const [language, { title: whole, requirements = {}, objectives: headed = {} }] of Object.entries(texts ?? {})) {
    const known = (of.titles[language] ??= {});
    known[catalogue] = whole;
    for (const [id, words] of [...Object.entries(requirements), ...Object.entries(headed)]) known[`${catalogue}:${id}`] = words.title;
  }
  for (const { id, family } of objectives) of.families[`${catalogue}:${id}`] = family;
}

/** Entities below each other, and objectives by catalogue, to choose from. */
function choices() {
  const { organisation, leaves, consolidated, catalogues } = of.result;
  const chosen = $('entity').value;
  const known = new Map(of.entities.map((entity) => [entity.id, entity]));
  const below = (parent, depth) => of.entities.filter((it) => it.parent === parent).flatMap((it) => [[it.id, depth], ...below(it.id, depth + 1)]);
  const all = [[organisation, 0], ...below(organisation, 1)].filter(([id]) => leaves[id] || consolidated[id]);
  const rest = [...Object.keys(consolidated), ...Object.keys(leaves)].filter((id) => !all.some(([other]) => other === id)).map((id) => [id, 0]);
  const option = ([id, depth]) => el('option', { value: id }, `${'  '.repeat(depth)}${known.get(id)?.name ?? id}`);
  $('entity').replaceChildren(...[...all, ...rest].map(option));
  if ([...all, ...rest].some(([id]) => id === chosen)) $('entity').value = chosen;
  const group = (catalogue) => el('optgroup', { label: title(catalogue) || catalogue }, chosenOf(catalogue).map((id) => el('option', { value: id }, title(id) || id)));
  $('objective').replaceChildren(...Object.keys(catalogues).map(group));
}

/** The objectives of a catalogue that people go by; what is grouped by attribute is left to the command. */
const chosenOf = (catalogue) => Object.keys(of.families).filter((id) => id.startsWith(`${catalogue}:`) && of.families[id] !== 'attribute');

function shown() {
  const { as_of, catalogues, consolidated, dissent, leaves, method, warnings } = of.result;
  const entity = $('entity').value;
  const name = $('entity').selectedOptions[0]?.textContent.trim() ?? entity;
  const at = leaves[entity] ?? consolidated[entity];
  $('score-head').textContent = name;
  $('about').textContent = say('page-about', { name: of.name, date: as_of, method, entity: name });
  $('legend').replaceChildren(...PARTS.map((part) => el('span', {}, el('i', { class: part }), say(`part-${part.replace('_', '-')}`))));
  const heads = [[say('objective')], [say('page-why-head')], [say('bar')], ...READINGS.map((it) => [say(it), 'number']), [say('band')], [say(leaves[entity] ? 'members-assessed' : 'entities-assessed'), 'number'], [say('weakest')]];
  const tables = Object.keys(catalogues).map((catalogue) => table(title(catalogue) || catalogue, heads, chosenOf(catalogue).map((id) => row(id, at.objectives[id]))));
  $('tables').replaceChildren(...tables);
  $('notes').replaceChildren(
    ...dissenting(dissent),
    ...(warnings.length > 0 ? [warned(warnings.length)] : []));
  for (const id of ['score', 'plan']) $(id).hidden = false;
  for (const id of ['why', 'faults']) $(id).hidden = true;
  $('plan-body').replaceChildren();
}

/** How many warnings there are, and on request each in words. */
function warned(count) {
  const list = el('ul', {});
  const made = el('details', {}, el('summary', {}, say('page-warnings', { count })), list);
  made.addEventListener('toggle', () => made.open && list.childElementCount === 0 && doing(async () => {
    const { warnings } = await ask('check', about());
    return () => list.replaceChildren(...warnings.map((it) => el('li', {}, it.message)));
  }));
  return made;
}

/** Whose view the sign at a declared number stands for, in their own words. */
function dissenting(views = []) {
  const lines = views.map((it) => el('li', {}, `† ${say(`voice-${it.by}`)}: ${it.text} (`, named(it.requirement), ')'));
  return lines.length > 0 ? [el('h3', {}, say('page-dissent')), el('ul', {}, lines)] : [];
}

function row(id, it) {
  const head = el('th', { scope: 'row' }, title(id) || el('code', {}, id));
  if (!it) return el('tr', {}, head, el('td', { colspan: 8 }, say('not-applicable')));
  const reading = (name) => cell(`${name === 'declared' && it.disputed ? '†' : ''}${number(it.score[name])}`);
  const weakest = it.weakest && `${it.weakest.entity ?? it.weakest.requirement}${it.weakest.others > 0 ? say('page-others', { count: it.weakest.others }) : ''} ${number(it.weakest.score)}`;
  return el('tr', {}, head, el('td', {}, asks(id)), el('td', {}, bar(it.bar)), READINGS.map(reading),
    el('td', {}, it.band ? say(`band-${it.band}`) : say('not-assessed')), cell(`${it.assessed}/${it.applicable}`), el('td', {}, weakest ?? ''));
}

/** The parts of a bar as wide as their numbers; what they are is said as well. */
function bar(parts) {
  const said = PARTS.map((part) => `${say(`part-${part.replace('_', '-')}`)} ${number(parts[part])}`).join(', ');
  const drawn = el('div', { class: 'bar', role: 'img', 'aria-label': said, title: said }, PARTS.map((part) => el('i', { class: part })));
  [...drawn.children].forEach((piece, at) => { piece.style.flexGrow = parts[PARTS[at]]; });
  return drawn;
}

const asks = (id) => el('button', { type: 'button', 'aria-label': say('page-why-of', { title: title(id) || id }), onclick: () => explain(id) }, say('page-why'));
/** A reading of something, with the sign where somebody sees what is declared otherwise. */
const read = (it, reading, id) => `${reading === 'declared' && of.disputed.has(id) ? '†' : ''}${number(it[reading])}`;
const triple = (it, id) => READINGS.map((reading) => cell(it ? read(it, reading, id) : say('not-applicable')));
const threeHeads = () => READINGS.map((reading) => [say(reading), 'number']);

async function explain(id) {
  await doing(async () => {
    const { dissent, entity, why } = await ask('explain', { ...about(), entity: $('entity').value, of: id });
    return () => {
      $('why-head').replaceChildren(...named(id), ` · ${entity}`);
      of.disputed = new Set((dissent ?? []).flatMap((it) => it.concerns));
      const score = Object.values(why)[0].score; // a why has one kind
      const body = why.requirement ? ofRequirement(why.requirement) : why.objective ? ofObjective(why.objective) : ofChildren(why.consolidated, id);
      $('why-body').replaceChildren(scored(score, id), ...body.filter(Boolean), ...dissenting(dissent ?? []));
      $('why').hidden = false;
      $('why-head').focus();
    };
  });
}

const scored = (it, id) => el('p', {}, it ? say('page-scored', Object.fromEntries(READINGS.map((reading) => [reading, read(it, reading, id)]))) : say('not-applicable'));

function ofRequirement(why) {
  const evidence = why.evidence.map((it) => el('tr', {}, el('th', { scope: 'row' }, it.id), el('td', {}, say(`kind-${it.kind.replaceAll('_', '-')}`)), el('td', {}, say(`assurance-${it.assurance}`)),
    cell(`${it.age_days}/${it.valid_days}`), cell(number(it.freshness)), cell(number(it.trust)), cell(number(it.ok)), cell(number(it.bad))));
  const steps = why.substantiated.steps.map((it) => el('tr', {}, el('th', { scope: 'row' }, it.evidence), cell(number(it.added)), cell(number(it.trust)), cell(number(it.upto))));
  const below = why.rests_on.map((it) => el('tr', {}, el('th', { scope: 'row' }, named(it.requirement)), el('td', {}, asks(it.requirement)), el('td', {}, say(it.relation.replace('_', '-'))), triple(it.score, it.requirement), triple(it.cap), el('td', {}, it.binds ? say('binds') : '')));
  const causes = why.held_back_by.map((it) => el('li', {}, named(it.requirement), ` (${say('page-own')} ${number(it.own)}) `, asks(it.requirement)));
  return [
    why.exclusion && el('p', {}, `${why.exclusion.reason} (${why.exclusion.approved_by})`),
    why.parts.length > 0 ? el('p', {}, `${say('page-composite')} `, why.parts.flatMap((id) => [asks(id), ' ', ...named(id), ' '])) : null,
    evidence.length > 0 ? table(say('explain-evidence'), [[say('explain-evidence')], [say('page-kind')], [say('page-assurance')], [say('page-age'), 'number'], [say('page-freshness'), 'number'], [say('page-trust'), 'number'], [say('page-fine'), 'number'], [say('page-wrong'), 'number']], evidence) : el('p', {}, say('page-no-evidence')),
    steps.length > 0 ? table(say('page-walk'), [[say('explain-evidence')], [say('page-added'), 'number'], [say('page-trust'), 'number'], [say('page-upto'), 'number']], steps) : null,
    steps.length > 0 ? el('p', {}, say('page-sum', { sum: number(why.substantiated.sum), score: number(why.substantiated.score) })) : null,
    why.open_finding ? el('p', {}, say('explain-possible', { bad: number(why.open_finding.bad), evidence: why.open_finding.evidence, possible: number(why.own.possible) })) : null,
    below.length > 0 ? table(say('explain-rests-on'), [[say('requirement')], [say('page-why-head')], [say('relation')], ...threeHeads(), ...READINGS.map((it) => [`${say('at-most')}: ${say(it)}`, 'number']), [say('binds')]], below) : null,
    causes.length > 0 ? el('h3', {}, say('explain-held-back')) : null,
    causes.length > 0 ? el('ul', {}, causes) : null,
  ];
}

function ofObjective(why) {
  const members = why.members.map((it) => el('tr', {}, el('th', { scope: 'row' }, named(it.requirement)), el('td', {}, asks(it.requirement)), cell(it.weight), triple(it.own, it.requirement), triple(it.score, it.requirement)));
  const critical = why.critical.map((it) => el('li', {}, named(it.requirement), ` ${say('at-most')} ${number(it.cap.substantiated)} `, asks(it.requirement)));
  const causes = why.held_back.map((it) => el('li', {}, `${number(it.points)}: `, it.by.flatMap((id) => [...named(id), ' ', asks(id), ' '])));
  return [
    why.mean && el('p', {}, say('explain-mean', { points: number(why.points.substantiated), weight: why.weight, mean: number(why.mean.substantiated) })),
    critical.length > 0 ? el('h3', {}, say('page-critical')) : null, critical.length > 0 ? el('ul', {}, critical) : null,
    causes.length > 0 ? el('h3', {}, say('page-held-points')) : null, causes.length > 0 ? el('ul', {}, causes) : null,
    table(say('members'), [[say('requirement')], [say('page-why-head')], [say('weight'), 'number'], ...READINGS.map((it) => [`${say('page-own')}: ${say(it)}`, 'number']), ...threeHeads()], members),
  ];
}

function ofChildren(why, id) {
  const rows = why.children.map((it) => el('tr', {}, el('th', { scope: 'row' }, it.entity), cell(it.weight), triple(it.score, id)));
  return [
    why.score && el('p', {}, say('explain-mean', { points: number(why.points.substantiated), weight: why.weight, mean: number(why.score.substantiated) })),
    table(say('page-children'), [[say('entity')], [say('weight'), 'number'], ...threeHeads()], rows),
    el('p', {}, say('page-deeper')),
  ];
}

async function plan() {
  await doing(async () => {
    const asked = { ...about(), entity: $('entity').value, objective: $('objective').value, budget: Number($('budget').value) };
    const found = await ask('plan', asked);
    return () => {
      const what = (it) => (it.measure ? `${it.measure}: ${it.requirement} ${title(it.requirement)}` : named(it.requirement));
      const steps = found.steps.map((it) => el('tr', {}, el('th', { scope: 'row' }, what(it)), el('td', {}, it.entity), el('td', {}, it.owner ?? ''), el('td', {}, `${it.due ?? ''}${it.overdue ? ` (${say('page-overdue')})` : ''}`), cell(it.cost), cell(number(it.after.score))));
      const left = found.left_out.map((it) => el('li', {}, `${it.measure}: ${say(`fate-${it.why.replaceAll('_', '-')}`)}`));
      $('plan-body').replaceChildren(
        el('p', {}, el('strong', {}, steps.length > 0 ? say('page-planned', { before: number(found.before.score), after: number(found.after.score), cost: found.cost }) : say('page-plan-nothing', { before: number(found.before.score) })), ' ',
          say(`proof-${found.proof.kind.replaceAll('_', '-')}`, { at_most: number(found.proof.at_most), at_least: number(found.proof.at_least) })),
        ...(found.source === 'requirements' ? [el('p', {}, say('plan-from-requirements'))] : []),
        ...(steps.length > 0 ? [table(say('page-steps'), [[say('measure')], [say('entity')], [say('page-owner')], [say('page-due')], [say('cost'), 'number'], [say('page-after'), 'number']], steps)] : []),
        ...(left.length > 0 ? [el('h3', {}, say('plan-left-out')), el('ul', {}, left)] : []));
    };
  });
}

async function speak(language) {
  of.texts = await (await fetch(`page/${language}.json`)).json();
  of.language = language;
  document.documentElement.lang = language;
  for (const it of document.querySelectorAll('[data-text]')) it.textContent = say(it.dataset.text);
  $('language').textContent = language === 'da' ? 'English' : 'Dansk';
  $('language').lang = language === 'da' ? 'en' : 'da';
  if (of.result && !$('score').hidden) { choices(); shown(); }
}

$('files').addEventListener('change', (event) => take(event.target.files));
$('example').addEventListener('click', async () => take([new File([await (await fetch('page/example.json')).blob()], 'example.json')]));
$('as-of').addEventListener('change', () => { if (of.assessment !== null) score(); });
$('entity').addEventListener('change', shown);
$('plan-form').addEventListener('submit', (event) => { event.preventDefault(); plan(); });
$('language').addEventListener('click', () => speak(of.language === 'da' ? 'en' : 'da'));
for (const kind of ['dragenter', 'dragover']) window.addEventListener(kind, (event) => { event.preventDefault(); $('drop').classList.add('over'); });
for (const kind of ['dragleave', 'drop']) window.addEventListener(kind, () => $('drop').classList.remove('over'));
window.addEventListener('drop', (event) => { event.preventDefault(); take(event.dataTransfer.files); });
await speak(navigator.language.startsWith('da') ? 'da' : 'en');
