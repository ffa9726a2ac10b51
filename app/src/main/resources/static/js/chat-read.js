// How far somebody has read: told once it is before their eyes, and counted while it is not.
import { unseen } from './chat-title.js';

/** @param last gives the number of the newest entry */
export function reading(box, link, last) {
  const { room } = box.dataset;
  let seen = Number(box.dataset.seen);
  let told = '';
  let timer;

  /** Neither another page nor another conversation lies over it, nor is it folded. */
  const shown = () => document.visibilityState === 'visible' && (box.checkVisibility?.() ?? box.getClientRects().length > 0);
  const count = () => box.dispatchEvent(new CustomEvent('unread', { bubbles: true, detail: Math.max(0, last() - seen) }));

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(tell, 300);
  }

  function tell() {
    if (link.over) return;
    const type = shown() ? 'read' : 'delivered';
    if (type === 'read') {
      upTo(last());
      unseen(room, 0);
    }
    if (!last() || told === `${type} ${last()}`) return;
    told = `${type} ${last()}`;
    if (link.live) link.send({ type, sequence: last() });
    else link.ask('marks/', { method: 'POST', body: new URLSearchParams({ [type]: last() }) });
  }

  function upTo(sequence) {
    seen = Math.max(seen, sequence);
    count();
  }

  document.addEventListener('visibilitychange', () => { if (!document.hidden) soon(); });
  box.addEventListener('shown', soon);
  box.closest('details')?.addEventListener('toggle', soon);
  return { soon, count, upTo, missed() { if (!shown()) unseen(room, 1); }, stop() { unseen(room, 0); } };
}
