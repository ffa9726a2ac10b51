// Reports kept on this phone until they have arrived. Each has a key that makes it one complaint however often it is sent.
import { digits, words } from './page.js';
import { shelf } from './shelf.js';

const store = shelf('clean-care', 'reports');

const all = () => store('readonly', reports => reports.getAll());

/** One that was refused, to be written anew. */
export const refused = async key => (await all()).find(report => report.key === key && report.problem);

/** Kept before anybody is told so, then sent if that is possible. What it replaces was refused, so nothing goes out twice. */
export async function keep(report, replaces) {
  const kept = { key: crypto.randomUUID(), owner: localStorage.reporter ?? null, at: Date.now(), ...report };
  await store('readwrite', reports => {
    if (replaces) reports.delete(replaces);
    return reports.put(kept);
  });
  localStorage.outbox = 'yes';
  navigator.storage?.persist?.();
  await send();
}

/** Throws away one that was refused. */
export async function drop(key) {
  await store('readwrite', reports => reports.delete(key));
  if (!(await all()).length) localStorage.removeItem('outbox');
}

/** One tab at a time; where tabs cannot agree, the key still makes it one complaint. */
export const send = () => navigator.locks ? navigator.locks.request('outbox', sendAll) : sendAll();

let later = 0;

async function sendAll() {
  const queue = (await all()).sort((a, b) => a.at - b.at);
  if (!queue.length) { localStorage.removeItem('outbox'); return; }
  const waiting = queue.filter(each => !each.problem);
  show(waiting.length ? words.queue : '', queue);
  if (!waiting.length || !navigator.onLine) return;
  const ready = await fetch('/report/outbox/', { headers: { Accept: 'application/json' }, cache: 'no-store' }).catch(() => null);
  if (ready?.status === 401) return show(words.queueSignIn, queue, '/sign-in/?next=/complaints/');
  if (!ready?.ok) return again();
  const { owner, token } = await ready.json();
  for (const report of waiting) {
    if (report.owner && report.owner !== owner) continue;
    if (!await deliver(report, token)) return again();
  }
  later = 0;
  const left = await all();
  if (!left.length) localStorage.removeItem('outbox');
  else if (left.some(each => !each.problem)) show(words.queueSignIn, left, '/sign-in/?next=/complaints/');
  else show('', left);
}

function again() {
  later = Math.min((later || 2_500) * 2, 300_000);
  setTimeout(send, later);
}

/** @returns whether there is no reason to try this one again */
async function deliver(report, token) {
  const body = new FormData();
  for (const [name, value] of Object.entries(report.fields)) if (value) body.append(name, value);
  for (const { blob, name } of report.photos) body.append('images', blob, name);
  const headers = { Accept: 'application/json', 'Idempotency-Key': report.key, 'X-XSRF-TOKEN': token };
  const answer = await fetch('/report/outbox/', { method: 'POST', headers, body }).catch(() => null);
  if (!answer || answer.status >= 500 || [401, 403, 408, 429].includes(answer.status)) return false;
  const said = await answer.json();
  if (answer.ok) {
    await store('readwrite', reports => reports.delete(report.key));
    tell(words.queueSent, said.tracking_number, said.url);
  } else {
    const problem = said.detail ?? said.error ?? Object.values(said).flat().find(each => typeof each === 'string') ?? '';
    await store('readwrite', reports => reports.put({ ...report, problem }));
  }
  return true;
}

/** How many wait, and each that was refused with the way to mend it. */
function show(text, queue, href) {
  const box = notice('outbox', 'warn');
  const line = document.createElement('p');
  line.textContent = text.replace('#', digits(queue.filter(each => !each.problem).length));
  if (href) {
    const link = Object.assign(document.createElement('a'), { href, textContent: line.textContent });
    line.replaceChildren(link);
  }
  box.replaceChildren(...line.textContent ? [line] : []);
  for (const { key, problem, fields } of queue) {
    if (!problem) continue;
    const said = Object.assign(document.createElement('p'), { textContent: `${words.queueRefused} “${digits(fields.title)}”. ${problem} ` });
    said.append(Object.assign(document.createElement('a'), { href: `/offline/report/?edit=${key}`, textContent: words.queueEdit }));
    box.append(said);
  }
}

function tell(text, code, href) {
  document.getElementById('outbox')?.remove();
  const box = notice('outbox-sent', code ? 'good' : 'danger');
  const line = document.createElement('p');
  line.textContent = `${text} `;
  if (code) {
    const link = Object.assign(document.createElement('a'), { href, className: 'code', textContent: code });
    link.translate = false;
    line.append(link);
  }
  box.append(line);
}

function notice(id, tone) {
  let box = document.getElementById(id);
  if (!box) {
    box = Object.assign(document.createElement('div'), { id, className: 'notice outbox' });
    box.dataset.tone = tone;
    box.setAttribute('role', 'status');
    document.getElementById('main').prepend(box);
  }
  return box;
}

addEventListener('online', send);
