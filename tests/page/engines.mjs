// One reader in three engines: Chromium through Playwright, Firefox through WebDriver BiDi (puppeteer-core), WebKitGTK
// through plain WebDriver. Each driver offers the same few acts; whatever else a test wants to know it asks the page.
//
// Starting a browser takes seconds: it is kept, and given to the next who asks for one with the same choices, but for the
// size. closeReaders() ends them all.
//
//   const reader = await openReader('webkit', { width: 1000, height: 900 });
//   await reader.open(url);
//   await reader.click(x, y);
//   await reader.ask((name) => document.querySelector(name)?.textContent, 'h1');
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { launch } from './browser.mjs';

/**
 * @typedef {object} Reader
 * @property {(url: string) => Promise<void>} open
 * @property {<A extends unknown[], R>(question: (...given: A) => R, ...given: A) => Promise<Awaited<R>>} ask  runs a
 *     function in the page; what it is given and what it answers pass as JSON
 * @property {(source: string) => Promise<void>} inject  runs a script in the page
 * @property {(x: number, y: number) => Promise<void>} click  with the mouse, in CSS pixels of the viewport
 * @property {(x: number, y: number) => Promise<void>} tap  with a finger, as far as `touches` says
 * @property {boolean} touches  whether the driver has a finger; without one, tap() dispatches pointer events
 * @property {(key: Key) => Promise<void>} press
 * @property {(path: string) => Promise<void>} picture  what the viewport shows, as PNG
 * @property {(width: number, height: number) => Promise<void>} resize  the viewport; open() follows
 * @property {() => Promise<void>} close
 */
/** @typedef {'Tab' | 'Space' | 'Enter' | 'ArrowRight' | 'ArrowLeft' | 'ArrowDown' | 'ArrowUp'} Key */
/**
 * @typedef {object} Choices
 * @property {number} [width]
 * @property {number} [height]
 * @property {boolean} [webgl]  false takes WebGL away
 * @property {boolean} [scripts]  false takes the page's scripts away
 * @property {boolean} [dark]
 */

/** A screen that nobody sees; Firefox and WebKitGTK draw with WebGL only on one. */
async function openScreen() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]?.once('data', (chunk) => resolve(String(chunk).trim()));
  });
  return { display: `:${number}`, close: () => end(server) };
}

/** @param {import('node:child_process').ChildProcess} child */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}

/**
 * What a finger does, for drivers that have none: the events of a tap, without the browser's own gestures.
 * @param {number} x
 * @param {number} y
 */
function tapEvents(x, y) {
  const target = document.elementFromPoint(x, y);
  const shared = { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y };
  const finger = { ...shared, pointerId: 7, pointerType: 'touch', isPrimary: true };
  target?.dispatchEvent(new PointerEvent('pointerdown', { ...finger, button: 0, buttons: 1 }));
  target?.dispatchEvent(new PointerEvent('pointerup', { ...finger, button: 0 }));
  target?.dispatchEvent(new PointerEvent('pointerleave', { ...finger, bubbles: false }));
  target?.dispatchEvent(new MouseEvent('click', shared));
}

/** @param {Choices} [choices] @returns {Promise<Reader>} */
async function chromium({ width = 1000, height = 900, webgl = true, scripts = true, dark = false } = {}) {
  const browser = await launch();
  const page = await (await browser.newContext({
    viewport: { width, height }, hasTouch: true, javaScriptEnabled: scripts, colorScheme: dark ? 'dark' : 'light',
  })).newPage();
  if (!webgl) {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
  }
  return {
    touches: true,
    open: async (url) => void await page.goto(url),
    // Playwright's types promise what JSON keeps of an answer; ours promise the answer.
    ask: (question, ...given) => page.evaluate(`(${question})(...${JSON.stringify(given)})`),
    inject: async (source) => void await page.evaluate(source),
    click: (x, y) => page.mouse.click(x, y),
    tap: (x, y) => page.touchscreen.tap(x, y),
    press: (key) => page.keyboard.press(key),
    picture: async (path) => void await page.screenshot({ path }),
    resize: (wide, high) => page.setViewportSize({ width: wide, height: high }),
    close: () => browser.close(),
  };
}

