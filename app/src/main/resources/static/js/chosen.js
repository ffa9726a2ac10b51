// What was chosen is named beside the button, and photos are made small before the form takes them along.
import { prepare } from './photos.js';

export default function chosen(drop) {
  const input = drop.querySelector('input');
  const names = drop.querySelector('[data-chosen]');
  input.addEventListener('change', async () => {
    const files = [...input.files];
    names.textContent = files.map(file => file.name).join(', ');
    if (!input.accept.startsWith('image/')) return;
    const small = new DataTransfer();
    for (const file of files) {
      const { blob, name } = await prepare(file);
      small.items.add(new File([blob], name, { type: blob.type }));
    }
    // Somebody may have chosen others meanwhile.
    if (files.length === input.files.length && files.every((file, at) => file === input.files[at])) input.files = small.files;
  });
}
