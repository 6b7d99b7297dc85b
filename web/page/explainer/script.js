// The explainer's page.
import { followLanguage } from '../parts/languages.js';
import { goLive } from '../parts/live.js';

goLive(document.body, import('./later.js'), () => followLanguage(document.body));
