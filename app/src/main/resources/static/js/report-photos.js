// Each photo goes out by itself as soon as it is chosen, and again until it has arrived: its key makes a repetition the same photo.
import { csrf, digits, toast } from './page.js';
import { prepare, tile } from './photos.js';

export default function photos(box) {
  const words = box.dataset;
  localStorage.reporter = words.owner;
  const form = box.querySelector('#photos-form');
  const input = form.querySelector('input[type=file]');
  const list = box.querySelector('[data-previews]');
  const message = box.querySelector('[data-message]');
  const most = Number(words.most);
  const waiting = new Set();
  let goOn = false;

  function say() {
    message.textContent = !waiting.size ? '' : navigator.onLine ? words.sending : words.waiting;
    if (!waiting.size && goOn) location.assign('/report/place/');
  }

  input?.addEventListener('change', () => {
    const files = [...input.files];
    // What goes out here must not go out with the form as well.
    input.value = '';
    for (const file of files) {
      if (list.children.length >= most) { toast(words.tooMany); break; }
      add(file);
    }
  });

  async function add(file) {
    const photo = { key: crypto.randomUUID(), id: null, gone: false };
    const item = tile(file, words.alt.replace('#', digits(list.children.length + 1)), words.remove, async () => {
      item.remove();
      photo.gone = true;
      photo.request?.abort();
      waiting.delete(photo);
      say();
      if (photo.id) await fetch(`/report/photos/${photo.id}/remove/`, { method: 'POST', headers: { 'X-XSRF-TOKEN': csrf() }, redirect: 'manual' });
    });
    const progress = Object.assign(document.createElement('progress'), { max: 100, value: 0 });
    progress.setAttribute('aria-label', words.sending);
    item.append(progress);
    list.append(item);
    waiting.add(photo);
    say();
    const prepared = await prepare(file);
    for (let wait = 1000; waiting.has(photo); wait = Math.min(wait * 2, 30_000)) {
      const answer = await send(photo, prepared, progress);
      if (photo.gone) return;
      if (answer.status >= 200 && answer.status < 300) {
        photo.id = answer.body.id;
        progress.remove();
        waiting.delete(photo);
      } else if (answer.status >= 400 && answer.status < 500 && answer.status !== 408 && answer.status !== 429) {
        item.remove();
        waiting.delete(photo);
        goOn = false;
        toast(answer.body?.detail ?? answer.body?.error ?? words.failed);
      } else {
        say();
        await next(wait);
      }
    }
    say();
  }

  form.addEventListener('submit', event => {
    if (!waiting.size) return;
    event.preventDefault();
    goOn = true;
    say();
  });
}

/** Until the connection is back, or some time has passed. */
const next = wait => new Promise(done => {
  addEventListener('online', done, { once: true });
  setTimeout(done, wait);
});

function send(photo, { blob, name, place }, progress) {
  return new Promise(done => {
    const body = new FormData();
    body.append('key', photo.key);
    if (place) {
      body.append('latitude', place.latitude.toFixed(6));
      body.append('longitude', place.longitude.toFixed(6));
    }
    body.append('image', blob, name);
    const request = new XMLHttpRequest();
    photo.request = request;
    request.open('POST', '/report/photos/');
    request.setRequestHeader('X-XSRF-TOKEN', csrf());
    request.setRequestHeader('Accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = event => { progress.value = 100 * event.loaded / event.total; };
    request.onload = () => done({ status: request.status, body: request.response });
    request.onerror = request.onabort = request.ontimeout = () => done({ status: 0 });
    request.timeout = 120_000;
    request.send(body);
  });
}
