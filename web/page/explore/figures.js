// What comes for whoever gets there: what would turn the outcome, groups of votes; what the analysis is asked for (counts,
// power, a file of the reader's own); styles come along.
import { startAnalysis } from '../modules/analysis.js';
import { openFromDisk } from '../parts/disk.js';
import { setGroups } from '../parts/groups.js';
import { showMoves } from '../parts/moves.js';
import { showPower } from '../parts/power.js';
import { showShare } from '../parts/share.js';
import { adopt } from '../parts/sheet.js';
import { pressYears } from '../parts/years.js';
import rules from './figures.css';

adopt(rules);

/**
 * @param {HTMLElement} root
 * @param {import('../parts/store.js').Store} store
 * @param {object} page
 * @param {any} page.words  the page's
 * @param {any} page.asked  the words for what comes when it is asked for
 * @param {(name: string) => string} page.asset
 * @param {() => string} page.scenario  the vote that sits in the chamber, JSON
 * @param {Parameters<typeof showPower>[2]['chosen']} page.chosen
 * @param {Parameters<typeof showPower>[2]['shown']} page.shown
 * @param {Omit<Parameters<typeof openFromDisk>[1], 'analysis' | 'words' | 'told' | 'toSearch'>} page.disk
 */
export function showFigures(root, store, { words, asked, asset, scenario, chosen, shown, disk }) {
  const { language } = words;
  showMoves(root, store, { words: asked.moves, change: words.change, language, scenario });
  setGroups(root, store, { told: asked.groups, language, announcer: disk.announcer, scenario });
  const analysis = startAnalysis({ workerUrl: asset('analysis-worker'), moduleUrl: asset('analysis') });
  showShare(root, store, { words: asked.share, language, analysis, scenario });
  showPower(root, store, { words, told: asked.power, language, analysis, scenario, chosen, shown });
  function toSearch() {
    root.querySelector('.finding')?.scrollIntoView();
    /** @type {HTMLElement} */ (root.querySelector('.finding input')).focus({ preventScroll: true });
  }
  pressYears(root, (look) => {
    disk.finding.choose(look);
    toSearch();
  });
  openFromDisk(root, { ...disk, toSearch, analysis, words, told: asked.desk });
}
