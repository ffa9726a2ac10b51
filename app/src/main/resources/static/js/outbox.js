// Reports kept on this phone until they have arrived. Each has a key that makes it one complaint however often it is sent.
import { digits } from './app.js';

const words = document.body.dataset;

const opened = new Promise((done, failed) => {
  const request = indexedDB.open('clean-care', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('reports', { keyPath: 'key' });
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

async function store(mode, act) {
  const transaction = (await opened).transaction('reports', mode);
  const request = act(transaction.objectStore('reports'));
  return new Promise((done, failed) => {
    transaction.oncomplete = () => done(request.result);
    transaction.onabort = transaction.onerror = () => failed(transaction.error);
  });
}

const all = () => store('readonly', reports => reports.getAll());

/** Kept before anybody is told so, then sent if that is possible. */
export async function keep(report) {
  await store('readwrite', reports => reports.put({ key: crypto.randomUUID(), owner: localStorage.reporter ?? null, at: Date.now(), ...report }));
  localStorage.outbox = 'yes';
  navigator.storage?.persist?.();
  await send();
}

/** One tab at a time; where tabs cannot agree, the key still makes it one complaint. */
export const send = () => navigator.locks ? navigator.locks.request('outbox', sendAll) : sendAll();

let later = 0;

async function sendAll() {
  const queue = (await all()).sort((a, b) => a.at - b.at);
  if (!queue.length) { localStorage.removeItem('outbox'); return; }
  show(words.queue, queue);
  if (!navigator.onLine) return;
  const ready = await fetch('/report/outbox/', { headers: { Accept: 'application/json' }, cache: 'no-store' }).catch(() => null);
  if (ready?.status === 401) return show(words.queueSignIn, queue, '/sign-in/?next=/complaints/');
  if (!ready?.ok) return again();
  const { owner, token } = await ready.json();
  for (const report of queue.filter(each => !each.problem)) {
    if (report.owner && report.owner !== owner) continue;
    if (!await deliver(report, token)) return again();
  }
  later = 0;
  const left = await all();
  if (left.length) show(words.queueSignIn, left, '/sign-in/?next=/complaints/');
  else localStorage.removeItem('outbox');
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
    tell(`${words.queueRefused} ${problem}`);
  }
  return true;
}

function show(text, queue, href) {
  const box = notice('outbox', 'warn');
  const line = document.createElement('p');
  line.textContent = text.replace('#', digits(queue.length));
  if (href) {
    const link = Object.assign(document.createElement('a'), { href, textContent: line.textContent });
    line.replaceChildren(link);
  }
  box.replaceChildren(line);
  for (const { problem } of queue) if (problem) box.append(Object.assign(document.createElement('p'), { textContent: `${words.queueRefused} ${problem}` }));
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
