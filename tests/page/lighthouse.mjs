// Lighthouse on the built site, as a host would send it; for the test, and for scripts/bench.
import { mkdirSync, writeFileSync } from 'node:fs';
import lighthouse, { desktopConfig } from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { executablePath, flags } from './browser.mjs';

/** Where the reports are left for a maintainer to look at. */
export const reports = 'build/lighthouse';

export const configs = Object.freeze({ mobile: undefined, desktop: desktopConfig });

/**
 * Runs Lighthouse once, in a browser that knows no other host than this machine.
 * @param {string} url
 * @param {keyof typeof configs} form
 * @param {string[]} onlyCategories
 * @param {boolean} [slowly]  with the slow network and processor by which performance is scored
 * @returns {Promise<import('lighthouse').Result>}
 */
export async function audit(url, form, onlyCategories, slowly = true) {
  mkdirSync(reports, { recursive: true });
  const browser = await puppeteer.launch({
    executablePath, channel: executablePath ? undefined : 'chrome',
    args: [...flags.split(' '), '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'],
  });
  try {
    const run = await lighthouse(url, {
      onlyCategories, output: 'html', logLevel: 'error', ...slowly ? {} : { throttlingMethod: 'provided', disableFullPageScreenshot: true },
    }, configs[form], await browser.newPage());
    if (!run) throw new Error('Lighthouse told nothing');
    writeFileSync(`${reports}/${form}.html`, String(run.report));
    if (run.lhr.runtimeError) throw new Error(run.lhr.runtimeError.message);
    return run.lhr;
  } finally {
    await browser.close();
  }
}
