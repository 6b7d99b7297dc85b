// What would change the outcome, whose vote alone decides, and by which article.
import { write } from './verdict.js';

/**
 * @param {ParentNode} root  with `.deciders`, `.change`, `.article`
 * @param {import('./store.js').Store} store
 */
export function giveReasons(root, store) {
  const reasons = root.querySelector('.reasons > :not(.room):not(h2)');
  if (!reasons) return;
  const [deciders, change, article] = ['.deciders', '.change', '.article'].map((each) => reasons.querySelector(each));
  function show() {
    const told = store.view('reasons');
    write(deciders, told.deciders);
    write(change, told.change);
    write(article, told.article);
  }
  store.subscribe(show);
  show();
}
