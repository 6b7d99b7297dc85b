// Builds again whatever changes while somebody works on it; scripts/server.mjs --watch then has open pages reload.
//
//   const watching = watch(['web/content', 'shell.html'], async (files) => …);   // told of changes, burst by burst
//   const working = keepBuilt(() => server.reload());                             // told of every build that succeeded
//   working.close();
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, watch as watchFolder } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the site is made of, beside the modules: its own build is enough. */
const siteSources = ['shell.html', 'web/content', 'web/element', 'web/examples', 'web/page', 'web/site'];
/** What the compilers read. */
const compiledSources = ['CMakeLists.txt', 'CMakePresets.json', 'core', 'dependencies.cmake', 'sources.cmake', 'web/app', 'web/imgui', 'web/platform'];

/** In milliseconds; editors and Git write in several steps, and a burst of changes is one. */
const burst = 100;

/** Whether a file is one of these or stands in one of them. @param {string} file @param {string[]} paths */
const among = (file, paths) => paths.some((path) => file === path || file.startsWith(`${path}/`));
/** What editors keep beside a file while it is open, and what is not whole yet. @param {string} file */
const passing = (file) => /(^|\/)\.[^/]*$|~$/.test(file);
const isFolder = (/** @type {string} */ path) => existsSync(path) && statSync(path).isDirectory();

/** A folder and all in it. @param {string} path @returns {string[]} */
const foldersIn = (path) => [path, ...readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => foldersIn(join(path, name)))];

/**
 * Tells of files that change, come or go. Folders are watched one by one, because Node 18 watches no tree on Linux.
 * @param {string[]} paths  files, and folders with all that is in them
 * @param {(files: string[]) => Promise<void>} changed  told of what has changed since it was told last, once it has done
 *   with that; it throws nothing
 */
export function watch(paths, changed) {
  /** @type {Map<string, import('node:fs').FSWatcher>} */
  const watchers = new Map();
  /** @type {Set<string>} */
  const files = new Set();
  let telling = false;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;

  /** @param {string} folder */
  function leave(folder) {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  }

  /** Watches what is there now and was not before. */
  function follow() {
    for (const folder of new Set(paths.flatMap((path) => (isFolder(path) ? foldersIn(path) : dirname(path))))) {
      if (watchers.has(folder)) continue;
      const watcher = watchFolder(folder, (event, name) => {
        const file = join(folder, name ?? '');
        // A folder that comes again by the same name is another one.
        if (event === 'rename') for (const each of [...watchers.keys()]) if (each !== folder && among(each, [file])) leave(each);
        if (!among(file, paths) || passing(file)) return;
        files.add(file);
        soon();
      });
      watcher.on('error', () => leave(folder));
      watchers.set(folder, watcher);
    }
  }

  function soon() {
    clearTimeout(timer);
    if (!telling && files.size > 0) timer = setTimeout(tell, burst);
  }

  async function tell() {
    const told = [...files].sort();
    files.clear();
    follow();
    telling = true;
    await changed(told);
    telling = false;
    soon();
  }

  follow();
  return {
    close() {
      clearTimeout(timer);
      files.clear();
      for (const folder of [...watchers.keys()]) leave(folder);
    },
  };
}

/** The build that changed files ask for. @param {string[]} files */
export const buildOf = (files) => ['scripts/build', ...files.every((file) => among(file, siteSources)) ? ['--site-only'] : []];

/** Runs a build, which shows for itself how it goes. @param {string[]} command @returns {Promise<boolean>} whether it succeeded */
const run = ([program, ...options]) => new Promise((resolve) => {
  spawn(program, options, { stdio: 'inherit' }).on('error', () => resolve(false)).on('close', (status) => resolve(status === 0));
});

/**
 * Builds whenever a source changes. What a failed build was to bring is built with the next change.
 * @param {() => void} built  told of every build that succeeded
 * @param {{ paths?: string[], build?: (command: string[]) => Promise<boolean> }} [choices]
 */
export function keepBuilt(built, { paths = [...siteSources, ...compiledSources], build = run } = {}) {
  /** @type {string[]} */
  let waiting = [];
  return watch(paths, async (files) => {
    waiting = [...new Set([...waiting, ...files])];
    console.log(`Changed: ${files.join(', ')}`);
    if (!await build(buildOf(waiting))) {
      console.log('The last good site stays; the next change tries again.');
      return;
    }
    waiting = [];
    built();
  });
}
