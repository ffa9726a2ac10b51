// What every page has. Pages work without it; it makes them quicker and kinder.
import { csrf, digits, root, toast, words } from './page.js';

root.classList.add('js');

const clicks = {
  // The theme changes at once; the link's own way, a round to the server, is for browsers without scripts.
  '[data-theme-to]': (link, event) => {
    event.preventDefault();
    root.dataset.theme = link.dataset.themeTo;
    const secure = location.protocol === 'https:' ? ';Secure' : '';
    document.cookie = `theme=${link.dataset.themeTo};path=/;max-age=34560000;SameSite=Lax${secure}`;
    link.parentElement.querySelector(`[data-theme-to]:not([data-theme-to=${link.dataset.themeTo}])`)?.focus();
  },
  '[data-reload]': (_, event) => { event.preventDefault(); location.reload(); },
  '[data-print]': () => print(),
  '[data-copy]': async button => { await navigator.clipboard.writeText(button.dataset.copy); toast(words.copied); },
  '[data-share]': button => navigator.share({ title: document.title, url: new URL(button.dataset.share, location).href }).catch(() => {}),
  '[data-dialog]': button => document.getElementById(button.dataset.dialog).showModal(),
  '[data-close]': button => button.closest('dialog')?.close(),
  '[data-reveal]': button => {
    const input = document.getElementById(button.dataset.reveal);
    const shown = input.type === 'text';
    input.type = shown ? 'password' : 'text';
    button.setAttribute('aria-pressed', String(!shown));
  },
};
document.addEventListener('click', event => {
  for (const [selector, act] of Object.entries(clicks)) {
    const target = event.target.closest?.(selector);
    if (target && target !== document.body) act(target, event);
  }
});

// A form goes out once, however often its button is pressed.
document.addEventListener('submit', event => {
  const button = event.submitter;
  if (event.defaultPrevented || !button || event.target.method !== 'post') return;
  if (button.getAttribute('aria-busy') === 'true') event.preventDefault();
  else setTimeout(() => { if (!event.defaultPrevented) button.setAttribute('aria-busy', 'true'); });
});
addEventListener('pageshow', () => document.querySelectorAll('[aria-busy=true]').forEach(button => button.removeAttribute('aria-busy')));

// htmx: the token that guards forms, and a word when a request fails. What asks again and again says so once, until an answer comes;
// what one may not see any more is not asked for again.
const asks = element => element.getAttribute?.('hx-trigger')?.startsWith('every');
const silent = new WeakSet();
const refused = new WeakSet();
document.addEventListener('htmx:beforeRequest', event => { if (refused.has(event.detail.elt)) event.preventDefault(); });
document.addEventListener('htmx:beforeSwap', event => { if (event.detail.xhr.status < 400) silent.delete(event.detail.elt); });

function failed(element, text) {
  if (silent.has(element)) return;
  if (asks(element)) silent.add(element);
  toast(text);
}

document.addEventListener('htmx:configRequest', event => { if (csrf()) event.detail.headers['X-XSRF-TOKEN'] = csrf(); });
document.addEventListener('htmx:sendError', event => failed(event.detail.elt, words.failed));
document.addEventListener('htmx:responseError', event => {
  if ([401, 403].includes(event.detail.xhr.status) && asks(event.detail.elt)) refused.add(event.detail.elt);
  const page = new DOMParser().parseFromString(event.detail.xhr.responseText, 'text/html');
  failed(event.detail.elt, page.querySelector('[data-error]')?.textContent ?? words.failed);
});

const begun = new WeakSet();
/** Starts what a part of the page asks for: the countdowns in it, and the modules named by data-module, which are data-started once they are at work. */
function start(part) {
  part.querySelectorAll('[data-module]').forEach(async element => {
    if (begun.has(element)) return;
    begun.add(element);
    try {
      await (await import(`./${element.dataset.module}.js`)).default(element);
      element.dataset.started = '';
    } catch { toast(words.failed); }
  });
  part.querySelectorAll('[data-countdown]').forEach(countdown);
  if (!navigator.share) part.querySelectorAll('[data-share]').forEach(button => { button.hidden = true; });
}

/** data-countdown="60" data-then="#resend": counts down in the page's digits, then shows the other element instead. */
function countdown(element) {
  let left = Number(element.dataset.countdown);
  const number = element.querySelector('b') ?? element;
  const then = document.querySelector(element.dataset.then);
  if (then) then.hidden = true;
  const tick = () => {
    number.textContent = digits(left);
    if (left-- > 0) return setTimeout(tick, 1000);
    element.hidden = true;
    if (then) then.hidden = false;
  };
  tick();
}

start(document);
document.addEventListener('htmx:load', event => start(event.detail.elt));
document.getElementById('summary')?.focus();
// Where tabs go on beyond the edge, the one we are on is in sight.
const inSight = () => document.querySelectorAll('.tabs, .chips.line').forEach(row => { const here = row.querySelector('[aria-current]'); if (here) row.scrollLeft = here.offsetLeft - (row.clientWidth - here.offsetWidth) / 2; });
inSight();
matchMedia('(orientation: portrait)').addEventListener('change', inSight);
// Reports that wait on this phone go out when there is a way.
if (localStorage.outbox) import('./outbox.js').then(outbox => outbox.send()).catch(() => {});
if ('serviceWorker' in navigator && isSecureContext) navigator.serviceWorker.register('/service-worker.js').catch(() => {});
