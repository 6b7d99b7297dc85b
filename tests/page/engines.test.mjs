// One reader's journey through the page, the same in Chromium, Firefox and WebKitGTK: by mouse, by touch, by keyboard
// alone, without WebGL, without scripts; only roles and names lead the way. And in the two that axe.test.mjs does not see,
// axe finds no violation in any state, and no text is clipped.
//
// Fingers: Chromium's and Firefox's drivers have one; WebKitGTK's has none, so there the events of a tap are dispatched.
// Without scripts: Firefox and Chromium switch them off; WebKitGTK's driver needs them itself, so there only the page's
// own are taken away, and `scripting: none` does not match.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '../../scripts/server.mjs';
import { axe, byTurns, states, violations, vote, widths } from './axe.mjs';
import { findSeat, layoutFaults, pictures } from './browser.mjs';
import { closeReaders, engineNames, openReader } from './engines.mjs';

/** @typedef {import('./engines.mjs').Reader} Reader */

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => { server = await serve(); });
after(async () => {
  await closeReaders();
  await server.close();
});

/** What the page says and offers, as a reader finds it. */
function pageNow() {
  const focused = document.activeElement;
  const groups = [...document.querySelectorAll('fieldset')].filter((each) => each.querySelector('[type=radio]') && each.closest('form')
    && each.querySelectorAll('[type=radio]').length === 4);
  return {
    status: (document.querySelector('[role=status]')?.textContent ?? '').replace(/\s+/g, ' ').trim(),
    playing: document.querySelector('.playing') !== null,
    votes: Object.fromEntries(groups.map((group) => [
      group.querySelector('legend')?.textContent?.split(',')[0] ?? '',
      group.querySelector(':checked')?.closest('label')?.textContent?.trim(),
    ])),
    focus: focused?.closest('fieldset')?.querySelector('legend')?.textContent?.split(',')[0]
      ?? (focused === document.body ? '' : focused?.textContent?.trim()),
    live: document.querySelector('.chamber.live') !== null,
    told: document.querySelector('.note:not(:empty)')?.textContent ?? '',
  };
}
/** @typedef {ReturnType<typeof pageNow>} Now */

/**
 * The page as it is once it is as expected.
 * @template [Seen=Now]
 * @param {Reader} reader
 * @param {string} expectation
 * @param {(now: Seen) => boolean} holds
 * @param {() => Seen} [look]  runs in the page
 */
async function until(reader, expectation, holds, look = /** @type {() => any} */ (pageNow)) {
  const end = Date.now() + 15000;
  for (;;) {
    const now = /** @type {Seen} */ (await reader.ask(look));
    if (holds(now)) return now;
    if (Date.now() > end) assert.fail(`Expected ${expectation}, found ${JSON.stringify(now)}`);
    await sleep(50);
  }
}

/**
 * The middle of a control, brought into sight: a member's radio, or the button of that name.
 * @param {string} name
 * @param {string} [vote]
 */
