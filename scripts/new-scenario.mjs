// Asks for a vote and writes it down as a scenario: whoever has a press release at hand needs to know nothing of the format.
//
//   node scripts/new-scenario.mjs COUNCIL CONTENT_DIR    (scripts/new-scenario calls it so)
//
// Every answer is put into a scenario that is otherwise good, and the command says what it makes of that. On a terminal a
// wrong answer is asked for again; where answers come from elsewhere, one a line, it ends the questions.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { letters } from '../web/page/modules/border.js';
import { plain, seatCouncil } from '../web/page/modules/councils.js';

const [council, content] = process.argv.slice(2);
const terminal = process.stdin.isTTY === true;
/** @type {import('../web/page/modules/councils.js').Councils} */
const councils = JSON.parse(readFileSync(`${content}/councils.json`, 'utf8'));
const years = Object.keys(councils.councils);

/** An answer that cannot be taken: what was found in it, and what was expected. */
class WrongAnswer extends Error {}

/** @param {string} found @param {string} expected */
const wrong = (found, expected) => new WrongAnswer(`found ${found}, expected ${expected}`);

/** @param {string} words */
function fail(words) {
  console.error(words);
  process.exit(1);
}

/** What the command says. @param {string[]} options @param {unknown} [input]  a scenario */
function run(options, input) {
  const { error, ...said } = spawnSync(council, options, { encoding: 'utf8', input: input ? JSON.stringify(input) : '' });
  if (error) throw error;
  return said;
}

const reader = createInterface({ input: process.stdin, output: terminal ? process.stdout : undefined });
const lines = reader[Symbol.asyncIterator]();
// Nothing is written before the last answer, and then all of it at once.
for (const each of [process, reader]) each.on('SIGINT', () => process.exit(130));
let line = 0;

/**
 * The answer to a question, once it can be taken.
 * @template Taken
 * @param {string} question
 * @param {(answer: string) => Taken} take  throws a WrongAnswer
 * @returns {Promise<Taken>}
 */
async function ask(question, take) {
  for (;;) {
    if (terminal) {
      reader.setPrompt(`${question}: `);
      reader.prompt();
    }
    const { done, value } = await lines.next();
    line += 1;
    if (done) fail(`${terminal ? '\n' : `line ${line}: `}found the end of the answers, expected one more: ${question}`);
    try {
      if (value.includes('\ufffd')) throw wrong('letters that are not UTF-8', 'a text in UTF-8');
      return take(plain(value));
    } catch (error) {
      if (!(error instanceof WrongAnswer)) throw error;
      if (!terminal) fail(`line ${line}: ${error.message} (${question})`);
      console.log(`  ${error.message}`);
    }
  }
}

/** A day's Council, everybody in favour. @param {string} year @param {string} [day] */
const seated = (year, day = '') => seatCouncil(councils, new URLSearchParams({
  c: year, d: day, v: letters.in_favour.repeat(councils.councils[year].split(' ').length) }), ' ');

/** @type {Omit<ReturnType<typeof seated>, 'resolution'> & { resolution: string | null }} */
let scenario = { ...seated(years[years.length - 1]), sources: councils.sources.slice(0, 1) };
/** Puts an answer into the scenario, if the command takes it there. @param {Partial<typeof scenario>} answer */
function put(answer) {
  const { stderr, status } = run(['check', '-'], { ...scenario, ...answer });
  if (status !== 0) throw new WrongAnswer(stderr.trim().replace(/^-:\d+:\d+: /, ''));
  scenario = { ...scenario, ...answer };
}

const ways = Object.keys(letters).map((way) => way.replace('_', ' '));
/** @param {string} answer  Against, or N */
function voteIn(answer) {
  const named = answer.toLowerCase().replace(' ', '_');
  const vote = Object.keys(letters).find((way) => way === named || letters[way].toLowerCase() === named);
  if (!vote) throw wrong(`"${answer}"`, `${ways.join(', ')}, or one of ${Object.values(letters).join(' ')}`);
  return vote;
}

/** Everybody's vote in a line: all in favour except RUS=against CHN=abstaining. @param {string} answer */
function votesIn(answer) {
  const words = answer.replace(/\b(in) (favour)|\b(not) (participating)/gi, '$1$3_$2$4').split(/[ ,]+/).filter(Boolean);
  const everybody = /^all$/i.test(words[0]) ? voteIn(words[1] ?? '') : undefined;
  const pairs = everybody ? words.slice(/^except$/i.test(words[2]) ? 3 : 2) : words;
  /** @type {Record<string, string>} */
  const named = {};
  for (const pair of pairs) {
    const [code, vote] = pair.split('=');
    if (vote === undefined) throw wrong(`"${pair}"`, 'a member’s code and its vote, such as RUS=against');
    if (named[code.toUpperCase()]) throw wrong(`${code} a second time`, 'each member once');
    named[code.toUpperCase()] = voteIn(vote);
  }
  const codes = scenario.members.map(({ code }) => code);
  const stranger = Object.keys(named).find((code) => !codes.includes(code));
  if (stranger) throw wrong(`a vote of ${stranger}`, `members of the Council of that day only: ${codes.join(' ')}`);
  const missing = codes.filter((code) => !everybody && !named[code]);
  if (missing.length > 0) throw wrong(`no vote of ${missing.join(' ')}`, 'a vote of every member');
  return Object.fromEntries(codes.map((code) => [code, named[code] ?? everybody]));
}

