// The box of a conversation: what is typed, photos beside it, and answers out of a drawer.
import { chosenFor } from './chat-photos.js';
import { digits, toast } from './page.js';

const LONGEST = 4096;
const MOST_PHOTOS = 5;

/**
 * @param talk what the conversation is called in this browser
 * @param on changed(), typing(active), said(text, photos)
 * @returns how photos are put into the box
 */
export function composer(box, words, talk, on) {
  const form = box.querySelector('.composer');
  const text = form.elements.message;
  const previews = box.querySelector('[data-previews]');
  const shown = box.querySelector('[data-problem]');
  const files = [];
  const kept = chosenFor(talk);
  let typed = 0;

  const problem = text => { shown.textContent = text; shown.hidden = !text; };
  text.addEventListener('input', () => {
    on.changed();
    problem(new TextEncoder().encode(text.value.trim()).length > LONGEST ? words.too_long : '');
    if (Date.now() - typed < 3000) return;
    typed = Date.now();
    on.typing(true);
  });
  text.addEventListener('keydown', event => {
    // Fingers have the button; on a keyboard Enter sends, unless it chooses a word of an input method.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !matchMedia('(pointer: fine)').matches) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    const said = text.value.trim();
    if (!said && !files.length) return text.focus();
    if (new TextEncoder().encode(said).length > LONGEST) return problem(words.too_long);
    problem('');
    const photos = files.splice(0);
    previews.replaceChildren();
    kept.keep(files);
    text.value = '';
    on.said(said, photos);
    on.typing(false);
    typed = 0;
    text.focus();
  });
  form.elements.images.addEventListener('change', async event => {
    const chosen = [...event.target.files];
    event.target.value = '';
    await add(chosen);
    text.focus();
  });
  async function add(photos) {
    const { prepare, tile } = await import('./photos.js');
    for (const each of photos) {
      if (files.length >= MOST_PHOTOS) return toast(words.too_many_photos);
      const photo = each instanceof File ? await prepare(each) : each;
      files.push(photo);
      if (photo !== each) kept.keep(files);
      const preview = tile(photo.blob, words.photo.replace('#', digits(files.length)), document.body.dataset.close, () => {
        preview.remove();
        files.splice(files.indexOf(photo), 1);
        kept.keep(files);
      });
      previews.append(preview);
    }
    kept.keep(files);
  }
  kept.left().then(photos => photos.length && add(photos));
  box.addEventListener('click', event => {
    const answer = event.target.closest('[data-answer]');
    if (!answer) return;
    event.preventDefault();
    text.value = [text.value.trim(), answer.dataset.answer].filter(Boolean).join('\n');
    answer.closest('details').open = false;
    on.changed();
    text.focus();
  });
  return add;
}