/** @param {Choices} [choices] @returns {Promise<Reader>} */
async function firefox({ width = 1000, height = 900, webgl = true, scripts = true, dark = false } = {}) {
  const screen = await openScreen();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: false,  // its own headless mode has no WebGL
    env: { ...process.env, DISPLAY: screen.display, MOZ_ENABLE_WAYLAND: '0' },
    extraPrefsFirefox: {
      'webgl.force-enabled': true,
      'webgl.disabled': !webgl,
      'javascript.enabled': scripts,
      'dom.w3c_touch_events.enabled': 1,
      'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    },
  }).catch(async (error) => {
    await screen.close();
    throw error;
  });
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  return {
    touches: true,
    open: async (url) => void await page.goto(url),
    ask: (question, ...given) => /** @type {Promise<any>} */ (page.evaluate(`(${question})(...${JSON.stringify(given)})`)),
    inject: async (source) => void await page.evaluate(source),
    click: (x, y) => page.mouse.click(x, y),
    tap: (x, y) => page.touchscreen.tap(x, y),
    press: (key) => page.keyboard.press(key === 'Space' ? ' ' : key),
    picture: async (path) => void await page.screenshot({ path: /** @type {`${string}.png`} */ (path) }),
    resize: (wide, high) => page.setViewport({ width: wide, height: high }),
    async close() {
      await browser.close();
      await screen.close();
    },
  };
}

/** A port that was free a moment ago. @returns {Promise<number>} */
const freePort = () => new Promise((resolve, reject) => {
  const server = createServer().once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    server.close(() => resolve(port));
  });
});

/** Keys as WebDriver writes them, https://www.w3.org/TR/webdriver2/#keyboard-actions. @type {Record<Key, string>} */
const webdriverKeys = {
  Tab: '\uE004', Space: ' ', Enter: '\uE007', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015',
};

/** @param {Choices} [choices] @returns {Promise<Reader>} */
async function webkit(choices = {}) {
  const screen = await openScreen();
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: screen.display,
      GTK_THEME: choices.dark ? 'Adwaita:dark' : 'Adwaita',
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
  const close = async () => {
    await end(driver);
    await screen.close();
  };
  try {
    return await openSession(`http://127.0.0.1:${port}`, choices, close);
  } catch (error) {
    await close();
    throw error;
  }
}

/** The narrowest that MiniBrowser's window gets; narrower pages stand in a frame of their width. */
const narrowestWindow = 450;

/**
 * A WebDriver session, https://www.w3.org/TR/webdriver2/.
 * @param {string} address
 * @param {Choices} choices
 * @param {() => Promise<void>} closeDriver
 * @returns {Promise<Reader>}
 */
