// Photos that were chosen for a conversation and not sent stay with its half-written text, for this tab of the browser.
import { shelf } from './shelf.js';

const A_DAY = 86_400_000;
const store = shelf('clean-care-talk', 'photos');
/** As long as the page lives they are here; what could not be kept beyond it is asked about before it goes. */
const here = new Map();
const unkept = new Set();
addEventListener('beforeunload', event => { if (unkept.size) event.preventDefault(); });

let lasting = true;
const tab = (() => {
  const fresh = [...crypto.getRandomValues(new Uint32Array(4))].join('-');
  try { return sessionStorage.tab ??= fresh; } catch { lasting = false; return fresh; }
})();

/** @param talk what the conversation is called here */
export function chosenFor(talk) {
  const key = `${tab} ${talk}`;

  async function keep(files) {
    const photos = files.map(({ blob, name }) => ({ blob, name }));
    here.set(key, photos);
    if (photos.length) unkept.add(key); else unkept.delete(key);
    await store('readwrite', rows => photos.length ? rows.put({ key, photos, at: Date.now() }) : rows.delete(key));
    if (lasting && here.get(key) === photos) unkept.delete(key);
  }

  async function left() {
    if (here.has(key)) return here.get(key);
    const rows = await store('readonly', all => all.getAll());
    // A tab that is closed never comes back for its own.
    const old = rows.filter(row => row.at < Date.now() - A_DAY);
    if (old.length) await store('readwrite', all => old.map(row => all.delete(row.key)).at(-1));
    return rows.find(row => row.key === key)?.photos ?? [];
  }

  // A browser that keeps nothing still has them until the page goes.
  return { keep: files => keep(files).catch(() => {}), left: () => left().catch(() => []) };
}
