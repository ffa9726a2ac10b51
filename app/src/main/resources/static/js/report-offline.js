// The report of somebody without a connection: checked here as far as it can be, then put into the outbox.
import { digits, toast } from './page.js';
import { drop, keep, refused } from './outbox.js';
import { prepare, tile } from './photos.js';
import { locate } from './report-place.js';

const MOST = 5;
const NEEDED = ['location', 'category', 'title', 'description', 'priority'];

export default function offline(form) {
  const words = form.dataset;
  const list = form.querySelector('[data-previews]');
  const found = form.querySelector('[data-found]');
  const photos = new Map();
  let replaces = null;

  /** One that was refused comes back into the form, with what was said against it. */
  const editing = new URLSearchParams(location.search).get('edit');
  if (editing) refused(editing).then(report => {
    if (!report) return;
    replaces = report;
    for (const [name, value] of Object.entries(report.fields)) form.elements[name].value = value;
    for (const { blob, name } of report.photos) add(blob, { blob, name });
    document.querySelector('[data-lead]').textContent = `${words.refusedLead} ${report.problem}`;
    form.querySelector('[data-drop]').hidden = false;
  });
  form.querySelector('[data-drop]').addEventListener('click', async () => {
    await drop(replaces.key);
    location.assign('/');
  });

  const add = (picture, prepared) => {
    const item = tile(picture, words.alt.replace('#', digits(photos.size + 1)), words.remove, () => { item.remove(); photos.delete(item); });
    list.append(item);
    photos.set(item, prepared);
    return item;
  };

  form.querySelector('[data-files]').addEventListener('change', async event => {
    const files = [...event.target.files];
    event.target.value = '';
    for (const file of files) {
      if (photos.size >= MOST) return toast(words.tooMany);
      const item = add(file, null);
      const prepared = await prepare(file);
      if (photos.has(item)) photos.set(item, prepared);
      if (prepared.place && !form.elements.latitude.value) put(prepared.place);
    }
  });

  const put = ({ latitude, longitude }) => {
    form.elements.latitude.value = latitude.toFixed(6);
    form.elements.longitude.value = longitude.toFixed(6);
    found.textContent = words.located;
  };
  form.querySelector('[data-locate]').addEventListener('click', () => {
    found.textContent = words.searching;
    locate().then(put).catch(() => { found.textContent = words.refused; });
  });

  form.addEventListener('submit', async event => {
    event.preventDefault();
    const missing = NEEDED.filter(name => !form.elements[name].value.trim());
    const summary = form.querySelector('[data-summary]');
    summary.hidden = !missing.length;
    summary.querySelector('ul')?.remove();
    if (missing.length) {
      const lines = document.createElement('ul');
      for (const name of missing) {
        const link = Object.assign(document.createElement('a'), { href: `#${name}` });
        const field = document.getElementById(name);
        const label = field.closest('fieldset')?.querySelector('legend') ?? form.querySelector(`label[for=${name}]`);
        link.textContent = `${label.textContent.trim()}: ${words.required}`;
        lines.append(Object.assign(document.createElement('li'), {}));
        lines.lastChild.append(link);
      }
      summary.append(lines);
      summary.focus();
      return;
    }
    const fields = {};
    for (const name of [...NEEDED, 'latitude', 'longitude']) fields[name] = form.elements[name].value;
    const report = { fields, photos: [...photos.values()].filter(Boolean).map(({ blob, name }) => ({ blob, name })) };
    await keep(replaces ? { ...report, owner: replaces.owner } : report, replaces?.key);
    if (replaces) {
      replaces = null;
      form.querySelector('[data-drop]').hidden = true;
      document.querySelector('[data-lead]').textContent = words.kept;
      history.replaceState(null, '', location.pathname);
    }
    form.reset();
    form.elements.latitude.value = form.elements.longitude.value = found.textContent = '';
    photos.clear();
    list.replaceChildren();
    toast(words.kept);
    document.querySelector('h1').scrollIntoView();
  });
}
