// Paper, of a lesson: worksheet and key, and for one that ends in a vote of the class role cards and ballots, each as HTML and
// as PDF. A worksheet asks and never answers: what a step tells after it has asked, and what terms mean, is on the screen and
// in the key, which alone is the script of the lesson.
// Everything that is decided comes from the module that decides on the page.
//
//   const sheets = await sheetsOf(lesson, words, {scenarios, councils, vetoes, wasm, picture, catalogue, scratch});
//   // [{ name: 'one-no-worksheet', html }, …]
//   await print([{ html: 'one-no-worksheet.html', pdf: 'one-no-worksheet-a4.pdf', size: 'A4' }]);
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { letters } from '../page/modules/border.js';
import { dayIn } from '../page/modules/day.js';
import { messagesIn } from '../page/modules/message.js';
import { styleOf } from './assets.mjs';
import { tellerOf } from './task.mjs';
import { escape, render } from './template.mjs';
import { councilOf, given } from './vote.mjs';
import { keyTermsOf, textIn } from './words.mjs';

/** The sizes that are printed on, as files' names have them. @type {Record<string, string>} */
export const sizes = { a4: 'A4', letter: 'letter' };

const folder = 'web/page/paper';
/** @type {Record<string, string>} */
const templates = Object.fromEntries(readdirSync(folder).filter((file) => file.endsWith('.html'))
  .map((file) => [file.replace('.html', ''), readFileSync(join(folder, file), 'utf8')]));

/** A vote's shape, as core/picture/marks.cpp draws it. @param {string} way @param {number} size  in millimetres */
function markOf(way, size) {
  const ink = 'stroke="#000" stroke-linecap="round" stroke-linejoin="round"';
  /** @type {Record<string, string>} */
  const shapes = {
    in_favour: `<circle cx="12" cy="12" r="11"/><path d="M7.6 12.4l3.1 3.2 5.9-7" fill="none" ${ink.replace('#000', '#fff')} stroke-width="1.9"/>`,
    against: `<rect x="2.3" y="2.3" width="19.4" height="19.4" rx="1"/><path d="M8 8l8 8M8 16l8-8" fill="none" ${ink.replace('#000', '#fff')} stroke-width="1.9"/>`,
    abstaining: `<circle cx="12" cy="12" r="10.1" fill="none" ${ink} stroke-width="1.7"/><path d="M7.4 12h9.2" ${ink} stroke-width="1.8"/>`,
    not_participating: `<circle cx="12" cy="12" r="10.1" fill="none" ${ink} stroke-width="1.9" stroke-dasharray="0 3.966"/>`,
  };
  return `<svg aria-hidden="true" width="${size}mm" height="${size}mm" viewBox="0 0 24 24">${shapes[way]}</svg>`;
}

/** An empty seat; a permanent member wears a second ring. @param {boolean} permanent */
const seatOf = (permanent) => `<svg aria-hidden="true" width="9mm" height="9mm" viewBox="0 0 40 40" fill="none" stroke="#000">${
  permanent ? '<circle cx="20" cy="20" r="18" stroke-width="2"/>' : ''}<circle cx="20" cy="20" r="${permanent ? 13 : 18}" stroke-width="1.5"/></svg>`;

/** A list in pieces. @template Each @param {Each[]} list @param {number} size */
const pieces = (list, size) => Array.from({ length: Math.ceil(list.length / size) }, (_none, i) => list.slice(i * size, (i + 1) * size));
/** Four to a sheet. @template Each @param {Each[]} list */
const onSheets = (list) => pieces(list, 4).map((sheet) => ({ rows: pieces(sheet, 2).map((cards) => ({ cards })) }));

/** Room for a member and its vote, beside each other where there are many. @param {number} most  members that may vote otherwise */
function fieldsOf(most) {
  const across = most > 5 ? 2 : 1;
  const pairs = Array.from({ length: across }, (_none, i) => ({ further: i > 0 }));
  return { columns: pairs, rows: Array(Math.ceil(most / across)).fill({ pairs }) };
}

