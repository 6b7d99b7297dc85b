// The frame's page.
import { goLive } from '../parts/live.js';

goLive(document.body, import('./later.js'));
