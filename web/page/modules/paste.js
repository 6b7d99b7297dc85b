// What a newsroom pastes to have a vote in its article, for each kind of host. All of it is text: whatever a title holds, the
// code shows it as it is.

import { mainLanguage, tagOf } from './language.js';

/**
 * @typedef {object} Embed
 * @property {string} site  where the site is, with a slash at its end
 * @property {string} language  tag
 * @property {string} [id]  of a landmark vote
 * @property {string} [year]  or of a Council
 * @property {[code: string, way: string][]} [votes]  of that Council, in seat order
 * @property {string} [letters]  the same, as in links
 * @property {string} [day]
 * @property {string} [rule]  by which it is decided, where that is not its own
 * @property {string} title  in words; of a Council's vote, where it has one, as the editor wrote it
 * @property {string} [caption]  that title; none where nobody wrote one
 * @property {string} [source]  added by the publisher
 * @property {string} alt  the outcome and the roll, in words
 * @property {{ file: string, integrity: string }} element
 */

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;');
/** @param {Record<string, string | undefined>} attributes */
const list = (attributes) => Object.entries(attributes).filter(([, value]) => value).map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join('');

/** The frame's address. @param {Embed} embed */
export function frameOf({ site, language, id, year, letters, day, caption, source, rule }) {
  const link = new URLSearchParams(Object.entries({ c: year, v: letters, d: day, t: caption, rule, source }).filter(([, value]) => value).map(([key, value]) => [key, String(value)]));
  const fragment = String(link);
  return `${site}embed${year ? '' : `-${id}`}${tagOf(language)}.html${fragment && `#${fragment}`}`;
}

/** Whether it is no record of the site's. @param {Embed} embed */
const isGiven = ({ year, rule }) => Boolean(year || rule);
/** Where the vote is told in full: of what a link gives, the frame by itself. @param {Embed} embed */
const pageOf = (embed) => (isGiven(embed) ? frameOf(embed) : `${embed.site}vote-${embed.id}${tagOf(embed.language)}.html`);

const room = 'display: block; min-height: max(660px, min(780px, (520px - 100vw) * 99))';

/** Code by the kind of host; nothing where such a host cannot have that vote. @type {Record<string, (embed: Embed) => string>} */
export const codes = {
  element: (embed) => {
    const { site, language, id, year, votes, day, caption, source, rule, title, element } = embed;
    const attributes = { scenario: id, council: year, votes: votes?.map((pair) => pair.join('=')).join(' '), rule, date: day, caption, source, lang: language === mainLanguage ? '' : language, style: room };
    return `<veto-explainer${list(attributes)}>\n  <a href="${escaped(pageOf(embed))}">${escaped(title)}</a>\n</veto-explainer>\n` +
      `<script async${list({ src: site + element.file, integrity: element.integrity, crossorigin: 'anonymous' })}></script>`;
  },
  iframe: (embed) => `<iframe${list({ src: frameOf(embed), width: '100%', height: '1000', style: 'border: 0', title: embed.title, loading: 'lazy' })}></iframe>`,
  // WordPress drops what follows a #.
  wordpress: (embed) => (isGiven(embed) || embed.source ? '' : pageOf(embed)),
  amp: (embed) => `<amp-iframe${list({ src: frameOf(embed), width: 'auto', height: '1000', layout: 'fixed-height', title: embed.title })} sandbox="allow-scripts allow-same-origin allow-popups" frameborder="0" resizable>\n` +
    `  <amp-img layout="fill"${list({ src: `${embed.site}posters/${embed.year ? `council-${embed.year}` : embed.id}${isGiven(embed) ? '-blank' : ''}-narrow${tagOf(embed.language)}.svg`, alt: embed.title })} placeholder></amp-img>\n` +
    `  <div overflow tabindex="0" role="button"${list({ 'aria-label': embed.title })}>+</div>\n</amp-iframe>`,
  picture: (embed) => `<a href="${escaped(pageOf(embed))}">\n  <img${list({ src: isGiven(embed) ? 'YOUR-COPY-OF-THE-POSTER.svg' : `${embed.site}posters/${embed.id}${tagOf(embed.language)}.svg`, width: '800', height: '570', alt: embed.alt })}>\n</a>`,
};
