// How much room the page keeps: the longest that the council may have to say, so that nothing moves when it is said.

/** How many lines a text takes, broken at spaces. @param {string} text @param {number} length  characters on a line */
function linesOf(text, length) {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > length) {
      lines += 1;
      used = 0;
    }
    // A word longer than a line goes on in the next.
    used += (used > 0 ? 1 : 0) + word.length;
    lines += Math.floor((used - 1) / length);
    used = ((used - 1) % length) + 1;
  }
  return lines;
}

/** Characters on a line. */
const lengths = [14, 18, 22, 25, 28, 31, 34, 38, 44, 50, 64, 90];
/** Permanent and elected members each lean some way, from all alike to no way at all; chance does the rest. */
const leanings = [0, 15, 50, 85, 100];
const triesEach = 16;
/** How many of the longest are set in lines. */
const candidatesEach = 300;

/**
 * For lines of some lengths, what takes the most of them, of many votes.
 * @template View
 * @param {boolean[]} permanent  of each member
 * @param {(votes: string) => View} told  what is said of votes, a letter for each member
 * @param {((view: View) => [text: string, size: number][])[]} places  what stands in one place, with the size of its type
 * @returns {View[][]}  for each place
 */
export function longest(permanent, told, places) {
  let random = 9591;
  const below = (/** @type {number} */ n) => (random = (random * 1664525 + 1013904223) >>> 0) % 65536 % n;
  const ballots = leanings.flatMap((yes) => leanings.flatMap((no) => leanings.flatMap((others) =>
    Array.from({ length: triesEach }, () => permanent.map((each) =>
      (below(100) < (each ? yes : others) ? 'Y' : below(100) < no ? 'N' : 'A')).join('')))));
  const views = [...new Set(ballots)].map(told);
  return places.map((paragraphs) => {
    // Many votes are told alike, and what is short takes no more lines than what is long.
    const told = new Map(views.map((view) => {
      const text = paragraphs(view);
      return [text.map(([words]) => words).join('\n'), { view, text, size: text.reduce((sum, [words, size]) => sum + size * words.length, 0) }];
    }));
    const candidates = [...told.values()].sort((a, b) => b.size - a.size).slice(0, candidatesEach);
    return [...new Set(lengths.map((length) => {
      let most = 0;
      let chosen = candidates[0].view;
      for (const { view, text } of candidates) {
        const lines = text.reduce((sum, [words, size]) =>
          sum + size * linesOf(words, Math.floor(length / size)) + words.length / 1e4, 0);
        if (lines > most) [most, chosen] = [lines, view];
      }
      return chosen;
    }))];
  });
}
