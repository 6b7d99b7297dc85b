// What Lighthouse says of the built site, compressed, as a phone and as a desk gets it. Its performance score is a timing:
// scripts/bench tells it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serve } from '../../scripts/server.mjs';
import { audit, configs, reports } from './lighthouse.mjs';

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => { server = await serve(); });
after(() => server.close());

for (const form of /** @type {(keyof typeof configs)[]} */ (Object.keys(configs))) {
  test(`Lighthouse, ${form}: accessibility and best practices in full, nothing shifts`, async () => {
    const { categories, audits, runWarnings } = await audit(server.url, form, ['performance', 'accessibility', 'best-practices'], false);
    const short = ['accessibility', 'best-practices'].flatMap((category) => categories[category].auditRefs)
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score !== 1)
      .map(({ id }) => ({ id, title: audits[id].title, items: /** @type {any} */ (audits[id].details)?.items }));
    assert.deepEqual(short, [], `more in ${reports}/${form}.html`);
    assert.equal(categories.accessibility.score, 1);
    assert.equal(categories['best-practices'].score, 1);
    assert.equal(audits['cumulative-layout-shift'].numericValue, 0);
    assert.deepEqual(runWarnings, []);
  });
}
