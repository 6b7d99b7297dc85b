// A share of all ways to vote, in words.

/** The catalogue's section explore.share, as far as it tells of one. @typedef {{ ratio: Record<string, string>, never: string, always: string }} Words */

/**
 * What part of all ways to vote adopts the text, as one of so many.
 * @param {Words} words @param {ReturnType<typeof import('./message.js').messagesIn>} filled @param {{ adopting: string | number, total: string | number }} counted
 */
export function ratioIn(words, filled, { adopting, total }) {
  const one = Math.round(Number(total) / Number(adopting));
  const told = Number(adopting) === 0 ? words.never : Number(adopting) === Number(total) ? words.always
    : filled(words.ratio, { n: one });
  return { one, told };
}
