// What citizens complain about, and what it looks like when the work is done. Each stands on the road or footpath at (x, y).
import { rect, disc, path, poly, line, stroke, at, smooth, blob, dark, light, mix, shadow } from './paint.mjs';
import { crow, dog, flies } from './passers.mjs';

const BAGS = ['#3d4450', '#f0ede6', '#8fb7c9', '#e0789a', '#f2c14e', '#5a8f6b', '#2f3138', '#c9d6d8'];

function bag(r, x, y, k) {
  const c = r.pick(BAGS);
  return at(x, y, k, path('M-6 -52C-34 -46 -42 -8 -34 0L34 0C42 -10 34 -46 6 -52L12 -66L2 -58L-10 -66Z', c) + path('M8 -50C26 -42 34 -14 28 0L34 0C42 -10 34 -46 6 -52Z', dark(c, 0.28)) + stroke('M-18 -38Q-26 -24 -24 -10', light(c, 0.6), 3, { opacity: 0.8 }) + stroke('M-4 -48Q-8 -30 -4 -18M6 -46Q10 -34 8 -24', dark(c, 0.3), 1.6), r.between(-14, 14));
}

function scrap(r, x, y, k) {
  const turn = r.between(-60, 60), what = r.whole(0, 6);
  const body = [
    () => rect(-5, -24, 10, 24, '#9fd0d6', { rx: 4, opacity: 0.9 }) + rect(-3, -31, 6, 8, '#2f7fb0') + rect(-5, -16, 10, 7, '#d6336c'),
    () => rect(-17, -22, 34, 22, '#c89b68') + poly([[-17, -22], [-8, -32], [10, -32], [17, -22]], '#b1834f') + line(0, -22, 0, 0, '#9a7043', 2),
    () => path('M-14 0C-18 -10 -2 -22 14 -14C4 -12 -4 -8 -4 0Z', '#e8c23f') + path('M-4 0C0 -10 8 -13 14 -14', 'none', { stroke: '#a8872a', 'stroke-width': 2 }),
    () => path(blob(r, 0, -8, 16, 9, 7, 0.3), r.pick(['#6b8f4a', '#8a6b3f', '#a8542f'])),
    () => rect(-8, -18, 16, 18, r.pick(['#d14b3a', '#2f7f86', '#f2b134']), { rx: 2 }) + disc(0, -18, 8, 2.6, '#e4ded2'),
    () => path('M-18 0L-12 -14L2 -9L12 -20L20 -3L8 2Z', r.pick(['#f0ede6', '#e0789a', '#8fb7c9']), { opacity: 0.95 }),
    () => path('M-9 0L-7 -20C-10 -34 10 -34 7 -20L9 0Z', '#9dae62') + disc(0, -20, 7, 4, '#c9d38c'),
  ][what]();
  return at(x, y, k, body, turn * 0.7);
}

export function heap(r, x, y, w, h, { animals = true } = {}) {
  const rim = Array.from({ length: 13 }, (_, i) => { const t = i / 12; return [x - w + 2 * w * t, y - Math.sin(Math.PI * t) ** 0.8 * h * r.between(0.8, 1.08)]; });
  let s = shadow(x, y, w * 1.12, 26, 0.4) + path(blob(r, x, y + 8, w * 1.1, 24, 14, 0.12), '#4a3f3a', { opacity: 0.7 }) + path(smooth([...rim, [x + w * 0.5, y + 14], [x - w * 0.5, y + 14]]), '#6a5444');
  const bits = [];
  for (let i = 0; i < w / 3.1; i++) {
    const t = r.between(0.04, 0.96), top = Math.sin(Math.PI * t) ** 0.8 * h, d = r.next();
    bits.push({ x: x - w + 2 * w * t, y: y - top * d + 10 * (1 - d), big: r.chance(0.3) });
  }
  bits.sort((a, b) => a.y - b.y);
  for (const q of bits) s += q.big ? bag(r, q.x, q.y + 12, r.between(0.6, 1.05)) : scrap(r, q.x, q.y + 8, r.between(0.9, 1.5));
  for (let i = 0; i < 12; i++) s += scrap(r, x + r.between(-w * 1.35, w * 1.35), y + r.between(14, 42), r.between(0.7, 1.1));
  if (animals) s += crow(x - w * 0.25, y - h * 0.95, 1.25) + crow(x + w * 0.42, y - h * 0.7, 1.05, true) + crow(x - w * 1.2, y + 30, 1, false) + dog(x + w * 1.18, y + 34, 1.35, true);
  return s + flies(r, x, y - h * 0.7, w * 0.8, h * 0.7);
}

