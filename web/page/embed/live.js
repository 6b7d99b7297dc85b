// The frame, once somebody touches it.
import { castVote, voteAfter } from '../modules/actions.js';
import { linkText } from '../modules/link.js';
import { openAnnouncer } from '../parts/announcer.js';
import { codeOf } from '../parts/controls.js';
import { goLive } from '../parts/live.js';

const later = import('./later.js');

/**
 * @param {HTMLElement} root
 * @param {URLSearchParams} link
 * @param {import('../parts/asleep.js').First} first
 */
export async function wake(root, link, { seat, message }) {
  /** @type {{ scenario?: string, linkOf?: (told: string) => string, reason?: string }} */
  let seated = {};
  if (link.has('c') || link.has('votes')) {
    const { href } = /** @type {HTMLLinkElement} */ (document.querySelector('[data-asset=councils]'));
    seated = await import('./given.js').then(({ seatFromLink }) => seatFromLink(root, link, href));
    if (seated.reason) {
      // Of what a link tells wrongly nothing is shown.
      root.classList.add('wrong');
      /** @type {HTMLElement} */ (root.querySelector('.verdict .note')).textContent = seated.reason;
      return openAnnouncer(root).say(seated.reason);
    }
  }
  return goLive(root, later, {
    message,
    ...seated,
    // The address is the host's: it is read and stays as it is; another one is another frame.
    follow(store, followed) {
      addEventListener('hashchange', () => location.reload());
      followed(store.follow(linkText(link), { quiet: true }));
    },
    begin(store) {
      root.classList.remove('asleep');
      if (root.classList.contains('given')) {
        const mark = () => root.classList.toggle('marked', Boolean(seated.scenario) || !store.view('state').recorded);
        store.subscribe(mark);
        mark();
      }
      if (seat === undefined) return;
      const code = codeOf(root.querySelector(`[data-seat="${seat}"]`));
      store.act(castVote(code, voteAfter(store.view('state').votes[seat])));
    },
  });
}
