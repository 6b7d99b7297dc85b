// The code to paste, for the kind of host that is chosen, and the way to copy it.
import { codes } from '../modules/paste.js';

/** An address that nobody else can reach. @param {string} site */
const isPrivate = (site) => !/^https?:\/\/(?!localhost|127\.|10\.|192\.168\.|\[)[^/]+\.[^/]+/.test(site);

/**
 * @param {HTMLElement} root  with `.pasting`
 * @param {string} none  what is said of WordPress where it cannot have the vote
 * @returns {(embed: import('../modules/paste.js').Embed | undefined) => void}  shows the code of another vote, or of none
 */
export function offerCode(root, none) {
  /** @template {HTMLElement} T @param {string} place @returns {T} */
  const find = (place) => /** @type {T} */ (root.querySelector(`.pasting ${place}`));
  const [code, button, said, waiting] = ['code', '.copy-code', '.said', '.waiting'].map((each) => /** @type {HTMLButtonElement} */ (find(each)));
  /** @type {import('../modules/paste.js').Embed | undefined} */
  let embed;

  const kind = () => /** @type {HTMLInputElement} */ (find('[name=host]:checked')).value;
  function show() {
    const text = embed ? codes[kind()](embed) : '';
    code.textContent = text || (embed ? none : waiting.textContent);
    button.disabled = text === '';
    said.textContent = '';
    for (const hint of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-host]'))) hint.hidden = hint.dataset.host !== kind();
    find('.private').hidden = !embed || !isPrivate(embed.site);
  }
  find('.tabs').addEventListener('input', show);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code.textContent ?? '');
      said.textContent = said.dataset.copied ?? '';
    } catch {
      // Selected, so that it is a key away.
      getSelection()?.selectAllChildren(code);
    }
  });
  return (next) => {
    embed = next;
    show();
  };
}
