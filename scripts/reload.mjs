// What has open pages reload once the site is made anew, for development alone.
//
//   const reloader = reloaderAt(prefix);
//   reloader.into(html)                       // a page that waits
//   reloader.answer(place, request, response) // whether this was asked for by such a page
//   reloader.reload()
//
// A page finds it beside the site, in files of its own origin, so that the site's policy need not know of it.

/** @param {string} prefix  the path that the site is served under */
export function reloaderAt(prefix) {
  const script = `${prefix}/.reload/script.js`;
  const events = `${prefix}/.reload/events`;
  /** @type {Set<import('node:http').ServerResponse>} */
  const waiting = new Set();
  const started = Date.now();
  let times = 0;
  const site = () => `${started}-${times}`;
  /** The site as it is now, for the browser to remember; with `reload`, as one that the page has not got. @param {boolean} reload */
  const event = (reload) => `id: ${site()}\n${reload ? 'data: reload\n' : ''}\n`;

  return {
    /** @param {string} html */
    into: (html) => html.replace('</body>', () => `<script src="${script}" defer></script>\n</body>`),

    /** @param {string} place @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
    answer(place, request, response) {
      if (place !== script && place !== events) return false;
      response.setHeader('Cache-Control', 'no-store');
      if (place === script) {
        response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
        // Frames come again with the page that they stand in; a browser keeps few connections to one host.
        response.end(`if (self === top) new EventSource(${JSON.stringify(events)}).onmessage = () => location.reload();\n`);
        return true;
      }
      response.setHeader('Content-Type', 'text/event-stream');
      // Who was cut off, by us or by the network, tells which site it knows.
      const known = request.headers['last-event-id'];
      response.write(event(known !== undefined && known !== site()));
      waiting.add(response);
      response.on('close', () => waiting.delete(response));
      return true;
    },

    reload() {
      times += 1;
      for (const response of waiting) response.write(event(true));
    },
  };
}
