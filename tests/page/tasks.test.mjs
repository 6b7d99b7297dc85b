// What somebody new wants of the page to explore, from its opening on, by keyboard alone and by touch on a phone: nothing is
// pressed that a reader could not get to, and what is found is what the data say.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openSite, reach } from './browser.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

const { texts } = JSON.parse(readFileSync('web/content/vetoes.json', 'utf8'));
const file = 'tests/fixtures/csv/whole_layout.csv';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/**
 * @typedef {object} Hand
 * @property {import('playwright-core').BrowserContextOptions} context
 * @property {(page: Page, target: Locator) => Promise<void>} press
 * @property {(page: Page, target: Locator, text: string) => Promise<void>} write
 */

/** @type {Record<string, Hand>} */
const hands = {
  keyboard: {
    context: { viewport: { width: 1280, height: 900 } },
    async press(page, target) {
      await reach(page, target);
      if (await target.getAttribute('type') !== 'radio') await page.keyboard.press('Enter');
    },
    async write(page, target, text) {
      await reach(page, target);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
  },
  touch: {
    context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    press: async (page, target) => (await target.getAttribute('type') === 'radio' ? page.locator('label', { has: target }) : target).tap(),
    async write(page, target, text) {
      await target.tap();
      await target.fill('');
      await page.keyboard.type(text);
    },
  },
};

for (const [name, { context, press, write }] of Object.entries(hands)) {
  test(`by ${name}: what somebody new wants of the page`, async () => {
    const page = await site.page({ hash: 'explore.html', acceptDownloads: true, ...context });
    /** @param {string} place @param {string} [text] */
    const at = (place, text) => page.locator(place).filter({ visible: true, ...text ? { hasText: text } : {} }).first();
    const begin = async () => {
      await page.goto('about:blank');
      await page.goto(`${site.url}explore.html`);
      await page.waitForSelector('.chamber.live');
    };
    const search = page.getByRole('searchbox');
    const found = async () => Number(/\d+/.exec(await page.locator('#found').innerText())?.[0]);
    const status = () => page.locator('.outcome[role=status]').innerText();
    /** @param {string} year */
    const opened = (year) => page.waitForFunction((each) => document.querySelector('#symbol')?.textContent?.includes(each), year);

    // The panel survives with one change. What would carry the text comes when one gets there.
    await page.locator('.moves').scrollIntoViewIfNeeded();
    await press(page, at('.sets button', 'Russia'));
    await page.waitForFunction(() => /^Adopted/.test(document.querySelector('.outcome[role=status]')?.textContent ?? ''));

    // An adoption with no permanent member in favour; and whether the letter of the Charter would have passed it.
    await begin();
    await write(page, search, 'adopted no permanent member in favour');
    await press(page, at('.votes a'));
    await opened('1973');
    assert.match(await status(), /^Adopted/);
    for (const code of ['CHN', 'FRA', 'GBR', 'RUS', 'USA']) assert.notEqual(await page.locator(`input[name=${code}]:checked`).getAttribute('value'), 'Y', code);
    assert.match(await at('[data-rule=unsc-literal] .told').innerText(), /^Not adopted/);
    await press(page, page.locator('[name=rule][value=unsc-literal]'));
    await page.waitForFunction(() => /^Not adopted/.test(document.querySelector('.outcome[role=status]')?.textContent ?? ''));

    // Vetoed texts with two or more permanent members against; all vetoes on Syria.
    await begin();
    await press(page, page.locator('[name=by][value=several]'));
    assert.equal(await found(), texts.filter((/** @type {any} */ { vetoed_by: by }) => by.split(' ').length > 1).length);
    await begin();
    await write(page, search, 'Syria');
    await press(page, page.locator('[name=outcome][value=veto]'));
    assert.equal(await found(), texts.filter((/** @type {any} */ { matter }) => matter === 'syria').length);

    // 26 May 2022 beside 28 March 2024.
    await begin();
    await press(page, page.getByRole('button', { name: 'Compare with another vote' }));
    await page.waitForSelector('.put [aria-pressed=true]');
    await write(page, search, '26 May 2022');
    await press(page, at('.votes a'));
    await opened('2022');
    await page.waitForSelector('.pair .lead, .compare .lead');
    assert.deepEqual(await page.$$eval('.side .when', (days) => days.map(({ textContent }) => /\b20\d\d\b/.exec(textContent ?? '')?.[0]).sort()), ['2022', '2024']);

    // A resolution from the Library's file.
    await begin();
    if (name === 'touch') await page.locator('.own-desk').scrollIntoViewIfNeeded();
    else await press(page, at('.skip-to a', 'from your own disk'));
    const chooser = page.waitForEvent('filechooser');
    await press(page, name === 'touch' ? at('.own-desk label.file') : page.getByLabel('Open a file'));
    await (await chooser).setFiles(file);
    await page.waitForSelector('.in-file');
    await press(page, at('.own-desk .said button', 'Find a vote'));
    assert.ok(await search.evaluate((each) => each === document.activeElement));
    await write(page, search, '344');
    await page.waitForFunction(() => document.querySelectorAll('.in-file .row').length === 1);
    await press(page, at('.in-file .row'));
    await opened('1973');
    assert.equal(await page.locator('.mark').innerText(), 'From your own file');

    // The picture goes to an article, and so does the vote.
    await begin();
    if (name === 'touch') await page.locator('.take-away').scrollIntoViewIfNeeded();
    else await press(page, at('.skip-to a', 'Take it away'));
    const saved = page.waitForEvent('download');
    await press(page, page.locator('.take-away [value=png]'));
    assert.equal((await saved).suggestedFilename(), 'dprk-panel-2024.png');
    await press(page, page.locator('.take-away .paste'));
    await page.waitForURL(/editors\.html#s=dprk-panel-2024$/);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}