function middleOf(name, vote) {
  const group = [...document.querySelectorAll('fieldset')].find((each) => each.querySelector('legend')?.textContent?.startsWith(name));
  const control = vote
    ? [...group?.querySelectorAll('label') ?? []].find((each) => each.textContent?.trim() === vote)
    : [...document.querySelectorAll('button')].find((each) => each.textContent?.trim() === name);
  if (!control) throw new Error(`No control ${name} ${vote}`);
  control.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = control.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** @param {Reader} reader @param {string} name @param {string} [vote] */
async function clickOn(reader, name, vote) {
  const { x, y } = await reader.ask(middleOf, name, vote);
  await reader.click(x, y);
}

/** @param {Reader} reader @param {string} label */
async function seatOf(reader, label) {
  await reader.ask(() => document.querySelector('.chamber')?.scrollIntoView({ block: 'center', behavior: 'instant' }));
  return reader.ask(findSeat, label);
}

/**
 * Presses Tab until the focus is where it should be; a keyboard trap never gets there.
 * @param {Reader} reader
 * @param {string} where
 */
async function tabTo(reader, where) {
  /** @type {string[]} */
  const way = [];
  for (let presses = 0; presses < 80; ++presses) {
    await reader.press('Tab');
    const { focus } = await reader.ask(pageNow);
    if (focus === where) return;
    way.push(focus ?? '');
  }
  assert.fail(`Tab never reached ${where}, but ${way.join(' | ')}`);
}

const reset = 'Reset to the recorded vote';
/** @param {Now} now */
const isRecorded = ({ status, votes }) => status.startsWith('Not adopted: vetoed by Russia.') &&
  Object.values(votes).filter((vote) => vote === 'In favour').length === 13 &&
  votes['Russian Federation'] === 'Against' && votes.China === 'Abstaining';
/** @param {Now} now */
const isAdopted = ({ status, votes }) => status.startsWith('Adopted') && votes['Russian Federation'] === 'Abstaining';

for (const engine of engineNames) {
  /**
   * One part of the journey; its last sight is kept.
   * @param {string} name
   * @param {import('./engines.mjs').Choices & { picture: string }} choices
   * @param {(reader: Reader) => Promise<void>} part
   */
  const journey = (name, { picture, ...choices }, part) => test(`${engine}: ${name}`, async () => {
    const reader = await openReader(engine, choices);
    try {
      await reader.open(server.url);
      await part(reader);
    } finally {
      await reader.picture(`${pictures}/${engine}-${picture}.png`);
    }
  });

  journey('by mouse, by touch, by keyboard alone', { picture: 'journey' }, async (reader) => {
    const recorded = await until(reader, 'a live chamber', ({ live }) => live);
    assert.ok(isRecorded(recorded), JSON.stringify(recorded));
    assert.equal(Object.keys(recorded.votes).length, 15);
    await reader.picture(`${pictures}/${engine}-recorded.png`);

    // By mouse, in the controls.
    await clickOn(reader, 'Russian Federation', 'Abstaining');
    await until(reader, 'adoption', isAdopted);
    await reader.ask(() => scrollTo({ top: 0, behavior: 'instant' }));
    await sleep(1000);  // the stamp falls
    await reader.picture(`${pictures}/${engine}-adopted.png`);
    await clickOn(reader, 'Russian Federation', 'Against');
    await clickOn(reader, 'China', 'Against');
    await until(reader, 'two vetoes', ({ status }) =>
      status.startsWith('Not adopted: vetoed by') && /China/.test(status) && /Russia/.test(status));
    await clickOn(reader, reset);
    await until(reader, 'the record', isRecorded);

    // By mouse, on the canvas.
    let { x, y } = await seatOf(reader, 'Russia');
    await reader.click(x, y);
    await until(reader, 'adoption by a click on a seat', isAdopted);
    await clickOn(reader, reset);
    await until(reader, 'the record', isRecorded);

    // By touch.
    ({ x, y } = await seatOf(reader, 'France'));
    await reader.tap(x, y);
    await until(reader, 'two vetoes by a tap on a seat', ({ status, votes }) =>
      votes.France === 'Against' && /France/.test(status) && /Russia/.test(status));
    ({ x, y } = await reader.ask(middleOf, 'France', 'In favour'));
    await reader.tap(x, y);
    await until(reader, 'the record by a tap on a radio', isRecorded);

    // By keyboard alone, from the top of the page.
    await reader.open(`${server.url}?keyboard`);
    await until(reader, 'a live chamber', ({ live }) => live);
    await tabTo(reader, 'Russian Federation');
    await reader.press('ArrowRight');
    await until(reader, 'adoption by an arrow', isAdopted);
    await reader.picture(`${pictures}/${engine}-keyboard.png`);
    await reader.press('ArrowLeft');
    await until(reader, 'the record by an arrow', isRecorded);
    await reader.press('ArrowRight');
    await tabTo(reader, reset);
    await reader.press('Space');
    await until(reader, 'the record by the space bar', isRecorded);
    // And on: the last link of the sources is behind every control.
    const last = await reader.ask(() => [...document.querySelectorAll('footer a')].pop()?.textContent?.trim() ?? '');
    await tabTo(reader, last);
  });

  journey('with WebGL off the picture lives all the same', { picture: 'without-webgl', webgl: false }, async (reader) => {
    /** What the picture that is in sight says. */
    const drawn = () => [...document.querySelectorAll('.chamber svg')]
      .find((svg) => svg.checkVisibility({ visibilityProperty: true }))?.textContent ?? '';
    /** @param {RegExp} stamp */
    const stamped = async (stamp) => {
      await reader.ask(() => document.querySelector('.chamber')?.scrollIntoView({ block: 'center', behavior: 'instant' }));
      const end = Date.now() + 15000;
      while (!stamp.test(await reader.ask(drawn))) {
        assert.ok(Date.now() < end, `the picture never showed ${stamp}, but ${await reader.ask(drawn)}`);
        await sleep(50);
      }
    };
    const opened = await until(reader, 'a live picture', ({ live }) => live);
    assert.ok(isRecorded(opened), JSON.stringify(opened));
    assert.equal(opened.told, '');
    assert.ok(await reader.ask(() => document.querySelector('.chamber.in-picture') !== null));
    await stamped(/VETOED/);

    // It follows the controls, and is clicked and tapped as the canvas is.
    await clickOn(reader, 'Russian Federation', 'Abstaining');
    await until(reader, 'adoption', isAdopted);
    await stamped(/(?<!NOT )ADOPTED/);
    let { x, y } = await seatOf(reader, 'France');
    await reader.click(x, y);
    await until(reader, 'a veto by a click on a seat', ({ status, votes }) => votes.France === 'Against' && /France/.test(status));
    await stamped(/VETOED/);
    ({ x, y } = await seatOf(reader, 'France'));
    await reader.tap(x, y);
    await until(reader, 'adoption by a tap on a seat', ({ status, votes }) => votes.France === 'Abstaining' && status.startsWith('Adopted'));
    await stamped(/(?<!NOT )ADOPTED/);
    await tabTo(reader, reset);
    await reader.press('Enter');
    await until(reader, 'the record', isRecorded);
    await stamped(/VETOED/);
    await reader.ask(() => scrollTo({ top: 0, behavior: 'instant' }));
  });

  journey('with scripts off the recorded vote is told', { picture: 'without-scripts', scripts: false }, async (reader) => {
    const now = await reader.ask(pageNow);
    assert.ok(isRecorded(now), JSON.stringify(now));
    assert.equal(now.live, false);
    assert.equal(Object.keys(now.votes).length, 15);
    assert.ok(await reader.ask(() => [...document.querySelectorAll('.chamber svg')].some((svg) => svg.checkVisibility({ visibilityProperty: true }))));
  });
}

/** Files of a reader's own, and what the page says of them. */
const files = /** @type {const} */ ([
  ['record.csv', readFileSync('tests/fixtures/csv/whole_layout.csv', 'utf8'), /6 resolutions, and the rule agrees with every one/],
  ['broken.csv', readFileSync('tests/fixtures/csv/unknown_vote.csv', 'utf8'), /line|Line/],
]);

/** What the page to explore says, as a reader finds it. */
function exploreNow() {
  const seen = (/** @type {string} */ place) => [...document.querySelectorAll(place)].filter((each) => each.checkVisibility({ visibilityProperty: true }));
  const text = (/** @type {string} */ place) => seen(place).map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim());
  return {
    live: document.querySelector('.chamber.live') !== null,
    status: text('.outcome[role=status]').join(),
    found: text('.found').join(),
    rows: text('.votes .row b'),
    heading: text('#vote-heading').join(),
    rules: text('.rules .told'),
    moves: text('.sets button'),
    ways: text('.ways').join(),
    held: seen('.chips [aria-pressed=true]').length,
    power: text('.powers tbody td'),
    plot: text('.plot-told').join(),
    said: text('.own-desk .said').join(),
    takes: seen('.take-away button').length,
    hash: location.hash,
  };
}
/** @typedef {ReturnType<typeof exploreNow>} Explored */