/**
 * @param {any} lesson  the file as it stands
 * @param {any} words  the catalogue of its language
 * @param {object} from
 * @param {Map<string, any>} from.scenarios
 * @param {import('../page/modules/councils.js').Councils} from.councils
 * @param {{ as_of: string, sources: { publisher: string, url: string }[], texts: { vetoed_by: string }[] }} from.vetoes
 * @param {string} from.wasm  the council module's file
 * @param {ReturnType<typeof import('./poster.mjs').pictures>} from.picture
 * @param {string} from.catalogue  file
 * @param {string} from.scratch  folder for votes to draw
 * @param {Record<'fonts' | 'icon', string>} from.assets
 * @returns {Promise<{ name: string, html: string, style: string }[]>}
 */
export async function sheetsOf(lesson, words, { scenarios, councils, vetoes, wasm, picture, catalogue, scratch, assets }) {
  const { language, paper } = words;
  const filled = messagesIn(language);
  /** @param {string[]} texts @param {Intl.ListFormatType} [type] */
  const listed = (texts, type = 'conjunction') => new Intl.ListFormat(language, { type }).format(texts);
  const bareOf = (/** @type {string} */ id) => {
    const { mandate: _mandate, ...bare } = scenarios.get(id);
    return bare;
  };
  const nameOf = (/** @type {any} */ { short, name }) => textIn(short ?? name, language);
  const idOf = (/** @type {any} */ step) => step.vote ?? lesson.vote;
  const council = await councilOf(bareOf(lesson.vote), words, ['list', 'decision', 'article', 'decisive', 'change'], wasm);
  for (const id of new Set(lesson.steps.map(idOf))) if (id !== lesson.vote) council.open(given(bareOf(id)));
  const follow = (/** @type {string} */ link) => {
    if (!council.follow(link)) throw new Error(`${lesson.id}: ${link} is no link to its votes`);
    return council.told('state');
  };

  /** What the key has told the outcome of. @type {Set<string>} */
  const told = new Set();
  /** Votes to draw, by the name of the picture. @type {Map<string, object>} */
  const blanks = new Map();
  /** @type {Map<string, object>} */
  const drawn = new Map();
  const steps = lesson.steps.map((/** @type {any} */ step, /** @type {number} */ i) => {
    const { kind, question, challenge } = step;
    const id = idOf(step);
    const scenario = bareOf(id);
    const { members } = scenario;
    const called = (/** @type {string} */ code) => nameOf(members.find((/** @type {any} */ each) => each.code === code));
    const base = `s=${id}${step.rule ? `&rule=${step.rule}` : ''}`;
    const { votes: recorded, bound } = follow(base);
    /** @param {string} votes @param {Record<string, string>} differences */
    const changed = (votes, differences) => members.map((/** @type {any} */ { code }, /** @type {number} */ seat) =>
      (bound.includes(code) ? 'A' : letters[differences[code]] ?? votes[seat])).join('');
    const nobody = step.votes === 'nobody';
    const start = nobody ? 'X'.repeat(members.length) : changed(recorded, step.votes ?? {});
    const answer = council.outcomeOf(`${base}&v=${changed(start, question?.reveal ?? {})}`)?.outcome;
    /** @param {string} votes  letters */
    const leadsTo = (votes) => {
      told.add(`${base}&v=${votes}`);
      follow(`${base}&v=${votes}`);
      const { status, why } = council.told('reasons');
      return [status, why].filter(Boolean);
    };
    /** The same vote with others' marks. @param {string} votes  letters */
    const voting = (votes) => ({
      ...scenario, resolution: null, ...step.rule ? { rule: step.rule } : {},
      votes: Object.fromEntries(members.map((/** @type {any} */ { code }, /** @type {number} */ seat) =>
        [code, Object.keys(letters).find((way) => letters[way] === votes[seat])])),
    });
    // A chamber to mark: once what the lesson is about, and wherever the class itself votes.
    const first = lesson.steps.findIndex((/** @type {any} */ each) => idOf(each) === lesson.vote && each.votes !== 'nobody' && each.kind !== 'challenge');
    const chamber = kind === 'ballot' || i === first;
    const name = `${lesson.id}-${language}-${i + 1}`;
    if (chamber) blanks.set(name, scenario);
    if (i === first) drawn.set(name, scenario);
    if (challenge) drawn.set(name, voting(changed(start, challenge.solution)));
    const asks = question || challenge || step.prompts;
    // Everybody by name, the permanent members first; where many vote alike, these have a line of their own.
    const { names, named } = words.explore.groups;
    const roll = Object.entries(words.vote).map(([way, label]) => {
      const who = members.filter((/** @type {any} */ _member, /** @type {number} */ seat) => start[seat] === letters[way]);
      const parts = ['permanent', 'elected'].map((group) => ({ group, all: who.filter((/** @type {any} */ { permanent }) => permanent === (group === 'permanent')).map(nameOf) }))
        .filter(({ all }) => all.length > 0);
      return {
        label: filled(named, { group: label, n: who.length }), some: who.length > 0,
        lines: who.length > 5 ? parts.map(({ group, all }) => filled(paper.named, { group: names[group], members: listed(all) })) : [listed(parts.flatMap(({ all }) => all))],
      };
    }).filter(({ some }) => some);
    const { goalOf, differs, held } = tellerOf(words, members);
    const from = challenge || (kind === 'predict' && !question.reveal);
    return {
      n: i + 1, title: step.title, name,
      minutes: filled(paper.minutes, { n: step.minutes }),
      words: step.words,
      told: kind === 'read' && !question ? [] : step.words,
      look: step.look ?? false,
      vote: id !== lesson.vote && filled(paper.vote, { day: dayIn(scenario.date, language), subject: textIn(scenario.draft.subject, language) }),
      chamber: chamber && { name },
      start: from && { roll },
      under: [
        ...!from && !nobody && step.votes && !question?.reveal ? [differs(step.votes)] : [],
        ...step.rule ? [filled(paper.rule, { rule: words.rules[step.rule].name })] : [],
        ...step.locked ? [held(step.locked)] : [],
      ].join(' '),
      leads: nobody || challenge || question || told.has(`${base}&v=${start}`) ? [] : leadsTo(start),
      question: question ? { text: question.text, choices: question.choices.map((/** @type {any} */ choice) => {
        const right = choice.outcome ? choice.outcome === answer : choice.right;
        return { ...choice, right };
      }) } : false,
      challenge: challenge ? {
        task: challenge.task, solved: challenge.solved, name,
        goal: Object.values(goalOf(challenge.goal)).filter(Boolean).join(' '),
        hints: challenge.hints.length > 0 && { all: challenge.hints },
        allowed: filled(paper.allowed, {
          n: challenge.most_changes,
          who: Array.isArray(challenge.moves.members) ? listed(challenge.moves.members.map(called)) : names[challenge.moves.members],
          ways: listed(challenge.moves.votes.map((/** @type {string} */ way) => words.vote[way]), 'disjunction'),
        }),
        ...fieldsOf(challenge.most_changes),
        solution: filled(paper.solution, { votes: listed(Object.entries(challenge.solution).map(([code, way]) =>
          filled(paper.cast, { member: called(code), vote: words.vote[way] }))) }),
      } : false,
      prompts: step.prompts ?? [],
      lines: '<div class="line"></div>'.repeat(step.prompts?.length > 3 ? 2 : 3),
      whole: !step.prompts,
      // What comes after a vote of the class is a sheet of its own, for it may tell how others voted.
      apart: lesson.steps[i - 1]?.kind === 'ballot',
      own: kind === 'read' && !asks && !chamber,
      notes: step.notes ?? [],
      ballot: kind === 'ballot',
      members, scenario, base,
    };
  });

  /** Files of votes to draw. @param {Map<string, object>} votes @param {string} mark  of their names */
  const filesOf = (votes, mark) => [...votes].map(([name, vote]) => {
    const file = join(scratch, `${name}${mark}.json`);
    writeFileSync(file, JSON.stringify({ ...vote, id: name }));
    return file;
  });
  /** Pictures on paper, in the order of their files. @param {string[]} files @param {number} width @param {boolean} empty */
  const draw = async (files, width, empty) => (files.length > 0 ? [...(await picture.printed(files, catalogue, width, empty)).values()] : []);
  // A chamber to mark is the horseshoe, as wide as the sheet, unless its names had to shrink; what is only looked at has rows.
  const [empty, cast] = [filesOf(blanks, ''), filesOf(drawn, '-cast')];
  const [horseshoes, rows, looked] = await Promise.all([draw(empty, 704, true), draw(empty, 480, true), draw(cast, 480, false)]);
  const shrunk = (/** @type {string} */ svg) => [...svg.matchAll(/ font-size="([\d.]+)"/g)].some(([, size]) => Number(size) < 14);
  const blank = new Map([...blanks.keys()].map((name, i) => [name, shrunk(horseshoes[i]) ? rows[i] : horseshoes[i]]));
  const recorded = new Map([...drawn.keys()].map((name, i) => [name, looked[i]]));
  for (const step of steps) {
    // A picture of empty seats says whose they are, for those who do not see it.
    const seats = filled(paper.seats, { members: listed(step.members.map(nameOf)) });
    if (step.chamber) Object.assign(step.chamber, { blank: blank.get(step.name)?.replace(/ aria-label="[^"]*"/, ` aria-label="${escape(seats)}"`), recorded: recorded.get(step.name) ?? false });
    if (step.challenge) step.challenge.picture = recorded.get(step.name);
  }

  const ways = Object.entries(words.vote).map(([way, label]) => ({ label, mark: markOf(way, 4), large: markOf(way, 8) }));
  const pages = ['page', 'pages'].map((counter) => `" counter(${counter}) "`);
  const quoted = (/** @type {string} */ text) => text.replace(/["\\]/g, '\\$&');
  /** @param {string} which @param {object} values */
  const sheet = (which, values) => {
    const cut = which === 'cards' || which === 'ballots';
    const heading = filled(paper.titles[which], { title: lesson.title });
    const style = styleOf(['paper/paper.css'], cut ? '' : `@page { @bottom-center { font: 8.5pt Inter; color: #333;
      content: "${quoted(heading)} · ${filled(quoted(paper.page), { n: pages[0], count: pages[1] })}" } }`) + (cut ? '@page{margin:7.5mm}' : '');
    const html = render('sheet', (name) => templates[name === 'body' ? which : name], {
      language, direction: words.direction, paper, style, which: cut ? 'cut' : which, heading, ways,
      fonts: assets.fonts, icon: assets.icon, title: lesson.title, summary: lesson.summary, ...values,
    });
    return { name: `${lesson.id}-${which}`, html, style };
  };
  const sheets = [
    sheet('worksheet', { objectives: lesson.objectives, steps }),
    sheet('key', {
      audience: lesson.audience, licence: lesson.licence, minutes: filled(paper.minutes, { n: lesson.minutes }), steps,
      hint: words.lesson.hints, key_terms: keyTermsOf(lesson), terms: words.lesson.terms, sources: lesson.sources,
    }),
  ];
  const ballot = steps.find((/** @type {any} */ step) => step.ballot);
  if (ballot) {
    const { members, scenario, base } = ballot;
    const cards = members.map((/** @type {any} */ member, /** @type {number} */ seat) =>
      cardOf(member, seat, { members, scenario, base }));
    sheets.push(sheet('cards', { sheets: onSheets(cards) }), sheet('ballots', {
      sheets: onSheets(Array(Math.ceil(members.length / 4) * 4).fill({
        kicker: filled(paper.ballot_kicker, { title: lesson.title }), subject: textIn(scenario.draft.subject, language) })),
    }));
  }
  return sheets;

  /** What anybody may know of a member: never how it voted. @param {any} member @param {number} seat @param {any} at */
  function cardOf(member, seat, { members, scenario, base }) {
    const { code, permanent, group } = member;
    // Whether its no is a veto the core says, under the rule of the step.
    const alone = council.outcomeOf(`${base}&v=${members.map((/** @type {any} */ _each, /** @type {number} */ i) => (i === seat ? 'N' : 'Y')).join('')}`);
    const vetoing = alone?.vetoedBy.includes(code);
    const sat = (/** @type {number} */ year) => councils.councils[year]?.split(' ').includes(code);
    let [from, to] = Array(2).fill(Number(scenario.date.slice(0, 4)));
    while (sat(from - 1)) from -= 1;
    while (sat(to + 1)) to += 1;
    const term = !councils.councils[to + 1] ? 'since' : to === from ? 'one' : to === from + 1 ? 'two' : 'more';
    const { needed } = paper.card;
    const beside = [members[seat - 1], members[seat + 1]].filter(Boolean).map(nameOf);
    const vetoed = filled(paper.card.vetoed, { n: vetoes.texts.filter(({ vetoed_by: by }) => by.split(' ').includes(code)).length });
    const before = words.plots.before[code];
    // As the lesson calls them in its language, where it has the same list among its sources.
    const publishers = [...new Set(vetoes.sources.map(({ publisher }) => publisher))].map((publisher) => {
      const urls = vetoes.sources.filter((each) => each.publisher === publisher).map(({ url }) => url);
      return lesson.sources.find((/** @type {{ url: string }} */ { url }) => url && urls.includes(url))?.publisher ?? publisher;
    }).reduce((first, rest) => filled(words.plots.publishers, { first, rest }));
    return {
      kicker: filled(paper.card.kicker, { title: lesson.title, n: seat + 1, count: members.length }),
      name: nameOf(member),
      seat: seatOf(permanent),
      standing: permanent ? paper.card.permanent : filled(paper.card.elected[term], { from: String(from), to: String(to) }),
      can: [filled(needed, { n: alone?.tally.required ?? 0 }), vetoing ? paper.card.may_veto : paper.card.no_veto].join(' '),
      facts: [
        ...group ? [{ label: paper.card.group, text: words.explore.groups.names[group] }] : [],
        { label: paper.card.beside, text: listed(beside) },
        ...permanent ? [{ label: paper.card.vetoes, text: before ? filled(paper.card.vetoed_before, { vetoed, before }) : vetoed }] : [],
      ],
      // A count has its list and its day beside it.
      source: permanent && filled(paper.card.source, { sources: publishers, day: dayIn(vetoes.as_of, language) }),
      lines: '<div class="line"></div>'.repeat(permanent ? 2 : 3),
    };
  }
}

/**
 * Makes PDF of sheets, all at once.
 * @param {{ html: string, pdf: string, size: string }[]} sheets  files
 * @returns {Promise<void>}
 */
export const print = (sheets) => new Promise((resolve, reject) => {
  // Debian's own, whatever other Python stands before it: that is where its WeasyPrint is.
  const printer = spawn('/usr/bin/python3', ['web/site/paper.py'], { stdio: ['pipe', 'inherit', 'inherit'] });
  printer.on('error', reject);
  printer.on('close', (status) => (status === 0 ? resolve() : reject(new Error('paper.py could not print the lessons; see above'))));
  printer.stdin.end(JSON.stringify(sheets));
});
