// The way to a room: a WebSocket that takes up where the last one ended, and requests that wait where there is none.
import { csrf } from './page.js';

const SILENCE = 10_000;
const WAIT = 20;

/** @param on last(): the number to go on after; receive(frame), poll(answer), state(name), over(name) */
export function open(on) {
  let joined = false;
  let failures = 0;
  let reachable = true;
  let hint = 0;
  let heardAt = 0;
  let timer;
  let watching;
  let asking = null;
  const link = { socket: null, over: false, connect, send, ask, lookAgain, stop, get live() { return joined && link.socket?.readyState === WebSocket.OPEN; } };

  function send(frame) {
    if (link.live) link.socket.send(JSON.stringify(frame));
  }

  function tell() {
    if (!link.over) on.state(link.live ? '' : !navigator.onLine || !reachable ? 'offline' : failures > 1 ? 'plain' : 'joining');
  }

  function connect() {
    clearTimeout(timer);
    if (link.over || link.socket) return;
    tell();
    const address = new URL(`/ws/chat/${on.room}/?after=${on.last()}`, location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    let now;
    try { now = new WebSocket(address); } catch { return lost(0); }
    link.socket = now;
    heardAt = Date.now();
    watch();
    now.onmessage = ({ data }) => {
      if (link.socket !== now) return;
      heardAt = Date.now();
      const frame = JSON.parse(data);
      if (frame.type === 'joined') {
        joined = true;
        failures = 0;
        asking?.stop();
        asking = null;
        tell();
      }
      if (frame.type === 'reconnect') hint = frame.after_ms + 1;
      else on.receive(frame);
    };
    now.onclose = ({ code }) => { if (link.socket === now) lost(code); };
  }

  /** A connection that says nothing for long is asked; one that does not answer is none. */
  function watch() {
    clearTimeout(watching);
    watching = setTimeout(() => {
      if (!link.socket) return;
      const silent = Date.now() - heardAt;
      if (silent > 2 * SILENCE || !joined && silent >= SILENCE - 100) return lost(0);
      if (silent >= SILENCE - 100) send({ type: 'ping' });
      watch();
    }, SILENCE);
  }

  function lost(code) {
    const gone = link.socket;
    link.socket = null;
    if (gone) { gone.onclose = null; gone.close(); }
    failures = joined ? 1 : failures + 1;
    joined = false;
    if (code === 4401 || code === 4403) return end(code === 4401 ? 'signed_out' : 'gone');
    clearTimeout(timer);
    timer = setTimeout(connect, hint || Math.min(60_000, 500 * 2 ** failures) * (0.75 + Math.random() / 2));
    hint = 0;
    tell();
    poll();
  }

  function lookAgain() {
    if (link.socket) lost(0);
    else poll();
  }

  function end(name) {
    link.over = true;
    on.over(name);
  }

  /** Nobody wants to hear any more. */
  function stop() {
    link.over = true;
    clearTimeout(timer);
    clearTimeout(watching);
    asking?.stop();
    const gone = link.socket;
    link.socket = null;
    gone?.close();
  }

  /** What a WebSocket would bring; ends once there is one. */
  async function poll() {
    if (asking || link.over || link.live) return;
    const mine = asking = { stop() {} };
    const current = () => asking === mine && !link.over && !link.live;
    // The first look does not wait, so that a person soon knows whether there is a connection at all.
    for (let wait = 0; current();) {
      const answer = await ask(`?after=${on.last()}&wait=${wait}`, {}, 2000 * WAIT, mine);
      // A connection lost between the head of an answer and its end is one lost connection like any other.
      const news = answer?.ok ? await answer.json().catch(() => null) : null;
      if (!current()) break;
      reachable = !!news;
      if (reachable) on.poll(news);
      tell();
      wait = reachable ? WAIT : 0;
      if (!reachable) await new Promise(done => setTimeout(done, navigator.onLine ? 3000 : 15_000));
    }
    if (asking === mine) asking = null;
  }

  /** The answer, or null where there is none. */
  async function ask(path, options = {}, longest = 15_000, caller = {}) {
    const abort = new AbortController();
    caller.stop = () => abort.abort();
    const stop = setTimeout(caller.stop, longest);
    const headers = { Accept: 'application/json', ...options.method ? { 'X-XSRF-TOKEN': csrf() } : {} };
    const answer = await fetch(`/chat/${on.room}/live/${path}`, { ...options, headers, cache: 'no-store', signal: abort.signal }).catch(() => null);
    clearTimeout(stop);
    if (answer?.status === 401) end('signed_out');
    if (answer?.status === 404) end('gone');
    return answer;
  }

  addEventListener('offline', () => { if (link.socket) lost(0); else tell(); });
  addEventListener('online', () => {
    failures = 0;
    asking?.stop();
    asking = null;
    connect();
    poll();
  });
  return link;
}
