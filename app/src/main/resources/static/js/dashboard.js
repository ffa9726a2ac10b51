// New numbers replace the old every few seconds: tables that were opened stay open, and a page nobody looks at asks for nothing.
export default function dashboard(page) {
  let open = [];
  page.addEventListener('htmx:beforeRequest', event => { if (document.hidden) event.preventDefault(); });
  page.addEventListener('htmx:beforeSwap', () => { open = [...page.querySelectorAll('details[open]')].map(each => each.id); });
  page.addEventListener('htmx:afterSwap', () => open.forEach(id => document.getElementById(id)?.setAttribute('open', '')));
}
