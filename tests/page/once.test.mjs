// Every byte travels once in a visit, whatever a host says about keeping files; and where a mouse is, the page has its
// typeface at the first sight.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '../../scripts/server.mjs';
import { filesOf } from '../../web/site/budget.mjs';
import { fileOf, pages } from '../../web/site/pages.mjs';
import { closeReaders, engineNames, openReader } from './engines.mjs';

after(closeReaders);

for (const engine of engineNames) {
  test(`${engine}: each file is sent once, whether the host says nothing, names versions, or forbids to keep them`, async () => {
    const reader = await openReader(engine, { width: 1280, height: 800 });
    for (const caching of /** @type {const} */ (['none', 'etag', 'no-store'])) {
      // Editors ask for the chamber when they take a poster away.
      for (const name of pages.filter(({ assets, name: each }) => assets.includes('chamber') && each !== 'editors').map((row) => fileOf(row.name, 'en', row.of ? 'one-no' : 'dprk-panel-2024').replace('.html', ''))) {
        /** @type {string[]} */
        const sent = [];
        const server = await serve({ caching, onSent: (path) => sent.push(path) });
        try {
          await reader.open(`${server.url}${name}.html`);
          const end = Date.now() + 30000;
          const live = () => reader.ask(() => document.querySelector('.chamber.live:not(.in-picture)') !== null);
          while (!await live()) {
            // What sleeps wakes; what is awake does not mind.
            await reader.ask(() => /** @type {HTMLElement | null} */ (document.querySelector('.asleep h1'))?.click());
            assert.ok(Date.now() < end, `${name}, ${caching}: the picture lives`);
            await sleep(50);
          }
          // A frame asks for these when a link gives the votes, or the list of them is to be seen.
          const expected = filesOf('build/site', `${name}.html`).all.filter((path) => !/embed-(given|publisher)-|members-/.test(path));
          assert.deepEqual(sent.filter((path) => !/icon/.test(path)).sort(), [...expected].sort(), `${name}, ${caching}`);
        } finally {
          await server.close();
        }
      }
    }
  });

  test(`${engine}: at 1280 × 800 the first view holds title, outcome, all seats, the stamp and the tally`, async () => {
    const server = await serve();
    const reader = await openReader(engine, { width: 1280, height: 800 });
    try {
      await reader.open(server.url);
      const found = await reader.ask(() => {
        const ends = (/** @type {Iterable<Element>} */ elements) => Math.max(...[...elements].map((each) => each.getBoundingClientRect().bottom));
        const svg = /** @type {SVGSVGElement} */ (document.querySelector('.chamber .wide'));
        const texts = [...svg.querySelectorAll('text')];
        const called = (/** @type {RegExp} */ name) => texts.filter(({ textContent }) => name.test(textContent ?? ''));
        const seats = called(/^(Guyana|Japan|Malta|Mozambique|South Korea|Russia|Sierra Leone|Slovenia|Switzerland|United Kingdom|United States|Algeria|China|Ecuador|France)$/);
        const cells = [...svg.querySelectorAll('rect')].filter((each) => /favour|against/.test(each.getAttribute('fill') ?? ''));
        return {
          seats: seats.length,
          title: ends(document.querySelectorAll('h1')),
          outcome: ends(document.querySelectorAll('.outcome[role=status]')),
          lowestSeat: ends(seats),
          stamp: ends(called(/^VETOED$/)),
          tally: Math.max(ends(cells), ends(called(/needed$/))),
        };
      });
      assert.equal(found.seats, 15);
      for (const [what, bottom] of Object.entries(found)) assert.ok(bottom > 0 && bottom <= 800, `${what}: ${bottom}`);
    } finally {
      await server.close();
    }
  });
}
