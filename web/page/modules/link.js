// From an address to a link as web/app/link.h reads it: plain pairs, decoded once.

/**
 * The state that an address tells. Its fragment and its query may both hold keys; the fragment wins. What a host appends
 * after a second #, and a fragment that begins with ?, are the host's.
 * @param {{ hash: string, search: string }} address  such as `location`
 * @returns {URLSearchParams}
 */
export function linkIn({ hash, search }) {
  const link = new URLSearchParams(hash.startsWith('#?') ? '' : hash.split('#')[1]);
  const own = new Set(link.keys());
  for (const [key, value] of new URLSearchParams(search)) if (!own.has(key)) link.append(key, value);
  return link;
}

/**
 * A link's text for the modules. A value that could be taken for more than one is none of ours.
 * @param {URLSearchParams} link
 */
export const linkText = (link) =>
  [...link].filter((pair) => !/[&#]/.test(pair.join())).map(([key, value]) => `${key}=${value}`).join('&');
