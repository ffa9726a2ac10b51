// The list by keyboard: j and k move, Enter opens what has the focus, / goes to the search.
import './app.js';

let listening = false;

export default function queue() {
  if (listening) return;
  listening = true;
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea, dialog')) return;
    if (event.key === '/') {
      event.preventDefault();
      document.getElementById('q')?.focus();
    } else if (event.key === 'j' || event.key === 'k') {
      const links = [...document.querySelectorAll('#results [data-row] a')];
      const at = links.indexOf(document.activeElement);
      const to = at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)));
      links[to]?.focus();
    }
  });
}
