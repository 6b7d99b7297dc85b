// Votes side by side, for whoever puts one aside or gets there; their styles come along.
import rules from './compare.css';

export { compareVotes } from '../parts/comparing.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(rules);
document.adoptedStyleSheets.push(sheet);
