// Copying the page's link, or showing it where copying is not allowed.

/**
 * Makes the button copy the link, or show it where copying is not allowed.
 * @param {ParentNode} root  with `.copy`: the button, a hidden text field, and a place for what `data-copied` says
 * @param {import('./store.js').Store} store
 * @param {import('./announcer.js').Announcer} announcer
 */
export function offerCopy(root, store, announcer) {
  const box = root.querySelector('.copy');
  const button = box?.querySelector('button');
  const field = box?.querySelector('input');
  const said = box?.querySelector('p');
  if (!button || !field || !said) return;
  const { copied = '' } = said.dataset;
  /** Takes back what was said and shown: of another state it does not hold. */
  function forget() {
    said?.replaceChildren();
    if (field) field.hidden = true;
  }
  store.subscribe(forget);
  button.disabled = false;
  button.addEventListener('click', async () => {
    const url = new URL(`#${store.view('link')}`, document.baseURI).href;
    forget();
    try {
      await navigator.clipboard.writeText(url);
      said.textContent = copied;
      announcer.say(copied);
    } catch {
      field.value = url;
      field.hidden = false;
      field.focus({ preventScroll: true });
      field.select();
    }
  });
}
