// What a lesson has besides its steps, wherever it stands: on its page, in a frame, in a package.
import { judgeChallenge } from '../parts/challenge.js';
import { closeContents } from '../parts/contents.js';
import { giveHelp } from '../parts/help.js';
import { showPicture } from '../parts/picture.js';
import { askQuestion } from '../parts/question.js';
import { adopt } from '../parts/sheet.js';
import members from '../styles/members.css';
import paper from '../styles/print.css';
import rules from './later.css';

// A class that is shown a part without links stays in it.
if (new URLSearchParams(location.search).get('links') === '0') {
  document.documentElement.classList.add('unlinked');
  for (const link of document.body.querySelectorAll('a.away, footer a, .languages a')) link.removeAttribute('href');
}

// Of what is below the first sight, or has to be got to.
adopt(`${members}${rules}@media print{${paper}}`);

export { seatMembers } from '../parts/seated.js';
export { typefacesOf } from '../parts/typeface.js';

/**
 * @param {import('../parts/live.js').Page} page
 * @param {import('../parts/steps.js').Teaching} teaching
 * @param {() => any} seated  the vote that sits in the chamber
 */
export function furnish({ root, announcer, store, files, stays }, teaching, seated) {
  const { language } = teaching;
  /**
   * The ballot comes when the reader is a step before it.
   * @param {HTMLElement} section @param {Parameters<typeof import('./ballot.js').enterBallot>[2]} page
   */
  function bringBallot(section, page) {
    let asked = false;
    const bring = () => {
      if (asked || store.view('state').step < page.step - 1) return;
      asked = true;
      import('./ballot.js').then(({ enterBallot }) => enterBallot(section, store, page)).catch(() => { asked = false; });
    };
    store.subscribe(bring);
    bring();
  }
  const members = () => /** @type {any[]} */ (seated().members).map(({ code, name, short = name }) => ({ code, name: short[language] ?? short.en }));
  const codes = () => members().map(({ code }) => code);
  const ways = Object.fromEntries([...root.querySelectorAll('fieldset:first-of-type label')].map((label) => [label.querySelector('input')?.value, label.textContent]));
  [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('.step'))].forEach((section, i) => {
    const page = { teaching, step: i + 1, announcer, codes, members, ways };
    if (section.querySelector('.question')) askQuestion(section, store, page);
    if (section.querySelector('.challenge')) judgeChallenge(section, store, page);
    if (section.querySelector('.ballot')) bringBallot(section, page);
  });
  closeContents(root);
  giveHelp(root, store, { teaching, announcer });
  /** JSON, by id. @type {Map<string, string>} */
  const scenarios = new Map();
  showPicture(root, store, {
    stays,
    files: {
      ...files,
      get scenario() {
        const { id } = seated();
        if (!scenarios.has(id)) scenarios.set(id, JSON.stringify(seated()));
        return scenarios.get(id) ?? '';
      },
    },
  });
}

/** A lesson whose votes cannot be changed is read, all of it. */
export const withoutRule = () => document.documentElement.classList.remove('stepping', 'bound');
