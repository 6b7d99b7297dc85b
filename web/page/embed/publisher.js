// What only a frame needs whose host adds something of its own.
import { showPublisher as show } from '../parts/publisher.js';

/** @param {HTMLElement} root @param {URLSearchParams} link */
export const showPublisher = (root, link) => show(root, link, {
  words: /** @type {HTMLLinkElement} */ (document.querySelector('[data-asset=picture-words]')).href,
  refuse: (message) => { if (self !== parent) parent.postMessage({ veto: 1, type: 'error', message }, '*'); },
});
