// Asks now and then, and only while somebody looks, how much is unread.
import { digits } from './page.js';

const EVERY = 30_000;

export default function bell(link) {
  const number = link.querySelector('[data-number]');
  const words = link.querySelector('[data-words]');
  let asked = Date.now();

  function show(unread) {
    const most = Number(link.dataset.most);
    number.hidden = unread === 0;
    number.textContent = unread > most ? digits(most) + '+' : digits(unread);
    const sentence = unread === 0 ? '' : (unread === 1 ? link.dataset.one : link.dataset.many).replace('{0}', digits(unread));
    if (words.textContent !== sentence) words.textContent = sentence;
  }

  async function ask() {
    if (document.hidden || Date.now() - asked < EVERY) return;
    asked = Date.now();
    try {
      const answer = await fetch('/notifications/unread/', { headers: { Accept: 'application/json' } });
      if (answer.ok) show((await answer.json()).unread);
    } catch {
      // No network: the number stays as it is until there is one.
    }
  }

  setInterval(ask, EVERY / 3);
  document.addEventListener('visibilitychange', ask);
  addEventListener('notification', () => { asked = 0; ask(); });
}