for (const [engine, webgl] of /** @type {const} */ ([['firefox', true], ['firefox', false], ['webkit', true], ['webkit', false], ['chromium', false]])) {
  test(`${engine}${webgl ? '' : ', WebGL off'}: the page to explore, from a search to a file of one’s own`, async () => {
    const reader = await openReader(engine, { webgl });
    await reader.open(`${server.url}explore.html`);
    /** @param {string} expectation @param {(now: Explored) => boolean} holds */
    const found = (expectation, holds) => until(reader, expectation, holds, exploreNow);
    /** Presses what can be seen there. @param {string} place */
    const press = async (place) => {
      const { x, y } = await reader.ask((selector) => {
        const target = [...document.querySelectorAll(selector)].find((each) => each.checkVisibility({ visibilityProperty: true }));
        if (!target) throw new Error(`Nothing at ${selector}`);
        target.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = target.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }, place);
      await reader.click(x, y);
    };
    const goTo = (/** @type {string} */ place) => reader.ask((selector) => document.querySelector(selector)?.scrollIntoView({ behavior: 'instant' }), place);
    await found('a live chamber', ({ live }) => live);

    await reader.ask(() => {
      const input = /** @type {HTMLInputElement} */ (document.querySelector('.finding input[type=search]'));
      input.value = 'syria crossings';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    const { rows } = await found('votes on Syria', ({ rows: all, hash }) => all.length > 0 && all.length < 5 && /q=/.test(hash));
    await press('.votes a.row');
    const opened = await found('the vote that was found', ({ heading, hash }) => heading === 'A vote by letter' && /s=syria/.test(hash));
    assert.match(opened.status, /^Not adopted: vetoed by/, rows.join());

    await press('[data-rule=unsc-no-veto] label');
    await found('adoption without a veto', ({ status }) => status.startsWith('Adopted'));
    await press('[data-rule=unsc] label');
    await found('the veto', ({ status }) => status.startsWith('Not adopted'));
    await found('what the proposals make of it', ({ rules }) => rules.length === 8 && rules.every(Boolean));
    await press('.sets button');
    await found('adoption by a change', ({ status }) => status.startsWith('Adopted'));
    await press('.chips button:enabled');
    await found('a vote held fast', ({ held, ways }) => held === 1 && /\d/.test(ways));

    await goTo('.power');
    await found('power in figures', ({ power }) => power.includes('16.3%') && power.includes('1.8%'));
    await press('.shows label:has([value=vetoes])');
    await found('the plot’s words', ({ plot }) => /Russia|USSR/.test(plot));
    await reader.picture(`${pictures}/${engine}-explore${webgl ? '' : '-without-webgl'}.png`);

    await goTo('.own-desk');
    for (const [name, text, expected] of files) {
      await reader.ask(async (file, content) => {
        const input = /** @type {HTMLInputElement} */ (document.querySelector('.own-desk [type=file]'));
        for (let tries = 0; input.disabled && tries < 200; ++tries) await new Promise((resolve) => { setTimeout(resolve, 50); });
        const carried = new DataTransfer();
        carried.items.add(new File([content], file));
        input.files = carried.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }, name, text);
      await found(`${name} told of`, ({ said }) => expected.test(said));
    }
    await goTo('.take-away');
    await found('what can be taken away', ({ takes }) => takes > 5);
  });
}

/** Widths and themes, and a wide page without WebGL: what votes change is the same there, in every state. */
const settings = [
  ...[false, true].map((dark) => ({ dark, webgl: true, widths })), { dark: false, webgl: false, widths: [1280] },
];
for (const engine of /** @type {const} */ (['firefox', 'webkit'])) {
  for (const { dark, webgl, widths: each } of settings) {
    const setting = `${dark ? 'dark' : 'light'}${webgl ? '' : '-without-webgl'}`;
    test(`${engine}, ${setting}: at every width no violation and nothing clipped in any state`, async () => {
      for (const [j, width] of each.entries()) {
        const reader = await openReader(engine, { width, dark, webgl });
        await reader.open(server.url);
        await until(reader, 'a live picture', ({ live }) => live);
        assert.deepEqual(await reader.ask(() => [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]), [width, dark]);
        await reader.inject(axe);
        const name = `${engine}-${width}-${setting}`;
        await reader.picture(`${pictures}/${name}.png`);
        for (const [part, selector] of [['chamber', '.chamber'], ['controls', '#controls'], ['story', '.story']]) {
          await reader.ask((target) => {
            document.querySelector(target)?.scrollIntoView({ behavior: 'instant' });
            return new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
          }, selector);
          await reader.picture(`${pictures}/${name}-${part}.png`);
        }
        for (const { name: state, votes, status } of webgl ? byTurns(j + Number(dark)) : states) {
          assert.match(await reader.ask(vote, votes), status);
          assert.deepEqual(await reader.ask(violations), [], `${width} px, ${state}`);
          assert.deepEqual(await reader.ask(layoutFaults), [], `${width} px, ${state}`);
        }
      }
    });
  }
}
