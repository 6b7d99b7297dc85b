// What of an address is a state's link, and what is the host's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkIn, linkText } from '../../web/page/modules/link.js';

/** @param {string} hash @param {string} [search] */
const read = (hash, search = '') => linkText(linkIn({ hash, search }));

test('a fragment is read in its order, decoded once', () => {
  assert.equal(read(''), '');
  assert.equal(read('#v=YYN&step=2&lang=fr'), 'v=YYN&step=2&lang=fr');
  assert.equal(read('#lang=fr&v=YYN'), 'lang=fr&v=YYN');
  assert.equal(read('#lock=RUS%2CCHN&%76=YYN'), 'lock=RUS,CHN&v=YYN');
  assert.equal(read('#v=%2559'), 'v=%59');
});

test('the query counts where the fragment has nothing to say', () => {
  assert.equal(read('', '?v=YYN&lang=fr'), 'v=YYN&lang=fr');
  assert.equal(read('#v=NNN', '?v=YYN&lang=fr'), 'v=NNN&lang=fr');
});

test('what a host appends is the host’s', () => {
  assert.equal(read('#v=YYN#?secret=abc'), 'v=YYN');
  assert.equal(read('#v=YYN#v=NNN'), 'v=YYN');
  assert.equal(read('#?secret=abc&v=NNN'), '');
  assert.equal(read('#?v=NNN', '?v=YYN'), 'v=YYN');
});

test('no value can make itself more than one', () => {
  assert.equal(read('#t=a%26v%3DNNN&v=YYN'), 'v=YYN');
  assert.equal(read('#t%26v=NNN'), '');
  // A key twice is for the modules to refuse.
  assert.equal(read('#v=YYN&v=NNN'), 'v=YYN&v=NNN');
});
