// Several conversations at once. Each that was opened stays as it is, what is typed in it too, behind or beside the others.
import { csrf, digits, toast, words } from './page.js';
import { titled } from './chat-title.js';

const KEPT = 'open talks';
const roomy = matchMedia('(min-width: 80rem)');
const vast = matchMedia('(min-width: 120rem)');
const read = () => { try { return JSON.parse(sessionStorage[KEPT] ?? '[]'); } catch { return []; } };
const plain = event => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

export default function desk(box) {
  const panes = box.querySelector('[data-panes]');
  const tabs = box.querySelector('[data-opened]');
  const toggle = box.querySelector('[data-beside]');
  const suffix = document.title.slice(document.title.lastIndexOf(' · '));
  const pane = id => panes?.querySelector(`:scope > [data-pane="${id}"]`);
  const tab = id => tabs.querySelector(`:scope > [data-room="${id}"]`);
  const opened = () => [...tabs.children].map(each => each.dataset.room);
  /** The open ones, the one somebody turned to last at the end. */
  let turned = [...opened().filter(id => !pane(id)), ...opened().filter(pane)];
  /** Put away: what is still being fetched must not bring them back. */
  const away = new Set();
  let beside = localStorage.beside === 'yes';

  // Which are seen

  function seats() { return beside && roomy.matches ? vast.matches ? 3 : 2 : 1; }

  function show() {
    const seen = turned.filter(pane).slice(-seats());
    const at = seen.at(-1);
    for (const each of panes.children) {
      const hidden = !seen.includes(each.dataset.pane);
      const appears = each.hidden && !hidden;
      each.hidden = hidden;
      each.toggleAttribute('data-at', each.dataset.pane === at);
      if (appears) each.querySelector('.chat')?.dispatchEvent(new CustomEvent('shown'));
    }
    panes.classList.toggle('abreast', seen.length > 1);
    for (const each of tabs.children) {
      const link = each.querySelector('.tab-to');
      if (each.dataset.room === at) link.setAttribute('aria-current', 'page'); else link.removeAttribute('aria-current');
      each.toggleAttribute('data-seen', seen.includes(each.dataset.room));
    }
    toggle.setAttribute('aria-pressed', String(beside));
    marked();
    remember(at);
  }

  /** In the list, which one is turned to; of those that are seen nothing is new. */
  function marked() {
    for (const link of box.querySelectorAll('.waits')) {
      if (link.dataset.room === turned.at(-1)) link.setAttribute('aria-current', 'page'); else link.removeAttribute('aria-current');
      const unread = link.querySelector('.unread');
      if (unread && pane(link.dataset.room)?.hidden === false) unread.hidden = true;
    }
  }

  /** In the address, for a page loaded anew, and for whoever comes back to the desk by another way. */
  function remember(at) {
    const ids = opened();
    try { sessionStorage[KEPT] = JSON.stringify(ids); } catch { /* full or forbidden: the address has them */ }
    const query = new URLSearchParams(location.search);
    for (const gone of ['before', 'template', 'in', 'open']) query.delete(gone);
    const parts = [query.toString(), ids.length > 1 ? `open=${ids.join(',')}` : ''].filter(Boolean).join('&');
    if (location.pathname.startsWith('/console/help/')) history.replaceState(null, '', `/console/help/${at}/${parts ? `?${parts}` : ''}`);
    titled(`${pane(at)?.dataset.name ?? ''}${suffix}`);
  }

  function turn(id, focus) {
    turned = [...turned.filter(each => each !== id), id];
    show();
    tab(id)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (focus && matchMedia('(pointer: fine)').matches) pane(id)?.querySelector('textarea')?.focus();
  }

  // Opening and putting away

  function addTab(id, name) {
    const item = box.querySelector('[data-tab]').content.firstElementChild.cloneNode(true);
    item.dataset.room = id;
    item.querySelectorAll('.tab-name').forEach(each => { each.textContent = name; });
    item.querySelectorAll('a').forEach(link => { link.href = `/console/help/${id}/`; });
    tabs.append(item);
    turned.unshift(id);
  }

  function waiting(id) {
    const place = document.createElement('div');
    Object.assign(place, { className: 'pane opening', hidden: true });
    place.dataset.pane = id;
    const said = document.createElement('p');
    said.setAttribute('role', 'status');
    said.textContent = box.dataset.opening;
    place.append(said);
    panes.append(place);
    return place;
  }

  /** @returns whether it is there, gone for good, or to be had later */
  async function fetched(id) {
    const place = waiting(id);
    const answer = await fetch(`/console/help/${id}/pane/`, { headers: { 'HX-Request': 'true' } }).catch(() => null);
    const text = answer?.ok && !answer.redirected ? await answer.text().catch(() => '') : '';
    const found = new DOMParser().parseFromString(text, 'text/html').querySelector('[data-pane]');
    if (!place.isConnected) return 'there'; // put away meanwhile
    if (!found) {
      place.remove();
      return answer && answer.status < 500 ? 'gone' : 'later';
    }
    found.hidden = place.hidden;
    place.replaceWith(document.adoptNode(found));
    tab(id).querySelectorAll('.tab-name').forEach(each => { each.textContent = found.dataset.name; });
    found.dispatchEvent(new CustomEvent('htmx:load', { bubbles: true, detail: { elt: found } }));
    return 'there';
  }

  async function open(id, link) {
    away.delete(id);
    if (!tab(id)) {
      addTab(id, link.querySelector('.waits-name')?.textContent ?? '');
      if (opened().length > Number(box.dataset.most)) drop(opened().find(each => each !== id && pane(each)?.hidden !== false));
    }
    const coming = pane(id) ? 'there' : fetched(id);
    turn(id, true);
    const came = await coming;
    if (came === 'there') return turned.at(-1) === id && turn(id, true);
    if (came === 'later') {
      turned = [id, ...turned.filter(each => each !== id)];
      show();
      return toast(words.failed);
    }
    // Why it cannot be opened, its own page says.
    drop(id);
    location.assign(link.href);
  }

  function drop(id) {
    away.add(id);
    pane(id)?.querySelector('.chat')?.dispatchEvent(new CustomEvent('put-away'));
    pane(id)?.remove();
    tab(id)?.remove();
    turned = turned.filter(each => each !== id);
  }

  function putAway(id) {
    const left = opened().filter(each => each !== id);
    if (!left.length) {
      sessionStorage.removeItem(KEPT);
      return location.assign('/console/help/');
    }
    drop(id);
    show();
    turn(turned.filter(pane).at(-1) ?? left.at(-1), true);
  }

  /** What is open besides, so that its numbers are live too. */
  async function behind() {
    for (const id of new Set([...opened(), ...read()])) {
      if (pane(id) || away.has(id)) continue;
      const known = tab(id);
      if (!known && opened().length >= Number(box.dataset.most)) break;
      if (!known) addTab(id, '');
      if (await fetched(id) === 'gone') drop(id);
      show();
      // Nobody may connect more often than five times a second.
      await new Promise(done => setTimeout(done, 250));
    }
  }

  // What is pressed

  box.addEventListener('click', event => {
    const cross = event.target.closest('[data-away]');
    const link = event.target.closest('.waits, .tab-to');
    if (!plain(event) || !(cross || link)) return;
    if (cross && panes) {
      event.preventDefault();
      putAway(cross.closest('.tab').dataset.room);
    } else if (link && panes) {
      event.preventDefault();
      open((link.closest('.tab') ?? link).dataset.room, link);
    } else if (cross) {
      sessionStorage[KEPT] = JSON.stringify(read().filter(id => id !== cross.closest('.tab').dataset.room));
    }
  });

  /** The list looks again when somebody wrote somewhere, soon but not for each message; while nobody sees it, not at all. */
  async function listen() {
    for (let after = Number(box.querySelector('[data-news]').dataset.news); ;) {
      if (document.hidden) await new Promise(seen => document.addEventListener('visibilitychange', seen, { once: true }));
      const answer = await fetch(`/console/help/news/?after=${after}`, { signal: AbortSignal.timeout(40_000) }).catch(() => null);
      if (answer && answer.status < 500 && !answer.ok) return;
      const news = answer?.ok ? await answer.json().catch(() => null) : null;
      if (news && news.at !== after) document.body.dispatchEvent(new CustomEvent('chat'));
      after = news?.at ?? after;
      await new Promise(done => setTimeout(done, news ? 2000 : 15_000));
    }
  }
  listen();

  // A part of the list, loaded anew, keeps what is open.
  box.addEventListener('htmx:configRequest', event => {
    event.detail.parameters.open = opened().join(',');
    if (turned.length && panes) event.detail.parameters.at = turned.at(-1);
  });
  box.addEventListener('htmx:afterSwap', () => panes && marked());

  if (!panes) return recall();

  /** On the way back to the list the open ones are still there. */
  async function recall() {
    if (read().every(tab)) return;
    const answer = await fetch(`/console/help/?open=${[...new Set([...opened(), ...read()])].join(',')}`).catch(() => null);
    const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
    if (page) tabs.replaceChildren(...page.querySelectorAll('[data-opened] > li'));
    turned = opened();
  }

  panes.addEventListener('focusin', event => {
    const id = event.target.closest('[data-pane]')?.dataset.pane;
    if (id && id !== turned.at(-1)) turn(id);
  });
  panes.addEventListener('unread', ({ target, detail: many }) => {
    const badge = tab(target.dataset.room)?.querySelector('[data-unread]');
    if (!badge) return;
    badge.hidden = many === 0;
    badge.firstElementChild.textContent = digits(many);
  });
  toggle.addEventListener('click', () => {
    beside = !beside;
    localStorage.beside = beside ? 'yes' : 'no';
    show();
  });
  roomy.addEventListener('change', show);
  vast.addEventListener('change', show);

  // Handing over and ending: the conversation itself tells what came of it.
  panes.addEventListener('submit', async event => {
    const form = event.target;
    if (event.defaultPrevented || !form.closest('.chat-acts')) return;
    event.preventDefault();
    const button = event.submitter;
    if (button?.getAttribute('aria-busy') === 'true') return;
    button?.setAttribute('aria-busy', 'true');
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { 'X-XSRF-TOKEN': csrf() } }).catch(() => null);
    const page = answer && new DOMParser().parseFromString(await answer.text().catch(() => ''), 'text/html');
    button?.removeAttribute('aria-busy');
    if (!answer) return toast(words.failed);
    if (!answer.ok) return toast(page.querySelector('.field .error, [data-error]')?.textContent ?? words.failed);
    form.closest('details')?.removeAttribute('open');
    const said = page.querySelector('.flash')?.textContent.trim();
    if (said) toast(said);
  });

  show();
  behind();
}
