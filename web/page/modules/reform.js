// A Council that was proposed: the members who sit, and the seats that a proposal adds, with whoever the reader puts there.

/**
 * @typedef {object} Words
 * @property {string} new_permanent  {n} is the seat's number: those of today come first
 * @property {string} elected
 * @property {string} new_seat  beside it, where there is little room
 */

/** @typedef {{ code: string, name: Record<string, string>, short?: Record<string, string>, permanent: boolean, new?: boolean }} Member */

/**
 * A scenario with the seats that a rule adds. Nobody in them takes part until the reader votes for them.
 * @template {{ members: Member[], votes?: Record<string, string | undefined> }} S
 * @param {S} scenario  of fifteen members
 * @param {string} rule  the proposal's id
 * @param {{ permanent: number, elected: number }} added
 * @param {object} page
 * @param {Words} page.words
 * @param {string[]} [page.codes]  of states for the new seats, in their order; empty where nobody sits
 * @param {(code: string) => Pick<Member, 'name' | 'short'> | undefined} [page.named]  states that can sit there
 */
export function reformed(scenario, rule, { permanent, elected }, { words, codes = [], named = () => undefined }) {
  const taken = new Set(scenario.members.map(({ code }) => code));
  const kinds = [...Array(permanent).fill('new_permanent'), ...Array(elected).fill('elected')];
  const seats = kinds.map((kind, i) => {
    const wanted = codes[i] ?? '';
    const state = taken.has(wanted) ? undefined : named(wanted);
    // Codes that ISO 3166 leaves to their users.
    const code = state ? wanted : `X${kind === 'elected' ? 'E' : 'P'}${String.fromCharCode(65 + (kind === 'elected' ? i - permanent : i))}`;
    taken.add(code);
    const told = (/** @type {string} */ text) => ({ en: text.replace('{n}', String(scenario.members.length + i + 1)) });
    const name = told(words[/** @type {keyof Words} */ (kind)]);
    return /** @type {Member} */ ({ code, ...state ?? { name, short: told(words.new_seat), phrase: name }, permanent: kind === 'new_permanent', ...kind === 'new_permanent' ? { new: true } : {} });
  });
  return {
    ...scenario, rule, resolution: null, adopted_by: 'vote',
    members: [...scenario.members, ...seats],
    votes: { ...scenario.votes ?? Object.fromEntries(scenario.members.map(({ code }) => [code, 'in_favour'])),
      ...Object.fromEntries(seats.map(({ code }) => [code, 'not_participating'])) },
  };
}
