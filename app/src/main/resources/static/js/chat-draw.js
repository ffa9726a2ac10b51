// How the entries of a conversation look, as the server draws them.
import { digits, root } from './page.js';

const zone = { timeZone: 'Asia/Dhaka' };
const dayOf = new Intl.DateTimeFormat('en-CA', { ...zone, year: 'numeric', month: '2-digit', day: '2-digit' });
const clockOf = new Intl.DateTimeFormat('en-GB', { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dateOf = new Intl.DateTimeFormat(root.lang === 'bn' ? 'bn-BD' : 'en-GB', { ...zone, day: 'numeric', month: 'long', year: 'numeric' });

export function line(name, words, className) {
  return Object.assign(document.createElement(name), { textContent: words, ...className ? { className } : {} });
}

/** @returns what draws an entry as a list item: text as text, never as HTML */
export function drawer(words, me, blank) {
  function draw(entry) {
    const at = new Date(entry.timestamp);
    let item;
    if (entry.event) {
      item = document.createElement('li');
      item.className = 'happened';
      item.append(line('p', `${eventWords(entry)} `), ...entry.message ? [line('p', entry.message, 'text')] : []);
      item.firstChild.append(document.createElement('time'));
    } else {
      item = blank.content.firstElementChild.cloneNode(true);
      const own = entry.sender_id === me;
      item.toggleAttribute('data-mine', own);
      item.querySelector('.who').replaceChildren(own ? words.you : digits(entry.sender_name ?? ''),
        ...!own && entry.sender_role === 'staff' ? [' ', line('span', words.staff, 'muted')] : []);
      const said = item.querySelector('.text');
      if (entry.message) said.textContent = entry.message; else said.remove();
      const pics = [...entry.attachments.map(picture), ...(entry.files ?? []).map(kept)];
      if (pics.length) item.querySelector('.pics').replaceChildren(...pics); else item.querySelector('.pics').remove();
    }
    Object.assign(item.dataset, { sequence: entry.sequence ?? '', sender: entry.event ? '' : entry.sender_id, day: dayOf.format(at) });
    const time = item.querySelector('time');
    const [hour, minute] = clockOf.format(at).split(':');
    time.dateTime = at.toISOString();
    time.textContent = words.clock[Number(hour)].replace('#', digits(`${Number(hour) % 12 || 12}:${minute}`));
    time.title = `${dateOf.format(at)}, ${time.textContent}`;
    return item;
  }

  function eventWords({ event, details }) {
    if (event === 'rated') return words['event.rated'].replace('#', digits(details?.rating ?? ''));
    if (event === 'assigned') return details?.assigned_to_name ? words['event.assigned'].replace('#', digits(details.assigned_to_name)) : words['event.unassigned'];
    return words[`event.${event}`] ?? '';
  }

  function picture({ url, thumbnail_url: src, name, width, height }) {
    const link = Object.assign(document.createElement('a'), { href: url });
    link.append(Object.assign(document.createElement('img'), { src, alt: words.photo.replace('#', digits(name)), width, height, loading: 'lazy' }));
    return link;
  }

  function kept({ blob, name }) {
    const shown = document.createElement('span');
    shown.append(Object.assign(document.createElement('img'), { src: URL.createObjectURL(blob), alt: words.photo.replace('#', digits(name)) }));
    return shown;
  }

  return draw;
}

/** Days between the entries, and names where the speaker changes. @returns whether there are no entries */
export function tidyDays(list, words) {
  let before = null;
  for (const item of [...list.children]) {
    if (!item.dataset.day) {
      // A day's own line comes anew where it is needed.
      if (!item.classList.contains('fresh')) item.remove();
      continue;
    }
    const newDay = before?.dataset.day !== item.dataset.day;
    if (newDay) {
      const day = line('li', '', 'day');
      day.append(line('span', item.dataset.day === dayOf.format(new Date()) ? words.today : dateOf.format(new Date(`${item.dataset.day}T12:00+06:00`))));
      item.before(day);
    }
    item.toggleAttribute('data-same', !newDay && item.dataset.sender !== '' && before?.dataset.sender === item.dataset.sender);
    before = item;
  }
  return !before;
}
