// What nobody has to wait for, in one file: the page asks for it while the rule is on its way.
import { offerCopy } from '../parts/copy.js';
import { dataOf } from '../parts/given.js';
import { takeAlong } from '../parts/languages.js';
import { showMoves } from '../parts/moves.js';
import { showPlots } from '../parts/plots.js';
import { giveReasons } from '../parts/reasons.js';
import { compareRules } from '../parts/rules.js';

export { typefacesOf } from '../parts/typeface.js';

/**
 * @param {import('../parts/live.js').Page} page
 * @param {object} more
 * @param {() => string} more.scenario  the vote that sits in the chamber, JSON
 * @param {(name: string) => string} more.asset
 * @param {ReturnType<typeof import('../parts/finding.js').findVotes>} more.finding
 */
export function furnish({ root, announcer, store, files, stays }, { scenario, asset, finding }) {
  const words = dataOf(root, 'words');
  const { language, explore } = words;
  giveReasons(root, store);
  takeAlong(root, store);
  offerCopy(root, store, announcer);
  compareRules(root, store, explore.needed);
  showMoves(root, store, { words: explore.moves, language, scenario });
  const plots = showPlots(root, store, {
    announcer, stays,
    files: { ...files, moduleUrl: asset('gallery'), wasmUrl: asset('gallery-wasm'), get scenario() { return scenario(); } },
    vetoes: () => fetch(asset('vetoes')).then((response) => (response.ok ? response.text() : Promise.reject(new Error(response.statusText)))),
    look: finding.choose,
  });
  // What is counted comes with its own module, for whoever gets there.
  const near = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    near.disconnect();
    import('./figures.js').then(({ showFigures }) => showFigures(root, store, { words, asset, scenario, chosen: plots.choosePower }), () => {});
  }, { rootMargin: '200px' });
  for (const place of root.querySelectorAll('.moves, .power')) near.observe(place);
  plots.highlight(finding.kept());
  finding.watch(() => plots.highlight(finding.kept()));
}
