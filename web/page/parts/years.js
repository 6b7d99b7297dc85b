// Vetoes by member and year, as a table: a year or a member that is pressed is looked for, as in the plot, where a finger has
// not the room for it.

/**
 * @param {HTMLElement} root  with `.years`
 * @param {(look: { member: string, year?: number }) => void} choose
 */
export function pressYears(root, choose) {
  for (const head of root.querySelectorAll('.years :is([data-by], tbody th)')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    const { by: member = '' } = /** @type {HTMLElement} */ (head).dataset;
    button.addEventListener('click', () => choose({ member, ...member ? {} : { year: Number(button.textContent) } }));
  }
}
