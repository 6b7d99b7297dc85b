// A lesson in a school's platform.
import './session.js';
import './script.js';
