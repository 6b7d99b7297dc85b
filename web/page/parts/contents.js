// A list that lies over the page, and goes away when the reader is elsewhere.

/** @param {HTMLElement} root  with `.contents`, a `<details>` */
export function closeContents(root) {
  const contents = /** @type {HTMLDetailsElement} */ (root.querySelector('.contents'));
  contents.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !contents.open) return;
    contents.open = false;
    contents.querySelector('summary')?.focus();
  });
  contents.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !contents.contains(relatedTarget)) contents.open = false;
  });
  root.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !contents.contains(target)) contents.open = false;
  });
}
