// The list by keyboard and by ticks: j and k move, Enter opens what has the focus, x ticks it, / goes to the search.
import { digits } from './page.js';

let listening = false;

export default function queue(list) {
  countTicks(list);
  list.addEventListener('change', event => {
    if (event.target.matches('[data-all]')) for (const box of boxes(list)) box.checked = event.target.checked;
    if (event.target.matches('[data-all], [name=id]')) countTicks(list);
  });
  if (listening) return;
  listening = true;
  document.addEventListener('keydown', keys);
  // Words are sent with Enter; leaving the field would send them once more and take the list from under the reader's hands.
  document.getElementById('q')?.addEventListener('change', event => event.stopPropagation());
  // Coming back, the browser may have kept the ticks.
  addEventListener('pageshow', () => { const shown = document.getElementById('results'); if (shown) countTicks(shown); });
}

const boxes = list => [...list.querySelectorAll('[name=id]')];

function countTicks(list) {
  const said = list.querySelector('[data-ticked]');
  if (!said) return;
  const all = boxes(list);
  const ticked = all.filter(box => box.checked);
  for (const box of all) box.closest('tr').toggleAttribute('data-on', box.checked);
  said.textContent = ticked.length ? said.dataset.words.replace('#', digits(ticked.length)) : said.dataset.none;
  list.querySelector('[data-needs-ticks]').disabled = !ticked.length;
  const every = list.querySelector('[data-all]');
  every.checked = ticked.length === all.length;
  every.indeterminate = ticked.length > 0 && !every.checked;
}

function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input:not([type=checkbox]), select, textarea, dialog')) return;
  if (event.key === '/') {
    event.preventDefault();
    document.getElementById('q')?.focus();
  } else if (event.key === 'j' || event.key === 'k') {
    const links = [...document.querySelectorAll('#results [data-row] a')];
    const row = document.activeElement.closest('[data-row]');
    const at = links.findIndex(link => row?.contains(link));
    links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)))]?.focus();
  } else if (event.key === 'x') {
    document.activeElement.closest('[data-row]')?.querySelector('[name=id]')?.click();
  }
}
