// Small drawing words shared by every component. All chance is seeded: the same scene is drawn the same way each time.
export const W = 1200, H = 900;

export function dice(seed) {
  let a = [...String(seed)].reduce((h, c) => Math.imul(h ^ c.charCodeAt(0), 16777619) >>> 0, 2166136261);
  const next = () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (lo, hi) => lo + (hi - lo) * next(),
    whole: (lo, hi) => Math.floor(lo + (hi - lo + 1) * next()),
    pick: list => list[Math.floor(next() * list.length)],
    chance: p => next() < p,
  };
}

const n = v => (Math.round(v * 10) / 10).toString();
const hex = c => [1, 3, 5].map(i => parseInt(c.slice(i, i + 2), 16));
export const mix = (a, b, t) => '#' + hex(a).map((v, i) => Math.round(v + (hex(b)[i] - v) * t).toString(16).padStart(2, '0')).join('');
export const dark = (c, t) => mix(c, '#2b1d2e', t);
export const light = (c, t) => mix(c, '#fff6e4', t);

const attrs = o => Object.entries(o).map(([k, v]) => ` ${k}="${v}"`).join('');
export const rect = (x, y, w, h, fill, o = {}) => `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}"${attrs(o)}/>`;
export const disc = (x, y, rx, ry, fill, o = {}) => `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${attrs(o)}/>`;
export const path = (d, fill, o = {}) => `<path d="${d}" fill="${fill}"${attrs(o)}/>`;
export const stroke = (d, colour, width, o = {}) => path(d, 'none', { stroke: colour, 'stroke-width': width, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', ...o });
export const poly = (points, fill, o = {}) => path('M' + points.map(p => n(p[0]) + ' ' + n(p[1])).join('L') + 'Z', fill, o);
export const line = (x1, y1, x2, y2, colour, width, o = {}) => stroke(`M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`, colour, width, o);
export const group = (body, o = {}) => `<g${attrs(o)}>${body}</g>`;
export const at = (x, y, scale, body, turn = 0) => group(body, { transform: `translate(${n(x)} ${n(y)}) rotate(${turn}) scale(${Array.isArray(scale) ? scale.join(' ') : scale})` });
export const shadow = (x, y, rx, ry, strength = 0.28) => disc(x, y, rx, ry, '#2b1d2e', { opacity: strength, filter: 'url(#soft)' });

/** A smooth closed outline through the points. */
export function smooth(points) {
  const at = i => points[(i + points.length) % points.length];
  let d = `M${n(at(0)[0])} ${n(at(0)[1])}`;
  points.forEach((p, i) => {
    const [a, c, e] = [at(i - 1), at(i + 1), at(i + 2)];
    d += `C${n(p[0] + (c[0] - a[0]) / 6)} ${n(p[1] + (c[1] - a[1]) / 6)} ${n(c[0] - (e[0] - p[0]) / 6)} ${n(c[1] - (e[1] - p[1]) / 6)} ${n(c[0])} ${n(c[1])}`;
  });
  return d + 'Z';
}

/** An uneven round shape: puddles, clouds of leaves, bags. */
export function blob(r, x, y, rx, ry, bumps = 10, rough = 0.18) {
  return smooth(Array.from({ length: bumps }, (_, i) => {
    const a = (i / bumps) * 2 * Math.PI, k = 1 + r.between(-rough, rough);
    return [x + Math.cos(a) * rx * k, y + Math.sin(a) * ry * k];
  }));
}

export const fade = (id, stops, o = { x1: 0, y1: 0, x2: 0, y2: 1 }) =>
  `<linearGradient id="${id}"${attrs(o)}>${stops.map(([at, c, a = 1]) => `<stop offset="${at}" stop-color="${c}" stop-opacity="${a}"/>`).join('')}</linearGradient>`;
export const glow = (id, stops, radius = 0.5) =>
  `<radialGradient id="${id}" r="${radius}">${stops.map(([at, c, a = 1]) => `<stop offset="${at}" stop-color="${c}" stop-opacity="${a}"/>`).join('')}</radialGradient>`;
