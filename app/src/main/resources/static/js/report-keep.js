// A page of the report that is sent while there is no connection stays as it is and goes out by itself afterwards.
import { toast } from './page.js';

export default function keep(form) {
  form.addEventListener('submit', event => {
    if (navigator.onLine) return;
    event.preventDefault();
    toast(form.dataset.waiting);
    addEventListener('online', () => form.requestSubmit(), { once: true });
  });
}
