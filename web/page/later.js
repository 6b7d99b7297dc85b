// What nobody has to wait for, in one file: the page asks for it while the rule is on its way.
export { openChamber } from './chamber.js';
export { offerCopy } from './copy.js';
export { askQuestions } from './predict.js';
