// Runs in the page's head, before anything is seen: where the typefaces' style sheet holds the first sight back (where a
// mouse is), they are made ready now, because a browser takes its time over what a style sheet carries in itself, and
// the page would move when they came. A page without scripts has them a moment later, or the reader's own.
{
  const { media = '', sheet } = /** @type {Partial<HTMLLinkElement>} */ (document.querySelector('[data-asset=fonts]') ?? {});
  if (sheet && matchMedia(media).matches) {
    for (const { style } of /** @type {Iterable<CSSFontFaceRule>} */ (/** @type {unknown} */ (sheet.cssRules))) {
      const data = atob(style.getPropertyValue('src').split(/[,")]/)[2]);
      document.fonts.add(new FontFace('Page Inter', Uint8Array.from(data, (sign) => sign.charCodeAt(0)), { weight: style.fontWeight }));
    }
  } else {
    // For this visit: a mouse that is found later must not move the page.
    document.documentElement.style.fontFamily = 'system-ui, sans-serif';
  }
}
