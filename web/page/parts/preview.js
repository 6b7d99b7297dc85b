// What readers will see: the frame itself, as wide as their page is, in light and dark, asleep and awake.

/**
 * @param {HTMLElement} root  with `.preview` and `.looks`
 * @returns {(address: string | undefined, given: boolean) => void}  shows another frame, or none while votes are missing; says
 *     whether its votes are nobody's record
 */
export function openPreview(root) {
  /** @template {HTMLElement} T @param {string} place @returns {T} */
  const find = (place) => /** @type {T} */ (root.querySelector(place));
  /** @type {HTMLElement[]} */
  const [box, looks, waiting, scaled, neutral] = ['.preview', '.looks', '.waiting', '.scaled', '.neutral'].map((each) => find(each));
  const button = /** @type {HTMLButtonElement} */ (neutral.querySelector('button'));
  const words = [button.textContent, button.dataset.awake ?? ''];
  let asleep = false;
  /** @type {string | undefined} */
  let address;
  let given = false;
  let height = 0;
  /** The frame in sight, and the one that takes its place once it is ready. @type {(HTMLIFrameElement | undefined)[]} */
  let [frame, next] = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later;

  const chosen = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (looks.querySelector(`[name=${name}]:checked`)).value;
  if (box.clientWidth < 700) /** @type {HTMLInputElement} */ (looks.querySelector('[name=width]')).checked = true;

  function fit() {
    const width = Number(chosen('width'));
    const scale = Math.min(1, box.clientWidth / width);
    for (const each of [frame, next]) {
      if (!each) continue;
      each.width = String(width);
      each.style.scale = String(scale);
    }
    if (!frame) return;
    frame.height = String(height);
    box.style.blockSize = `${Math.ceil(height * scale)}px`;
    scaled.textContent = scale < 1 ? (scaled.dataset.scaled ?? '').replace('{n}', String(Math.round(scale * 100))) : '';
  }

  function load() {
    neutral.hidden = !given || address === undefined;
    waiting.hidden = address !== undefined;
    next?.remove();
    next = undefined;
    if (address === undefined) {
      frame?.remove();
      frame = undefined;
      box.style.blockSize = scaled.textContent = '';
      return;
    }
    next = document.createElement('iframe');
    next.title = find('.seeing h2').textContent ?? '';
    next.src = `${address}${address.includes('#') ? '&' : '#'}theme=${chosen('theme')}${asleep ? '' : '&tap='}`;
    next.className = 'next';
    box.append(next);
    fit();
  }

  addEventListener('message', ({ source, data }) => {
    const from = [frame, next].find((each) => each?.contentWindow === source);
    if (!from || data?.veto !== 1) return;
    if (data.type === 'height' && data.height > 0) from.dataset.told = data.height;
    if (from === next && (data.type === 'ready' || (asleep && data.type === 'height'))) {
      frame?.remove();
      next.className = '';
      [frame, next] = [next, undefined];
    }
    if (from !== frame) return;
    height = Number(frame.dataset.told);
    fit();
  });
  new ResizeObserver(fit).observe(box);
  looks.addEventListener('input', ({ target }) => (/** @type {HTMLInputElement} */ (target).name === 'theme' ? load() : fit()));
  button.addEventListener('click', () => {
    asleep = !asleep;
    button.textContent = words[Number(asleep)];
    load();
  });

  return (to, marked) => {
    [address, given] = [to, marked];
    clearTimeout(later);
    // While somebody types, the frame stays.
    later = setTimeout(load, frame ? 300 : 0);
  };
}