async function openSession(address, { width: firstWidth = 1000, height: firstHeight = 900, webgl = true, scripts = true }, closeDriver) {
  let width = firstWidth;
  /** @param {'POST' | 'GET' | 'DELETE'} method @param {string} path @param {object} [body] */
  async function command(method, path, body) {
    const response = await fetch(address + path, { method, body: body && JSON.stringify(body) });
    const { value } = /** @type {{ value: any }} */ (await response.json());
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }
  for (let tries = 0; ; ++tries) {
    const ready = await command('GET', '/status').then((status) => status.ready, () => false);
    if (ready) break;
    if (tries === 100) throw new Error('WebKitWebDriver does not answer');
    await sleep(100);
  }
  const { sessionId } = await command('POST', '/session', { capabilities: { alwaysMatch: {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': {
      binary: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
      // Without scripts means the page's own: the driver's questions are scripts, too.
      args: ['--automation', '--private', ...webgl ? [] : ['--enable-webgl=false'],
        ...scripts ? [] : ['--enable-javascript-markup=false']],
    },
  } } });
  const session = `/session/${sessionId}`;
  /** @param {object} source */
  const perform = (source) => command('POST', `${session}/actions`, { actions: [source] });
  /** @param {string} script @param {unknown[]} args */
  const execute = (script, args = []) => command('POST', `${session}/execute/sync`, { script, args });
  /** @type {Reader} */
  const reader = {
    touches: false,
    async open(url) {
      await command('POST', `${session}/frame`, { id: null });
      if (width >= narrowestWindow) return command('POST', `${session}/url`, { url });
      await command('POST', `${session}/url`, { url: 'about:blank' });
      const frame = await execute(`const frame = document.createElement('iframe');
        frame.style.cssText = 'border: 0; width: ' + arguments[1] + 'px; height: 95vh';
        frame.src = arguments[0];
        document.body.style.margin = 0;
        document.body.append(frame);
        return frame;`, [url, width]);
      await command('POST', `${session}/frame`, { id: frame });
      for (let tries = 0; await execute('return location.href === "about:blank" || document.readyState !== "complete"'); ++tries) {
        if (tries === 100) throw new Error(`${url} does not open in a frame`);
        await sleep(100);
      }
    },
    ask: async (question, ...given) => {
      // The asynchronous command awaits what the question promises.
      const script = `const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => (${question})(...arguments[0]))
          .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await command('POST', `${session}/execute/async`, { script, args: [given] });
      if (error) throw new Error(error);
      return value;
    },
    inject: (source) => execute(source),
    click: (x, y) => perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ] }),
    tap: (x, y) => reader.ask(tapEvents, x, y),
    press: (key) => perform({ type: 'key', id: 'keyboard', actions: [
      { type: 'keyDown', value: webdriverKeys[key] },
      { type: 'keyUp', value: webdriverKeys[key] },
    ] }),
    async resize(wide, high) {
      width = wide;
      await command('POST', `${session}/frame`, { id: null });
      // The window has a frame and bars of its own.
      const wanted = [Math.max(width, narrowestWindow), high];
      let inner = await execute('return [innerWidth, innerHeight]');
      let outer = wanted;
      for (let round = 0; round < 4 && String(inner) !== String(wanted); ++round) {
        await command('POST', `${session}/window/rect`, { width: outer[0], height: outer[1] });
        await sleep(200);
        inner = await execute('return [innerWidth, innerHeight]');
        outer = outer.map((size, i) => size + wanted[i] - inner[i]);
      }
      if (String(inner) !== String(wanted)) throw new Error(`WebKit's window does not take ${wanted}, but ${inner}`);
    },
    picture: async (path) => writeFileSync(path, Buffer.from(await command('GET', `${session}/screenshot`), 'base64')),
    async close() {
      await command('DELETE', session).catch(() => {});
      await closeDriver();
    },
  };
  await reader.resize(firstWidth, firstHeight).catch(async (error) => {
    await reader.close();
    throw error;
  });
  return reader;
}

/** @type {Record<'chromium' | 'firefox' | 'webkit', (choices?: Choices) => Promise<Reader>>} */
const engines = { chromium, firefox, webkit };
/** @typedef {keyof typeof engines} Engine */
export const engineNames = /** @type {Engine[]} */ (Object.keys(engines));

/** Those that are open, by what only a start can change. @type {Map<string, Promise<Reader>>} */
const readers = new Map();

/**
 * A reader who has seen nothing of the page that opens next, perhaps in a browser that was there before.
 * @param {Engine} engine
 * @param {Choices} [choices]
 */
export async function openReader(engine, { width = 1000, height = 900, ...others } = {}) {
  const key = JSON.stringify([engine, others.webgl ?? true, others.scripts ?? true, others.dark ?? false]);
  const kept = readers.get(key);
  const reader = kept ?? engines[engine]({ width, height, ...others });
  readers.set(key, reader);
  reader.catch(() => readers.delete(key));
  if (kept) await (await kept).resize(width, height);
  return reader;
}

/** Ends every browser. */
export async function closeReaders() {
  const all = [...readers.values()];
  readers.clear();
  await Promise.all(all.map(async (reader) => (await reader.catch(() => undefined))?.close()));
}
