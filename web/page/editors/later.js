// What an editor takes away, once the page is ready for work.
export { offerFiles } from '../parts/take.js';
