// What readers take away: pictures as files of their own, in SVG and as pixels, and what is sent to somebody else when it is
// asked for.
//
//   save(new Blob([standalone(svg, label)], { type: 'image/svg+xml' }), 'vote.svg');
//   save(await png(text), 'vote.png');

/** Pixels of a PNG for each of the picture's units. */
const density = 2;
/** The same typefaces as on the site's posters. */
const faces = 'Inter, system-ui, sans-serif';

/** @param {string} text */
export const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * The shapes of a picture with the colours of the light page in place of its custom properties: a file has no style sheet
 * of ours.
 * @param {SVGSVGElement} picture
 */
export function shapesOf(picture) {
  const light = inksIn(document.styleSheets[0].cssRules[0]);
  return [...picture.childNodes].map((each) => new XMLSerializer().serializeToString(each)).join('')
    .replaceAll(' xmlns="http://www.w3.org/2000/svg"', '').replace(/var\((--[\w-]+)\)/g, (_, name) => light.getPropertyValue(name).trim());
}

/** @param {CSSRule} rule  of the page's colours, which its sheet begins with: light, then dark in a media query */
const inksIn = (rule) => /** @type {CSSStyleRule} */ (rule instanceof CSSMediaRule ? rule.cssRules[0] : rule).style;

/** What pictures stand on, also where a viewer shows more than their box. */
const ground = () => inksIn(document.styleSheets[0].cssRules[0]).getPropertyValue('--paper').trim();

/** Dark colours in place of the light ones, where a reader's device wants them. */
function darkStyle() {
  const [light, dark] = [...document.styleSheets[0].cssRules].slice(0, 2).map(inksIn);
  const turned = [...light].map((name) => [light, dark].map((inks) => inks.getPropertyValue(name).trim()))
    .map(([from, to]) => ['fill', 'stroke'].map((ink) => `[${ink}="${from}"]{${ink}:${to}}`).join('')).join('');
  return `<style>@media(prefers-color-scheme:dark){${turned}}</style>`;
}

/**
 * A picture as a file that stands by itself, as the site's posters do.
 * @param {SVGSVGElement} picture  as large as its view box
 * @param {string} label  what it says, for those who do not see it
 * @returns {string}  SVG
 */
export function standalone(picture, label) {
  const { width, height } = picture.viewBox.baseVal;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" ` +
    `aria-label="${escaped(label)}" font-family="${faces}">${darkStyle()}<rect x="-50%" y="-50%" width="200%" height="200%" fill="${ground()}"/>${shapesOf(picture)}</svg>`;
}

/** As pixels, on light ground. @param {string} svg @returns {Promise<Blob>} */
export async function png(svg) {
  const address = URL.createObjectURL(new Blob([svg.replace(/<style>.*?<\/style>/s, '')], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = address;
  await image.decode();
  URL.revokeObjectURL(address);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width * density, image.height * density];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => { canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG')))); });
}

/** @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/**
 * Hands a roll to Datawrapper's page for new charts, in a new tab.
 * @param {string} title @param {string} data  CSV
 */
export function openInDatawrapper(title, data) {
  const form = Object.assign(document.createElement('form'), { method: 'post', action: 'https://app.datawrapper.de/create/', target: '_blank', rel: 'noopener', hidden: true });
  for (const [name, value] of Object.entries({ title, data, type: 'tables' })) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  document.body.append(form);
  form.submit();
  form.remove();
}
