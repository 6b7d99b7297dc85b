// One member of a roll that is clicked together: its name, and the four ways to vote.

/**
 * @param {ParentNode} root  with a `template.row`
 * @param {{ code: string, name: string, permanent: boolean }} member
 * @param {string} [letter]  its vote
 */
export function cloneRow(root, { code, name, permanent }, letter) {
  const template = /** @type {HTMLTemplateElement} */ (root.querySelector('template.row'));
  const row = /** @type {HTMLElement} */ (/** @type {DocumentFragment} */ (template.content.cloneNode(true)).firstElementChild);
  /** @type {HTMLElement} */ (row.querySelector('legend')).textContent = name;
  row.classList.toggle('permanent', permanent);
  for (const input of row.querySelectorAll('input')) {
    input.name = code;
    input.checked = input.value === letter;
  }
  return row;
}
