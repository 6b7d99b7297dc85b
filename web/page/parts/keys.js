// Which key was meant, whatever the keyboard is set to: letters are printed on keys in Latin beside those of most scripts,
// and a method to enter Chinese has its own use for them.

/**
 * The character that a key has where the keyboard is Latin, in upper case; none for a key that has a name instead.
 * @param {Pick<KeyboardEvent, 'key' | 'code'>} event
 */
export function latinOf({ key, code }) {
  if (/^[ -~]$/.test(key)) return key.toUpperCase();
  return code === 'Period' ? '.' : /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? '';
}

/**
 * The button of a ballot that a key is for: by the letter of its vote, or by its place, counted from 1.
 * @param {Element} form
 * @param {KeyboardEvent} event
 */
export function buttonFor(form, event) {
  const latin = latinOf(event);
  // Digits choose among the characters that are being composed.
  const place = event.isComposing ? NaN : Number(latin || NaN);
  return [...form.querySelectorAll('button')].find(({ value }, i) => value && (value === latin || i + 1 === place));
}
