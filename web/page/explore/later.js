// What nobody has to wait for, in one file: the page asks for it while the rule is on its way.
import { offerCopy } from '../parts/copy.js';
import { showPlots } from '../parts/plots.js';
import { giveReasons } from '../parts/reasons.js';

export { typefacesOf } from '../parts/typeface.js';

/**
 * Has what a place does come, with its words, when a reader gets near it or asks for it. What the reader sees stays where it is.
 * @param {ParentNode} root
 * @param {() => Promise<any>} askedWords
 */
const whenNear = (root, askedWords) =>
  /**
   * @template T
   * @param {string} places
   * @param {() => Promise<T>} get
   * @param {(got: T, asked: any) => void} begin
   * @returns {() => Promise<void> | undefined}  asks for it; nothing where that was done before
   */
  (places, get, begin) => {
    // Early enough that what takes another shape then does so out of sight.
    const near = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && ask(), { rootMargin: '50%' });
    let asked = false;
    function ask() {
      near.disconnect();
      if (asked) return undefined;
      asked = true;
      return Promise.all([get(), askedWords()]).then((came) => {
        const seen = [...root.querySelectorAll('main > section, footer')].find((each) => each.getBoundingClientRect().bottom > 0);
        const top = () => seen?.getBoundingClientRect().top ?? 0;
        const before = top();
        begin(...came);
        scrollBy(0, top() - before);
        // Without it the page is as it was.
      }).catch(() => {});
    }
    for (const place of root.querySelectorAll(places)) near.observe(place);
    return ask;
  };

/**
 * @param {import('../parts/live.js').Page} page
 * @param {Omit<import('../parts/comparing.js').Desk, 'linkByRule'> & {
 *   asset: (name: string) => string, finding: ReturnType<typeof import('../parts/finding.js').findVotes>,
 *   shown: import('../parts/shown.js').Shown, words: any,
 *   councils: () => Promise<import('../modules/councils.js').Councils>, askedWords: () => Promise<any>, vetoes: () => Promise<any>,
 *   seatScenario: Parameters<typeof import('../parts/disk.js').openFromDisk>[1]['seat']
 * }} desk
 */
export function furnish({ root, announcer, store, files, stays }, desk) {
  const { asset, finding } = desk;
  /** The vote that sits in the chamber, JSON. */
  const scenario = () => desk.seat().scenario;
  const { words, words: { language } } = desk;
  giveReasons(root, store);
  offerCopy(root, store, announcer);
  const plots = showPlots(root, store, {
    announcer, stays,
    files: { ...files, moduleUrl: asset('gallery'), wasmUrl: asset('gallery-wasm'), get scenario() { return scenario(); } },
    vetoes: desk.vetoes, look: finding.choose, shown: desk.shown,
  });
  const near = whenNear(root, desk.askedWords);
  const figures = near('.moves, .power, .index, .own-desk', () => import('./figures.js'), ({ showFigures }, asked) => showFigures(root, store, {
    words, asked, asset, scenario, chosen: plots.choosePower, shown: desk.shown, disk: { announcer, finding, councils: desk.councils, seat: desk.seatScenario },
  }));
  /** @type {(came: ReturnType<typeof import('../parts/reform.js').showReforms>) => void} */
  let linksCame = () => {};
  const links = /** @type {Promise<ReturnType<typeof import('../parts/reform.js').showReforms>>} */ (new Promise((resolve) => { linksCame = resolve; }));
  const reforms = near('.rules', () => import('./reform.js'), ({ showReforms }, { reform: asked }) => {
    linksCame(showReforms(root, store, { words, told: asked, council: asset('council'), councils: desk.councils, seat: desk.seat }));
  });
  let compared = () => /** @type {ReturnType<ReturnType<typeof import('../parts/comparing.js').compareVotes>>} */ ([]);
  const compare = near('.compare', () => import('./compare.js'), ({ compareVotes }, { compare: asked, reform, vote }) => {
    compared = compareVotes(root, { announcer, store, words, told: asked, reform, vote }, {
      ...desk,
      async linkByRule(row) {
        reforms();
        return (await links)(row);
      },
    });
  });
  if (desk.aside.ids().length > 0 || desk.aside.unknown().length > 0) compare();
  // Whoever presses it first waits for what it does.
  const put = /** @type {HTMLButtonElement} */ (root.querySelector('.put button'));
  put.disabled = false;
  put.addEventListener('click', () => compare()?.then(() => put.click()), { once: true });
  const take = near('.take-away', () => import('./take.js'), ({ takeAway }, { take: asked, vote }) =>
    takeAway(root, { announcer, store, language, told: asked, vote }, { seat: desk.seat, councils: desk.councils, texts: finding.texts, drawInto: plots.drawInto, figures, reforms, compared: () => compared() }));
  // Asked for early, its list of keys is there with the first press.
  root.addEventListener('keydown', (event) => event.key === '?' && take()?.then(() => event.target?.dispatchEvent(new KeyboardEvent('keydown', event))));
  // The way back to a lesson comes along.
  if (/[#&?]from=/.test(location.href)) take();
  plots.highlight(finding.kept());
  finding.watch(() => plots.highlight(finding.kept()));
}
