// The one file that an article loads:
//
//   <script async src="https://YOUR.SITE/veto-explainer.js"></script>
//   <veto-explainer scenario="dprk-panel-2024"><a href="https://YOUR.SITE/vote-dprk-panel-2024.html">Why one no …</a></veto-explainer>
//
// It registers the element, once, whoever else loads it; its addresses are those of the site that it came from.
import { elementOf } from './element.js';

/* global SITE: what the build knows (site.d.ts) */
const { currentScript } = document;
const base = currentScript instanceof HTMLScriptElement && currentScript.src ? currentScript.src : SITE.base;
if (!customElements.get('veto-explainer')) customElements.define('veto-explainer', elementOf({ ...SITE, base }));