const fileOf = (/** @type {string} */ id) => `${content}/scenarios/${id}.json`;

await ask('Id, for the file’s name and links, such as gaza-2026', (id) => {
  put({ id });
  if (existsSync(fileOf(id))) throw wrong(`${fileOf(id)}, which is there already`, 'an id that no file has yet');
});
await ask('Day of the vote (YYYY-MM-DD)', (date) => {
  put({ date });
  const year = date.slice(0, 4);
  if (!years.includes(year)) throw wrong(year, `a day of the years ${years[0]} to ${years[years.length - 1]}, whose Councils are known`);
  const { rule, members, votes } = seated(year, date);
  put({ rule, members, votes });
});
await ask('What the draft was about, in a few words: the page’s title and what stands on the draft', (subject) => put({ draft: { ...scenario.draft, subject: { en: subject } } }));
await ask('Document symbol of the draft, such as S/2026/123; empty where there was no draft',
  (symbol) => {
    if (symbol && !/^S\/\S+$/.test(symbol)) throw wrong(`"${symbol}"`, 'a symbol that begins with S/, or nothing');
    put({ draft: { ...scenario.draft, symbol } });
  });

if (terminal) console.log(`The Council: ${scenario.members.map(({ code, name }) => `${code} ${name.en}`).join(', ')}`);
const votes = await ask('Votes, such as: all in favour except RUS=against CHN=abstaining (or empty, to be asked for each member’s)',
  (answer) => (answer ? votesIn(answer) : undefined));
/** @type {Record<string, string>} */
const asked = {};
for (const { code, name } of votes ? [] : scenario.members) asked[code] = await ask(`${name.en} (${ways.join(', ')}; or ${Object.values(letters).join(' ')})`, voteIn);
put({ votes: votes ?? asked });
const [, outcome] = run(['decide', '-'], scenario).stdout.split('\n');
if (terminal) console.log(outcome);
if (JSON.parse(run(['decide', '-', '--json'], scenario).stdout).outcome === 'adopted') {
  await ask('Symbol of the resolution, such as S/RES/2728(2024); empty where there is none', (resolution) => put({ resolution: resolution || null }));
}

/** @type {[keyof typeof scenario.sources[0], string][]} */
const questions = [
  ['title', 'Source: its title, such as: Press release SC/15648, on the 9591st meeting'],
  ['publisher', 'Source: who published it, such as United Nations'],
  ['date', 'Source: its date, as YYYY, YYYY-MM or YYYY-MM-DD'],
  ['url', 'Source: its address, https://…; empty where there is none'],
];
for (const [field, question] of questions) await ask(question, (answer) => {
  if (field === 'publisher' && /^https?:/.test(answer)) throw wrong(`"${answer}"`, 'a name; its address is asked for next');
  put({ sources: [{ ...scenario.sources[0], [field]: answer }] });
});
reader.close();

// A member a line, as in the other files.
const inLine = (/** @type {unknown} */ value) => JSON.stringify(value, null, 1).replace(/\n */g, ' ');
const text = JSON.stringify({ $schema: '../schemas/scenario.schema.json', ...scenario, members: [] }, null, 2)
  .replace('"members": []', () => `"members": [\n${scenario.members.map((member) => `    ${inLine(member)}`).join(',\n')}\n  ]`);
const { id } = scenario;
const making = `${content}/scenarios/.${id}.new`;
writeFileSync(making, `${text}\n`);
const { status, stderr } = run(['check', making]);
const taken = existsSync(fileOf(id));
if (status === 0 && !taken) renameSync(making, fileOf(id));
else rmSync(making);
if (status !== 0) fail(stderr.trim());
if (taken) fail(`${fileOf(id)} is there already; nothing is written.`);

console.log(`${fileOf(id)} is written, and the command finds nothing wrong with it.
${outcome}

scripts/serve makes and shows
  its page    vote-${id}.html
  its frame   embed-${id}.html
  its poster  posters/${id}.svg
  its card    cards/${id}.png
${content}/opening names the vote that the site opens with. A title and a summary have their place in the file, as story.en.title and story.en.summary, and so have more sources.`);
