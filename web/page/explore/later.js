// What nobody has to wait for, in one file: the page asks for it while the rule is on its way.
import { offerCopy } from '../parts/copy.js';
import { dataOf } from '../parts/given.js';
import { takeAlong } from '../parts/languages.js';
import { showPicture } from '../parts/picture.js';
import { giveReasons } from '../parts/reasons.js';
import { compareRules } from '../parts/rules.js';

export { typefacesOf } from '../parts/typeface.js';

/**
 * @param {import('../parts/live.js').Page} page
 * @param {() => string} scenario  the vote that sits in the chamber, JSON
 */
export function furnish({ root, announcer, store, files, stays }, scenario) {
  giveReasons(root, store);
  takeAlong(root, store);
  offerCopy(root, store, announcer);
  compareRules(root, store, dataOf(root, 'words').explore.needed);
  showPicture(root, store, { files: { ...files, get scenario() { return scenario(); } }, stays });
}
