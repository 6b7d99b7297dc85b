// The way back to the step of a lesson that led here.
import { linkIn, linkText } from '../modules/link.js';

/**
 * Leads back to the step, with the votes that it was left with, in the part that was prepared.
 * @param {HTMLElement} root
 * @param {Record<string, string>} lessons  what leads to each, in words
 */
export function leadBack(root, lessons) {
  const link = linkIn(location);
  const { from = '', part = '' } = Object.fromEntries(link);
  // A lesson that there is not leads nowhere.
  if (!Object.hasOwn(lessons, from)) return;
  const [tag = ''] = /\.[\w-]+(?=\.html$)/.exec(location.pathname) ?? [];
  const left = new URLSearchParams([...link].filter(([key]) => ['s', 'v', 'step'].includes(key)));
  const place = document.createElement('p');
  place.className = 'way-back';
  place.append(Object.assign(document.createElement('a'), { href: `lesson-${from}${tag}.html${part && `?${new URLSearchParams(part)}`}#${linkText(left)}`, textContent: lessons[from] }));
  // Last in the page, where it stands.
  root.querySelector('main')?.append(place);
}
