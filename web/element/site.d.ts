// What the build puts in the place of SITE.
declare const SITE: import('./element.js').Site;
