// The outcome and its reason, and the outcome again where the reader would lose sight of it.

/**
 * Sets a text, unless it stands there. Its node stays: assistive technology is told of one change, not of three.
 * @param {Element | null} place  with text alone
 * @param {string} text
 */
export function write(place, text) {
  if (!place || place.textContent === text) return;
  if (place.firstChild) place.firstChild.nodeValue = text;
  else place.textContent = text;
}

/**
 * @param {ParentNode} root  with `.outcome` (an element for the outcome, one for the reason), `.echo`, or what there is
 *     of them
 * @param {import('./store.js').Store} store
 */
export function showVerdict(root, store) {
  const [outcome, why] = root.querySelectorAll('.outcome:not(.room) > *');
  const echo = root.querySelector('.echo');
  function show() {
    const told = store.view('reasons');
    write(outcome, told.status);
    write(why, told.why);
    write(echo, told.status);
  }
  store.subscribe(show);
  show();
}
