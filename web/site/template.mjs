// Mustache that takes nothing for granted: a place of a template that has no value, not even an empty or a false one, is
// a fault, named with its template. By itself Mustache would leave it out in silence.
import mustache from 'mustache';

/** Text as it may stand in HTML, between quotes, too; Mustache by itself would write every slash in six characters. */
export const escape = (/** @type {unknown} */ text) => String(text).replace(/[&<"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&quot;');

/**
 * @param {string} name  of the template to begin with
 * @param {(name: string) => string | undefined} templateOf
 * @param {object} values
 * @returns {string}
 */
export function render(name, templateOf, values) {
  /** Where the writer is. */
  const within = [name];

  class Context extends mustache.Context {
    /** @param {any} view @returns {Context} */
    push(view) {
      return new Context(view, this);
    }

    /** @param {string} place */
    lookup(place) {
      const value = super.lookup(place);
      if (value === undefined || value === null) throw new Error(`${within.at(-1)}: no value for {{${place}}}`);
      return value;
    }
  }

  class Writer extends mustache.Writer {
    /** @param {string[]} token @param {any[]} rest */
    renderPartial(token, ...rest) {
      if (templateOf(token[1]) === undefined) throw new Error(`${within.at(-1)}: no template ${token[1]}`);
      within.push(token[1]);
      const text = /** @type {any} */ (mustache.Writer.prototype).renderPartial.call(this, token, ...rest);
      within.pop();
      return text;
    }
  }

  const template = templateOf(name);
  if (template === undefined) throw new Error(`No template ${name}`);
  return new Writer().render(template, new Context(values), (/** @type {string} */ each) => templateOf(each) ?? '', { escape });
}
