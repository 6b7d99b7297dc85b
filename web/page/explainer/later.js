// What nobody has to wait for, in one file: the page asks for it while the rule is on its way.
import { codesIn } from '../parts/controls.js';
import { offerCopy } from '../parts/copy.js';
import { takeAlong } from '../parts/languages.js';
import { showPicture } from '../parts/picture.js';
import { askQuestions } from '../parts/questions.js';
import { giveReasons } from '../parts/reasons.js';

export { typefacesOf } from '../parts/typeface.js';

/** @param {import('../parts/live.js').Page} page */
export function furnish({ root, announcer, store, files, stays }) {
  giveReasons(root, store);
  takeAlong(root, store);
  askQuestions(root, { announcer, store, codes: codesIn(files.scenario) });
  offerCopy(root, store, announcer);
  showPicture(root, store, { files, stays });
}

/** @param {Pick<import('../parts/live.js').Page, 'root' | 'announcer'>} page */
export const withoutRule = ({ root, announcer }) => askQuestions(root, { announcer });
