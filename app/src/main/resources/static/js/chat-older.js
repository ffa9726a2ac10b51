// Older messages come when they are scrolled to; the link stays for those who press it.
import { toast, words } from './page.js';

export function older(link, { ask, draw, list, scroll, tidy }) {
  if (!link) return;
  let fetching = false;
  async function more(event) {
    event?.preventDefault();
    if (fetching || !link.isConnected) return;
    fetching = true;
    const answer = await ask(`?before=${link.dataset.older}`);
    if (answer?.ok) {
      const { results } = await answer.json();
      const at = scroll.scrollTop;
      for (const entry of results) list.prepend(draw(entry));
      tidy();
      scroll.scrollTop = at;
      const first = results.at(-1)?.sequence ?? 1;
      link.dataset.older = first;
      if (first <= 1) link.parentElement.remove();
    } else toast(words.failed);
    fetching = false;
  }
  link.addEventListener('click', more);
  new IntersectionObserver(seen => { if (seen.some(each => each.isIntersecting)) more(); }, { root: scroll }).observe(link);
}
