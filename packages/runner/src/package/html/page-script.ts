import { markup } from './markup.js';

/**
 * The only script of a page: times in the reader's zone, the search within the page, folded parts opened for printing. It
 * fetches nothing and makes no markup from text.
 */
export const pageScript = markup`
'use strict';
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const local = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit',
  minute: '2-digit', timeZoneName: 'short' });
for (const time of all('time[datetime]')) {
  time.title = time.textContent;
  time.textContent = local.format(new Date(time.dateTime));
}
for (const place of all('[data-zone]')) place.textContent = local.resolvedOptions().timeZone;

const plain = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase();
const texts = new Map();
const textOf = (element) => {
  if (!texts.has(element)) texts.set(element, plain(element.textContent));
  return texts.get(element);
};
const entries = all('[data-entry]');
const nested = new Map(entries.map((entry) => [entry, []]));
const roots = entries.filter((entry) => {
  const around = entry.parentElement.closest('[data-entry]');
  if (around !== null) nested.get(around).push(entry);
  return around === null;
});
const showAll = (entry) => {
  entry.hidden = false;
  nested.get(entry).forEach(showAll);
};
const narrow = (entry, wanted) => {
  const inner = nested.get(entry);
  const within = inner.reduce((sum, each) => sum + narrow(each, wanted), 0);
  const shown = within > 0 || textOf(entry).includes(wanted);
  if (shown && within === 0) inner.forEach(showAll);
  entry.hidden = !shown;
  return shown ? Math.max(1, within) : 0;
};
const unfold = (wanted) => {
  for (const details of all('details')) details.open = wanted !== '' && textOf(details).includes(wanted);
};
const mark = (wanted) => {
  if (!('highlights' in CSS)) return;
  const ranges = [];
  const walker = document.createTreeWalker(document.getElementById('content'), NodeFilter.SHOW_TEXT);
  while (wanted !== '' && ranges.length < 2000 && walker.nextNode()) {
    const node = walker.currentNode;
    const text = node.data.toLowerCase();
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      ranges.push(range);
    }
  }
  CSS.highlights.set('found', new Highlight(...ranges));
};
const search = (query) => {
  const wanted = plain(query.trim());
  const count = roots.reduce((sum, entry) => sum + narrow(entry, wanted), 0);
  unfold(wanted);
  mark(query.trim().toLowerCase());
  const many = count === 1 ? '1 entry holds' : count.toLocaleString('en-GB') + ' entries hold';
  document.getElementById('search-result').textContent =
    wanted === '' ? '' : (count === 0 ? 'Nothing on this page holds' : many) + ' “' + query.trim() + '”.';
};
const box = document.getElementById('search');
if (box !== null) {
  document.getElementById('search-form').hidden = false;
  let waiting = 0;
  box.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => search(box.value), 150);
  });
}
let folded = [];
addEventListener('beforeprint', () => {
  folded = all('details:not([open])');
  for (const details of folded) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of folded) details.open = false;
});
`;
