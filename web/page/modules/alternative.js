// A vote in words, for whoever does not see its picture.

/**
 * The outcome, and who voted how.
 * @param {string} status  the outcome in a sentence
 * @param {{ name: string, letter: string }[]} members
 * @param {object} words
 * @param {[letter: string, label: string][]} words.ways
 * @param {string} words.roll  {vote} ({number}): {members}.
 * @param {string} words.marked  {mark}, as a sentence
 * @param {string} words.sentences  {first} and {rest}, as they stand one after the other
 * @param {string} words.language
 * @param {string} [mark]  what is said of votes that are nobody's record
 */
export function alternativeOf(status, members, { ways, roll, marked, sentences, language }, mark) {
  const list = new Intl.ListFormat(language, { style: 'narrow' });
  const lines = ways.map(([letter, label]) => ({ label, names: members.filter((each) => each.letter === letter).map(({ name }) => name) }))
    .filter(({ names }) => names.length > 0)
    .map(({ label, names }) => roll.replace('{vote}', label).replace('{number}', String(names.length)).replace('{members}', list.format(names)));
  return [...mark ? [marked.replace('{mark}', mark)] : [], status, ...lines]
    .reduce((first, rest) => sentences.replace('{first}', () => first).replace('{rest}', () => rest));
}
