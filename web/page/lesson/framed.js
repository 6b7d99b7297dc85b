// Stands in the place of later.js in a frame: the lesson as ever, which tells its host how high it is and where the reader is,
// and turns to the steps that the host asks for.
import { linkIn } from '../modules/link.js';
import { tellHeight } from '../parts/height.js';
import { hearHost, isForFrame } from '../parts/host.js';
import { isAddedTo, wear } from '../parts/theme.js';
import { furnish as usual } from './furnish.js';

export { seatMembers, withoutRule } from './furnish.js';
export { typefacesAsked as typefacesOf } from '../parts/typeface.js';

/** What the host says before anybody can do it. @type {unknown} */
let first;
const keep = (/** @type {MessageEvent} */ { source, data }) => {
  if (source === parent && isForFrame(data)) first ??= data;
};
addEventListener('message', keep);
tellHeight();
const link = linkIn(location);
wear(link.get('theme'));
if (isAddedTo(link)) import('./added.js').then(({ showPublisher }) => showPublisher(document.body, link)).catch(() => {});

/** @type {typeof usual} */
export function furnish(page, teaching, seated) {
  const { store } = page;
  const { lesson: { steps }, part, go } = teaching;
  usual(page, teaching, seated);
  removeEventListener('message', keep);
  hearHost(store, () => seated().members.map((/** @type {{ code: string }} */ { code }) => code), first, {
    go(step) {
      const there = typeof step === 'number' && Number.isInteger(step) && step >= part.first && step <= part.last;
      if (there && step !== store.view('state').step) go?.(step);
      return there;
    },
    begin: () => store.follow(steps[store.view('state').step - 1].link),
  });
}
