// The explainer's page.
import { keepLink } from '../parts/history.js';
import { followLanguage } from '../parts/languages.js';
import { goLive } from '../parts/live.js';

goLive(document.body, import('./later.js'), {
  follow: (store, followed) => keepLink(store, { leave: followLanguage, followed }),
});