export function bin(r, x, y, k, { full = false, tipped = false, colour = '#2c7a54' } = {}) {
  let s = full ? [-30, 0, 28].map(q => bag(r, q, -112, 0.85)).join('') + scrap(r, -16, -138, 1.3) + scrap(r, 20, -136, 1.2) : '';
  s += path('M-58 -118L58 -118L48 0L-48 0Z', colour) + path('M14 -118L58 -118L48 0L14 0Z', dark(colour, 0.25)) + [-34, -12, 10, 32].map(q => line(q, -106, q * 0.84, -10, dark(colour, 0.2), 3)).join('') + rect(-64, -126, 128, 14, light(colour, 0.2), { rx: 5 });
  s += disc(0, -62, 22, 22, '#f6ead2') + path('M0 -78C12 -66 12 -52 0 -46C-12 -52 -12 -66 0 -78Z', colour) + disc(-38, 4, 11, 11, '#2a252b') + disc(38, 4, 11, 11, '#2a252b');
  if (!full && !tipped) s += path('M-66 -126C-58 -146 58 -146 66 -126Z', dark(colour, 0.12)) + rect(-16, -148, 32, 7, '#2a252b', { rx: 3 });
  return shadow(x, y + 8, 74 * k, 12 * k, 0.35) + at(x, y, k, s, tipped ? 74 : 0);
}

export const flowerpots = (r, x, y, count) => Array.from({ length: count }, (_, i) => at(x + i * 62, y, 1.15, path('M-17 -26L17 -26L13 0L-13 0Z', '#b9623f') + rect(-19, -31, 38, 8, '#cc7850', { rx: 2 })
  + [-13, 0, 13].map(q => path(`M0 -30Q${q * 0.6} -50 ${q * 1.6} -${r.whole(54, 70)}Q${q} -44 4 -30Z`, r.pick(['#4f954a', '#3d7d58']))).join('') + [-18, 0, 18].map(q => disc(q, -62 - r.between(0, 12), 7, 7, r.pick(['#d6336c', '#f2b134', '#fdf3dc']))).join(''))).map((s, i) => shadow(x + i * 62, y, 24, 5) + s).join('');

export function pothole(r, x, y, rx, ry, { water = true, sky = '#b9d6dc' } = {}) {
  let s = '';
  for (let i = 0; i < 12; i++) { const a = r.between(0, 6.28); s += stroke(`M${x + Math.cos(a) * rx * 0.9} ${y + Math.sin(a) * ry * 0.9}l${Math.cos(a) * r.between(20, 50)} ${Math.sin(a) * 14}l${Math.cos(a + 0.6) * r.between(14, 40)} ${Math.sin(a + 0.6) * 12}`, '#453f42', 2.6); }
  s += path(blob(r, x, y, rx * 1.1, ry * 1.13, 17, 0.09), '#938a82') + path(blob(r, x, y + 2, rx, ry, 17, 0.09), '#4f423c') + path(blob(r, x, y + 7, rx * 0.9, ry * 0.82, 15, 0.1), '#705a49') + path(blob(r, x, y + 11, rx * 0.8, ry * 0.66, 13, 0.1), '#5c4a3e');
  if (water) s += path(blob(r, x + 4, y + 13, rx * 0.7, ry * 0.54, 13, 0.1), mix(sky, '#7c6a55', 0.5)) + path(blob(r, x - rx * 0.2, y + 8, rx * 0.32, ry * 0.16, 9, 0.15), light(sky, 0.4), { opacity: 0.75 });
  for (let i = 0; i < 30; i++) { const a = r.between(0, 6.28), q = r.between(0.95, 1.4); s += path(blob(r, x + Math.cos(a) * rx * q, y + Math.sin(a) * ry * q, r.between(4, 12), r.between(3, 7), 6, 0.25), r.pick(['#a79d92', '#5b5354', '#8a6f59', '#b9af9f'])); }
  return s;
}

