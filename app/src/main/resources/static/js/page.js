// What every script may use; it imports nothing itself.
export const root = document.documentElement;
export const words = document.body.dataset;

/** Shows a sentence at the edge of the page for a while. */
export function toast(text) {
  const box = document.createElement('div');
  box.className = 'toast';
  const said = document.createElement('p');
  said.textContent = text;
  const close = document.createElement('button');
  close.className = 'tool';
  close.type = 'button';
  close.setAttribute('aria-label', words.close);
  close.textContent = '✕';
  close.onclick = () => box.remove();
  box.append(said, close);
  document.getElementById('toasts').append(box);
  setTimeout(() => box.remove(), 8000);
}

/** A number in the digits of the page. */
export const digits = value => root.lang === 'bn' ? String(value).replace(/\d/g, d => '০১২৩৪৫৬৭৮৯'[d]) : String(value);

export const csrf = () => document.querySelector('meta[name=csrf]')?.content ?? document.querySelector('input[name=_csrf]')?.value;
