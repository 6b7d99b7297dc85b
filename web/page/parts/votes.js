// The votes of a lesson, each asked for when a reader gets near it, so that no step waits for one; the page that is a file
// of its own has all of them in itself.
import { dataOf } from './given.js';

/** @typedef {ReturnType<typeof keepVotes>} Votes */

/**
 * @param {ParentNode} root  with the vote that the page was built with; others that it has, by id, in `script.votes`
 */
export function keepVotes(root) {
  const built = dataOf(root, 'scenario');
  /** @type {Map<string, any>} */
  const votes = new Map([[built.id, built], ...Object.entries(dataOf(root, 'votes'))]);
  /** @type {Map<string, Promise<void>>} */
  const asked = new Map();

  /** @param {string} id */
  async function fetchVote(id) {
    const response = await fetch(`scenarios/${id}.json`);
    if (!response.ok) throw new Error(response.statusText);
    const { mandate: _mandate, story: _story, sources: _sources, ...bare } = await response.json();
    votes.set(id, bare);
  }
  return {
    /** The vote, where it is there. @param {string} id */
    of: (id) => votes.get(id),
    /** Asks for it, once; again, where it could not be had. @param {string} id @returns {Promise<void>} */
    near(id) {
      if (votes.has(id)) return Promise.resolve();
      const coming = asked.get(id) ?? fetchVote(id);
      asked.set(id, coming);
      coming.catch(() => asked.delete(id));
      return coming;
    },
  };
}
