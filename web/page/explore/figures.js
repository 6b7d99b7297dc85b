// What is counted and measured, for whoever gets there.
import { startAnalysis } from '../modules/analysis.js';
import { showPower } from '../parts/power.js';
import { showShare } from '../parts/share.js';

/**
 * @param {HTMLElement} root
 * @param {import('../parts/store.js').Store} store
 * @param {object} page
 * @param {any} page.words
 * @param {(name: string) => string} page.asset
 * @param {() => string} page.scenario  the vote that sits in the chamber, JSON
 * @param {Parameters<typeof showPower>[2]['chosen']} page.chosen
 */
export function showFigures(root, store, { words, asset, scenario, chosen }) {
  const { language, explore } = words;
  const analysis = startAnalysis({ workerUrl: asset('analysis-worker'), moduleUrl: asset('analysis') });
  showShare(root, store, { words: explore.moves, language, analysis, scenario });
  showPower(root, store, { words, language, analysis, scenario, chosen });
}
