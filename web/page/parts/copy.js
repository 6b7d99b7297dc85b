// Copying the page's link, or showing it where copying is not allowed.

/**
 * Makes the button copy the link, or show it where copying is not allowed.
 * @param {HTMLElement} box  holds the button, a hidden text field, a live text, and a template with what to say
 * @param {() => string} link  the state as a link's fragment
 * @returns {() => void}  takes back what was said and shown: it holds no longer
 */
export function offerCopy(box, link) {
  const button = box.querySelector('button');
  const field = box.querySelector('input');
  const said = box.querySelector('[aria-live]');
  const words = box.querySelector('template');
  if (!button || !field || !said || !words) throw new TypeError('The page has no place for its link');
  button.disabled = false;
  button.addEventListener('click', async () => {
    const url = new URL(`#${link()}`, document.baseURI).href;
    said.replaceChildren();
    field.hidden = true;
    try {
      await navigator.clipboard.writeText(url);
      said.replaceChildren(words.content.cloneNode(true));
    } catch {
      field.value = url;
      field.hidden = false;
      field.focus({ preventScroll: true });
      field.select();
    }
  });
  return () => {
    if (said.firstChild) said.replaceChildren();
    field.hidden = true;
  };
}
