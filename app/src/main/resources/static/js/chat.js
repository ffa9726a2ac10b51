// A conversation, live. Without this the page is a list and a form.
import { digits } from './page.js';
import { drawer, line, tidyDays } from './chat-draw.js';
import { composer } from './chat-form.js';
import { open } from './chat-line.js';
import { older } from './chat-older.js';
import { reading } from './chat-read.js';

export default function chat(box) {
  const { room, me, citizen } = box.dataset;
  const words = JSON.parse(box.dataset.words);
  const part = name => box.querySelector(`[data-${name}]`);
  const list = part('entries');
  const scroll = part('scroll');
  const form = box.querySelector('.composer');
  const draw = drawer(words, me, part('entry'));
  const text = form.elements.message;
  const heard = { delivered: Number(box.dataset.delivered), read: Number(box.dataset.read) };
  const people = new Map();
  let last = Number(box.dataset.last);
  const timers = new Map();
  const later = (act, after) => { clearTimeout(timers.get(act)); timers.set(act, setTimeout(act, after)); };
  const link = open({ room, last: () => last, receive, state, poll: polled, over: ended });
  const read = reading(box, link, () => last);

  // What is said

  const memory = `chat ${me} ${room}`;
  /** What is on its way: kept over a reload, and sent until it is known to be written. Its id makes a repetition the same message. */
  const pending = new Map();
  const keep = () => {
    const texts = [...pending.values()].filter(each => !each.files).map(({ id, text, at }) => ({ id, text, at }));
    try { sessionStorage[memory] = JSON.stringify({ draft: text.value, texts }); } catch { /* full or forbidden: it goes on without */ }
    leave();
  };

  function say(message) {
    pending.set(message.id, message);
    keep();
    message.item = draw({ message: message.text, sender_id: me, timestamp: message.at, attachments: [], files: message.files });
    message.item.classList.add('waits-here');
    list.append(message.item);
    tidy();
    toEnd();
    flush();
  }

  let flushing = false;
  /** One after the other, in the order they were said. */
  async function flush() {
    if (flushing || link.over) return;
    flushing = true;
    let retry = 0;
    for (const message of [...pending.values()]) {
      if (!message.files && link.live) {
        // Once over each connection: what was lost with one goes out over the next.
        if (message.over !== link.socket) link.send({ message: message.text, client_id: message.id });
        message.over = link.socket;
      } else if ((retry = await post(message))) break;
    }
    flushing = false;
    if (retry) later(flush, retry);
    else if ([...pending.values()].some(each => each.files || !link.live)) flush();
  }

  /** @returns {Promise<number>} after how many milliseconds to try again, 0 when that is settled */
  async function post(message) {
    const body = new FormData();
    body.append('message', message.text);
    body.append('client_id', message.id);
    for (const { blob, name } of message.files ?? []) body.append('images', blob, name);
    const answer = await link.ask('', { method: 'POST', body }, message.files ? 120_000 : 15_000);
    if (!answer || answer.status >= 500 || link.over) return 4000;
    if (answer.status === 429) return 1000 * (Number(answer.headers.get('Retry-After')) || 2);
    if (!answer.ok) {
      refused(message.id, (await answer.json().catch(() => ({}))).detail);
      return 0;
    }
    const entry = await answer.json();
    pending.delete(message.id);
    keep();
    if (entry.sequence === last + 1) arrived(entry, message.item);
    else if (entry.sequence <= last) message.item.remove();
    else { sent.set(message.id, message.item); link.lookAgain(); }
    return 0;
  }

  /** Written already, and drawn until the entry itself comes. */
  const sent = new Map();

  function refused(id, why) {
    const message = pending.get(id);
    if (!message) return;
    pending.delete(id);
    message.item.classList.add('failed');
    message.item.querySelector('.mark').textContent = why ?? words.failed;
    if (!text.value.trim()) text.value = message.text;
    if (message.files) addPhotos(message.files);
    keep();
  }

  // What comes in

  function arrived(entry, drawn) {
    if (entry.sequence <= last) return settle(entry)?.remove();
    if (entry.sequence > last + 1) return link.lookAgain();
    last = entry.sequence;
    const own = entry.sender_id === me;
    const stays = nearEnd();
    drawn ??= settle(entry);
    const item = draw(entry);
    if (drawn) drawn.replaceWith(item);
    else {
      const waiting = list.querySelector('.waits-here');
      if (waiting) waiting.before(item); else list.append(item);
    }
    if (own) read.upTo(last);
    happened(entry);
    tidy();
    if (!own && !entry.event) tell(entry);
    if (stays || own) toEnd(); else part('below').hidden = false;
    typingOver(entry.sender_id);
    read.count();
    read.soon();
    document.body.dispatchEvent(new CustomEvent('chat'));
  }

  /** The drawing of a message of ours that is written now. */
  function settle(entry) {
    if (entry.sender_id !== me || !entry.client_id) return null;
    const item = pending.get(entry.client_id)?.item ?? sent.get(entry.client_id);
    if (pending.delete(entry.client_id)) keep();
    sent.delete(entry.client_id);
    return item;
  }

  function happened({ event, details, type, sender_id: sender, sender_name: name, sender_role: role }) {
    const rating = part('rating');
    if (event === 'closed' || !type) part('closed').hidden = event !== 'closed';
    if (rating && event !== 'assigned') rating.hidden = event !== 'closed';
    if (part('close') && (event === 'closed' || !type)) part('close').hidden = event === 'closed';
    if (event === 'assigned') assigned(details?.assigned_to, details?.assigned_to_name);
    // Who answers first has the conversation.
    else if (!type && role === 'staff' && citizen && !box.dataset.assigned) assigned(sender, name);
  }

  function assigned(to, name) {
    const shown = part('assignee');
    box.dataset.assigned = to ?? '';
    if (shown) shown.textContent = to ? shown.dataset.words.replace('#', digits(name)) : shown.dataset.nobody;
    if (part('take')) part('take').hidden = to === me;
  }

  function tell(entry) {
    part('news').textContent = `${digits(entry.sender_name)}: ${entry.message}`;
    read.missed();
  }

  // How it looks

  function tidy() {
    part('empty').hidden = !tidyDays(list, words);
    marks();
  }

  function marks() {
    const own = [...list.querySelectorAll('[data-mine]:not(.failed)')];
    const newest = own.findLast(item => !item.classList.contains('waits-here'));
    for (const item of own) {
      const sequence = Number(item.dataset.sequence);
      item.querySelector('.mark').textContent = item.classList.contains('waits-here') ? words.sending : item !== newest ? ''
        : words[heard.read >= sequence ? 'mark.read' : heard.delivered >= sequence ? 'mark.delivered' : 'mark.sent'];
    }
  }

  const nearEnd = () => scroll.scrollTop > -80;
  function toEnd() { scroll.scrollTop = 0; part('below').hidden = true; }
  const below = Object.assign(document.createElement('button'), { type: 'button', className: 'button small chat-below', textContent: words.new_below, hidden: true, onclick: toEnd });
  below.dataset.below = '';
  scroll.after(below);
  scroll.addEventListener('scroll', () => { if (nearEnd()) below.hidden = true; }, { passive: true });

  older(part('older'), { ask: link.ask, draw, list, scroll, tidy });

  // The connection

  function receive(frame) {
    const acts = {
      joined() {
        people.clear();
        frame.present.forEach(person => people.set(person.user_id, person));
        frame.marks.forEach(mark);
        present();
        marks();
        flush();
        read.count();
        read.soon();
      },
      presence() {
        if (frame.online) people.set(frame.user_id, frame); else people.delete(frame.user_id);
        present();
      },
      receipt() { mark(frame); marks(); },
      typing() { if (frame.active) typing(frame.user_id); else typingOver(frame.user_id); },
      error() {
        const message = pending.get(frame.client_id);
        if (message && (frame.status === 429 || frame.status >= 500)) {
          message.over = null;
          later(flush, 3000);
        } else if (message) refused(frame.client_id, frame.detail ?? frame.error);
      },
      event() { arrived(frame); },
    };
    if (frame.type) acts[frame.type]?.(); else arrived(frame);
  }

  function polled({ results, heard: now }) {
    results.forEach(entry => arrived(entry));
    Object.assign(heard, now);
    marks();
    if (pending.size) flush();
  }

  function state(name) {
    const shown = part('state');
    shown.textContent = name ? words[`state.${name}`] : '';
    shown.dataset.tone = name && name !== 'joining' ? 'warn' : '';
    box.dataset.connection = name || 'live';
    if (name) { people.clear(); present(); }
  }

  function ended(name) {
    state(name);
    if (name === 'signed_out') {
      const way = Object.assign(line('a', words['state.signed_out']), { href: `/sign-in/?next=${encodeURIComponent(location.pathname)}` });
      part('state').replaceChildren(way);
    }
    for (const control of form.querySelectorAll('textarea, button, input')) control.disabled = true;
  }

  /** Staff ask whether the citizen has read, not whether a colleague has. */
  function mark({ user_id: who, delivered, read: readTo }) {
    if (who === me) read.upTo(readTo);
    if (who === me || citizen && me !== citizen && who !== citizen) return;
    heard.delivered = Math.max(heard.delivered, delivered);
    heard.read = Math.max(heard.read, readTo);
  }

  function present() {
    const others = [...people.values()].filter(person => person.user_id !== me);
    const shown = part('presence');
    if (!citizen) shown.textContent = others.length ? words['here.colleagues'].replace('#', digits(others.length)) : '';
    else if (me === citizen) shown.textContent = others.length ? words['here.staff'] : '';
    else shown.textContent = people.has(citizen) ? words['here.citizen'] : '';
  }

  // Coming back, going away and typing

  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) link.connect();
  });
  box.addEventListener('put-away', () => { leaving = true; leave(); });

  let leaving = false;
  /** What was said before goes out first. */
  function leave() {
    if (!leaving || pending.size) return;
    read.stop();
    link.stop();
  }

  let typist = null;
  function typing(who) {
    typist = who;
    const shown = part('typing');
    shown.textContent = words.typing.replace('#', digits(people.get(who)?.name ?? words.staff));
    shown.hidden = false;
    later(typingOver, 6000);
  }
  function typingOver(who) { if (!who || who === typist) part('typing').hidden = true; }

  // The form

  const addPhotos = composer(box, words, memory, {
    changed: keep,
    typing: active => link.send({ type: 'typing', active }),
    said: (said, photos) => say({ id: [...crypto.getRandomValues(new Uint32Array(4))].join('-'), text: said, at: Date.now(), ...photos.length ? { files: photos } : {} }),
  });
  addEventListener('beforeunload', event => { if ([...pending.values()].some(each => each.files)) event.preventDefault(); });

  const left = (() => { try { return JSON.parse(sessionStorage[memory] ?? '{}'); } catch { return {}; } })();
  if (left.draft && !text.value) text.value = left.draft;
  link.connect();
  left.texts?.forEach(say);
  // Whoever is quicker than the script keeps what was written before it.
  if (text.value) keep();
}
