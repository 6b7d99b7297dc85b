// What nobody has to wait for, in one file: the page asks for it while the rule is on its way.
export { offerCopy } from '../parts/copy.js';
export { takeAlong } from '../parts/languages.js';
export { showPicture } from '../parts/picture.js';
export { typefacesOf } from '../parts/typeface.js';
