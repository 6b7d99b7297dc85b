// What nobody has to wait for, in one file: the page asks for it while the rule is on its way.
import { offerCopy } from '../parts/copy.js';
import { takeAlong } from '../parts/languages.js';
import { showPicture } from '../parts/picture.js';
import { giveReasons } from '../parts/reasons.js';

export { typefacesOf } from '../parts/typeface.js';

/** @param {import('../parts/live.js').Page} page */
export function furnish({ root, announcer, store, files, stays }) {
  giveReasons(root, store);
  takeAlong(root, store);
  offerCopy(root, store, announcer);
  showPicture(root, store, { files, stays });
}
