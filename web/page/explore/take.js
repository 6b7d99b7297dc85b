// The vote as it is now, for whoever gets to where it can be taken away; and the way back, for whoever comes from a lesson.
// Styles come along.
import { leadBack } from '../parts/back.js';
import { adopt } from '../parts/sheet.js';
import { takeAway as offer } from '../parts/takeaway.js';
import way from './back.css';
import rules from './take.css';

adopt(rules + way);

/** @param {Parameters<typeof offer>} page */
export function takeAway(...page) {
  const [root, { told }] = page;
  leadBack(root, told.lessons);
  return offer(...page);
}
