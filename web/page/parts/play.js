// Votes that are cast one after the other, so that the picture is seen to follow; where nothing is to move, all at once.
//
//   const player = openPlayer(store, place);
//   player.play(link, 'YYNA…', codes, () => announcer.say('…'));
import { castVote } from '../modules/actions.js';
import { without } from './history.js';

/** Milliseconds between two votes. */
const pause = 120;

/**
 * @param {import('./store.js').Store} store
 * @param {Element} place  is `.playing` meanwhile
 */
export function openPlayer(store, place) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** What is left to do when the vote that plays has ended. @type {(() => void) | undefined} */
  let ending;
  /** Whether the state changes by a vote that plays. */
  let playing = false;

  function stop() {
    const end = ending;
    ending = undefined;
    clearTimeout(timer);
    place.classList.remove('playing');
    end?.();
  }
  /** Changes the state as a part of what plays. @param {() => void} change */
  function quietly(change) {
    playing = true;
    change();
    playing = false;
  }
  // Whatever else the reader does ends the vote that plays.
  store.subscribe(() => { if (!playing) stop(); });

  return {
    stop,
    /**
     * @param {string} from  the link that it begins with
     * @param {string} votes  a letter for each member
     * @param {string[]} codes  of the members, in the order of their seats
     * @param {() => void} done  called once, also where the reader ends it before
     */
    play(from, votes, codes, done) {
      stop();
      /** @type {import('./history.js').Step} */
      let step = 'pushState';
      const link = matchMedia('(prefers-reduced-motion: reduce)').matches ? `${without(from, 'v')}&v=${votes}` : from;
      if (link !== store.view('link')) {
        quietly(() => store.follow(link, { step, quiet: true }));
        step = 'replaceState';
      }
      const now = store.view('state').votes;
      const changes = codes.flatMap((code, seat) => (votes[seat] === now[seat] ? [] : [castVote(code, votes[seat])]));
      ending = done;
      place.classList.add('playing');
      (function next() {
        const action = changes.shift();
        if (action) quietly(() => store.act(action, { step, quiet: true }));
        step = 'replaceState';
        if (changes.length === 0) stop();
        else timer = setTimeout(next, pause);
      })();
    },
  };
}
