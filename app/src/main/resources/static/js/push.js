// Lets this browser be told even when no page of ours is open.
import { csrf } from './page.js';

const bytes = key => Uint8Array.from(atob(key.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));

async function send(path, fields) {
  const body = new URLSearchParams(fields);
  const answer = await fetch('/profile/notifications/' + path, { method: 'POST', body, headers: { 'X-XSRF-TOKEN': csrf(), Accept: 'application/json' } });
  if (!answer.ok) throw new Error(answer.status);
}

export default async function push(section) {
  if (!('serviceWorker' in navigator) || !('PushManager' in self)) {
    section.hidden = true;
    return;
  }
  const [on, off, said] = ['[data-on]', '[data-off]', '[data-said]'].map(part => section.querySelector(part));
  const registration = await navigator.serviceWorker.ready;

  async function show() {
    const subscription = await registration.pushManager.getSubscription();
    on.hidden = Boolean(subscription);
    off.hidden = !subscription;
  }

  on.onclick = async () => {
    said.textContent = '';
    try {
      const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(section.dataset.key) });
      const { endpoint, keys } = subscription.toJSON();
      await send('browser/', { endpoint, p256dh: keys.p256dh, auth: keys.auth });
    } catch {
      said.textContent = section.dataset.denied;
    }
    await show();
  };

  off.onclick = async () => {
    const subscription = await registration.pushManager.getSubscription();
    if (subscription) {
      await send('browser/remove/', { endpoint: subscription.endpoint });
      await subscription.unsubscribe();
    }
    await show();
  };

  await show();
}
