// What nobody has to wait for, in one file: the page asks for it while the rule is on its way.
import { linkIn } from '../modules/link.js';
import { codesIn } from '../parts/controls.js';
import { hearHost } from '../parts/host.js';
import { takeAlong } from '../parts/languages.js';
import { showPicture } from '../parts/picture.js';
import { giveReasons } from '../parts/reasons.js';

export { typefacesAsked as typefacesOf } from '../parts/typeface.js';

/** @param {string} name */
const asset = (name) => /** @type {HTMLLinkElement} */ (document.querySelector(`[data-asset=${name}]`));

/** @param {import('../parts/live.js').Page} page */
export function furnish({ root, store, files, stays, message }) {
  const codes = codesIn(files.scenario);
  hearHost(store, () => codes, message);
  giveReasons(root, store);
  takeAlong(root, store);
  /** Brings the list of votes in sight. */
  function showList() {
    const styles = asset('members');
    styles.onload = () => root.classList.add('full');
    styles.rel = 'stylesheet';
  }
  if (linkIn(location).get('size') === 'full') showList();
  // What only pictures say has no room in the frame's HTML.
  const words = fetch(asset('picture-words').href).then((response) => response.text());
  showPicture(root, store, {
    files: { ...files, words },
    compact: true,
    yields: true,
    withoutCanvas: showList,
    stays() {
      stays();
      showList();
    },
  });
}