export const flagStick = (x, y, k = 1) => at(x, y, k, stroke('M0 4L10 -150', '#7d5a3e', 8) + stroke('M2 -40L-26 -86M6 -80L34 -122', '#7d5a3e', 5) + path('M10 -150C30 -160 46 -136 70 -146L66 -104C46 -98 32 -116 12 -108Z', '#c92a37') + path('M36 -146C46 -140 56 -142 70 -146L66 -104C54 -100 46 -106 38 -112Z', '#9e1f2e'));
export const brick = (x, y, k = 1, turn = 0) => shadow(x, y, 26 * k, 5 * k) + at(x, y, k, poly([[-26, -20], [-14, -28], [28, -28], [16, -20]], '#d0775a') + rect(-26, -20, 42, 20, '#b5543f') + poly([[16, -20], [28, -28], [28, -9], [16, 0]], '#8f3f30'), turn);
export const cone = (x, y, k = 1) => shadow(x, y, 30 * k, 6 * k) + at(x, y, k, rect(-30, -8, 60, 9, '#3a3138', { rx: 3 }) + path('M-20 -8L-5 -78L5 -78L20 -8Z', '#e8622c') + path('M-15 -32L-11 -50L11 -50L15 -32Z', '#fdf3dc') + path('M2 -78L5 -78L20 -8L8 -8Z', '#b8451c', { opacity: 0.6 }));
export const asphalt = (r, points, fresh = '#4b474c') => poly(points, '#3a363b', { stroke: '#3a363b', 'stroke-width': 14, 'stroke-linejoin': 'round' }) + poly(points.map(([x, y]) => [x, y - 4]), fresh, { stroke: fresh, 'stroke-width': 12, 'stroke-linejoin': 'round' }) + Array.from({ length: 50 }, () => { const xs = points.map(p => p[0]), ys = points.map(p => p[1]); return disc(r.between(Math.min(...xs) + 40, Math.max(...xs) - 40), r.between(Math.min(...ys) + 12, Math.max(...ys) - 12), 2, 1.2, '#7a757a', { opacity: 0.7 }); }).join('');

export function manhole(r, x, y, k, { covered }) {
  let s = disc(0, 0, 138, 50, '#a69c92') + disc(0, 2, 124, 43, '#857b74');
  if (covered) {
    s += disc(0, 3, 112, 37, '#3f3d44') + disc(0, -2, 112, 37, '#64616b') + disc(0, -2, 96, 31, 'none', { stroke: '#4b4850', 'stroke-width': 5 });
    for (let i = 0; i < 12; i++) { const a = (i * Math.PI) / 6; s += line(Math.cos(a) * 34, -2 + Math.sin(a) * 11, Math.cos(a) * 88, -2 + Math.sin(a) * 28, '#4b4850', 5); }
    s += disc(0, -2, 26, 8.5, '#4b4850') + path('M0 -9C10 -5 10 1 0 4C-10 1 -10 -5 0 -9Z', '#8b8791') + stroke('M-100 -12Q-60 -36 10 -36', '#a7a3ad', 3, { opacity: 0.8 });
  } else {
    s += disc(0, 3, 112, 37, '#1c161b') + path('M-112 3A112 37 0 0 1 112 3A112 30 0 0 0 -112 3Z', '#6f5f55') + path('M-112 3A112 30 0 0 1 112 3A112 25 0 0 0 -112 3Z', '#4a3d38') + disc(8, 22, 58, 11, '#3d4a3f') + disc(-10, 20, 22, 3, '#7f9482');
    for (let i = 0; i < 9; i++) { const a = r.between(0, 6.28); s += path(blob(r, Math.cos(a) * 140, Math.sin(a) * 50, r.between(5, 13), r.between(4, 7), 6, 0.2), '#b9af9f'); }
  }
  return at(x, y, k, s);
}

export function puddle(r, x, y, rx, ry, c = '#5d5a4c', shine = '#b7bca6') {
  let s = path(blob(r, x, y, rx, ry, 16, 0.14), dark(c, 0.25), { opacity: 0.85 }) + path(blob(r, x, y - 2, rx * 0.95, ry * 0.9, 16, 0.12), c, { opacity: 0.92 });
  for (let i = 0; i < 5; i++) s += disc(x + r.between(-rx, rx) * 0.6, y + r.between(-ry, ry) * 0.5, rx * r.between(0.08, 0.24), ry * r.between(0.03, 0.08), shine, { opacity: 0.55 });
  return s;
}

export const litter = (r, x, y, w, h, count, k = 1) => Array.from({ length: count }, () => [x + r.between(-w, w), y + r.between(-h, h)]).sort((a, b) => a[1] - b[1]).map(([px, py]) => scrap(r, px, py, k * r.between(0.8, 1.2))).join('');
export const sacks = (r, x, y, count, k = 1) => Array.from({ length: count }, (_, i) => bag(r, x + i * 56, y, k * r.between(0.9, 1.3))).join('');
