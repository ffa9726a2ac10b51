// The title of the page says how many messages nobody has seen yet, of all conversations on it.
import { digits } from './page.js';

const unread = new Map();
let name = document.title;

/** @param more how many came; 0: all of the room's have been seen */
export function unseen(room, more) {
  if (more) unread.set(room, (unread.get(room) ?? 0) + more); else unread.delete(room);
  tell();
}

export function titled(now) {
  name = now;
  tell();
}

function tell() {
  const all = [...unread.values()].reduce((sum, each) => sum + each, 0);
  document.title = all ? `(${digits(all)}) ${name}` : name;
}
