// Drains, pipes, taps and trenches: the city's works in the foreground.
import { W, H, rect, disc, path, poly, line, stroke, at, smooth, blob, dark, light, mix, shadow } from './paint.mjs';
import { litter, puddle } from './troubles.mjs';

/** An open roadside drain running towards the viewer. */
export function drain(r, { overflow, slabs = false, x = 560, sky = '#b9d6dc' }) {
  const far = 640, q = (t, off) => [x + off * (0.28 + t * 0.95) - t * 120, far + t * 270];
  const strip = (a, b, c) => poly([q(0, a), q(0, b), q(1, b), q(1, a)], c);
  let s = strip(-250, 250, '#b8aa9a') + strip(-205, 205, '#d6cab8') + strip(-178, 178, '#3b3331');
  s += rect(x - 104, far - 30, 208, 34, '#8f8377') + rect(x - 110, far - 38, 220, 14, '#d6cab8') + rect(x - 60, far - 18, 120, 22, '#2c2624'); // the culvert it comes from
  if (overflow) {
    s += path(blob(r, x - 60, 800, 580, 124, 18, 0.12), '#6b604a', { opacity: 0.55 }) + puddle(r, x + 190, 800, 420, 84, '#5b5844', '#d3d8bd') + puddle(r, x - 340, 836, 280, 62, '#5b5844', '#d3d8bd');
    s += strip(-205, 205, '#3d3c30') + strip(-205, -178, '#d6cab8') + strip(178, 192, '#a79b89') + Array.from({ length: 16 }, () => { const t = r.next(), p = q(t, r.between(-150, 150)); return disc(p[0], p[1], 40 * (0.3 + t), 5 * (0.3 + t), r.pick(['#7d7f60', '#24251f', '#a9b08c']), { opacity: 0.65 }); }).join('');
    for (const t of [0.05, 0.18, 0.34, 0.52, 0.72, 0.92]) { const p = q(t, 0); s += litter(r, p[0], p[1], 130 * (0.35 + t), 16, 7, 0.55 + t * 0.9); }
    return s + litter(r, x + 260, 800, 260, 40, 9, 1);
  }
  s += strip(-178, -120, '#8f8377') + strip(120, 178, '#776b62') + strip(-120, 120, mix(sky, '#5e7f7c', 0.55)) + Array.from({ length: 14 }, () => { const t = r.next(), p = q(t, r.between(-90, 90)); return disc(p[0], p[1], 46 * (0.3 + t), 3.4 * (0.3 + t), light(sky, 0.5), { opacity: 0.6 }); }).join('');
  if (slabs) for (let i = 0; i < 5; i++) if (i !== 3) { const a = i / 5, b = a + 0.17; s += poly([q(a, -200), q(a, 200), q(b, 200), q(b, -200)], '#c9bdab') + poly([q(b, -200), q(b, 200), [q(b, 200)[0], q(b, 200)[1] + 10], [q(b, -200)[0], q(b, -200)[1] + 10]], '#8f8377') + [-60, 60].map(o => disc(...q(a + 0.09, o), 10, 4, '#6f645b')).join(''); }
  return s + strip(-205, -178, '#efe6d6') + strip(178, 205, '#c3b5a3');
}

const water = (x0, y0, cx, cy, x1, y1, width) => stroke(`M${x0} ${y0}Q${cx} ${cy} ${x1} ${y1}`, '#9fd6e6', width, { opacity: 0.8 }) + stroke(`M${x0} ${y0}Q${cx + 4} ${cy + 6} ${x1} ${y1}`, '#eefafa', width * 0.35, { opacity: 0.9 });

export function pipe(r, { burst, x = 600, y = 770 }) {
  let s = path(blob(r, x, y + 26, 420, 66, 16, 0.1), '#6b5342') + path(blob(r, x, y + 22, 380, 52, 16, 0.1), '#54402f');
  if (burst) s += puddle(r, x + 30, y + 50, 520, 72, '#7fa6ac', '#e4f5f4');
  const c = '#4f7fa3';
  s += rect(x - 360, y - 34, 720, 60, c) + rect(x - 360, y - 26, 720, 12, light(c, 0.5)) + rect(x - 360, y + 8, 720, 18, dark(c, 0.35));
  for (const q of [-300, 286]) s += rect(x + q - 18, y - 44, 36, 80, dark(c, 0.2), { rx: 4 }) + rect(x + q - 18, y - 36, 36, 12, light(c, 0.3)) + [-30, 24].map(d => disc(x + q, y + d, 6, 6, '#c9c4bb')).join('');
  if (burst) {
    s += path(`M${x - 46} ${y - 36}L${x - 20} ${y - 14}L${x - 4} ${y - 30}L${x + 16} ${y - 8}L${x + 40} ${y - 36}Z`, '#20303a');
    for (let i = 0; i < 22; i++) { const d = r.between(-1, 1), tall = r.between(150, 330) * (1 - Math.abs(d) * 0.45); s += water(x + d * 20, y - 24, x + d * 110, y - tall * 1.5, x + d * r.between(180, 300), y + r.between(-20, 50), r.between(4, 10)); }
    for (let i = 0; i < 90; i++) s += disc(x + r.between(-290, 290), y - r.between(0, 300), r.between(1.6, 4.6), r.between(2, 6), '#e9f8fa', { opacity: 0.75 });
    s += disc(x, y - 40, 60, 40, '#f3fdfd', { opacity: 0.55, filter: 'url(#soft)' });
  } else s += rect(x - 74, y - 46, 148, 84, '#c7c2b8', { rx: 8 }) + rect(x - 74, y - 38, 148, 14, '#efece4') + rect(x - 74, y + 14, 148, 22, '#938d84') + [-54, 0, 54].map(q => disc(x + q, y - 40, 8, 8, '#6d6862') + disc(x + q, y + 28, 8, 8, '#6d6862')).join('');
  return s + path(blob(r, x - 390, y + 14, 70, 46, 10, 0.15), '#7d624c') + path(blob(r, x + 390, y + 14, 74, 46, 10, 0.15), '#7d624c') + path(blob(r, x - 396, y - 2, 44, 22, 9, 0.15), '#96785d') + path(blob(r, x + 384, y - 2, 48, 22, 9, 0.15), '#96785d');
}

export function pitcher(x, y, k, c = '#b9c3c9') {
  return shadow(x, y, 44 * k, 8 * k) + at(x, y, k, path('M-18 -84C-22 -70 -44 -60 -44 -34C-44 -10 -26 0 0 0C26 0 44 -10 44 -34C44 -60 22 -70 18 -84Z', c) + path('M8 -74C30 -60 36 -30 14 0C32 -2 44 -14 44 -34C44 -60 22 -70 18 -84Z', dark(c, 0.3)) + disc(0, -88, 25, 8, light(c, 0.4)) + disc(0, -88, 18, 5, dark(c, 0.55)) + stroke('M-32 -46Q-36 -30 -26 -16', light(c, 0.8), 5));
}

export function standpipe(r, x, y, { running }) {
  let s = shadow(x, y + 6, 250, 26, 0.3) + poly([[x - 210, y - 40], [x + 210, y - 40], [x + 260, y + 14], [x - 260, y + 14]], '#cfc3b2') + rect(x - 260, y + 14, 520, 20, '#a3968a') + poly([[x - 180, y - 32], [x + 180, y - 32], [x + 212, y + 2], [x - 212, y + 2]], running ? '#8fb9c0' : '#b9a488');
  if (!running) for (let i = 0; i < 9; i++) s += stroke(`M${x + r.between(-170, 160)} ${y - r.between(4, 28)}l${r.between(10, 30)} 6l${r.between(10, 26)} -7`, '#8c7458', 2);
  s += rect(x - 24, y - 250, 48, 216, '#b7aea4') + rect(x + 6, y - 250, 18, 216, '#978d84') + rect(x - 34, y - 262, 68, 16, '#cfc6ba', { rx: 3 });
  s += stroke(`M${x + 10} ${y - 216}L${x + 70} ${y - 216}Q${x + 92} ${y - 216} ${x + 92} ${y - 192}`, '#8a6f3a', 17) + stroke(`M${x + 10} ${y - 220}L${x + 70} ${y - 220}`, '#d8b869', 5) + rect(x + 40, y - 246, 10, 24, '#8a6f3a') + rect(x + 26, y - 252, 38, 9, '#c0392f', { rx: 4 });
  if (running) s += rect(x + 86, y - 190, 12, 96, '#a9dbe8', { opacity: 0.9 }) + rect(x + 90, y - 190, 4, 96, '#f0fbfc') + puddle(r, x + 120, y - 8, 80, 12, '#86b3bb', '#eefafa');
  return s + pitcher(x + 92, y - 2, 1.05);
}

export function trench(r, { x = 620, y = 770 } = {}) {
  let s = path(smooth([[x - 440, y + 10], [x - 200, y - 44], [x + 140, y - 50], [x + 420, y - 20], [x + 450, y + 40], [x + 120, y + 84], [x - 260, y + 80]]), '#8a6f58');
  s += path(smooth([[x - 380, y + 14], [x - 180, y - 22], [x + 150, y - 28], [x + 370, y - 4], [x + 380, y + 30], [x + 100, y + 60], [x - 230, y + 56]]), '#3f2f29') + path(smooth([[x - 340, y + 24], [x - 160, y + 2], [x + 150, y - 2], [x + 330, y + 12], [x + 330, y + 34], [x + 90, y + 54], [x - 210, y + 50]]), '#5c4636');
  s += stroke(`M${x - 300} ${y + 32}L${x + 300} ${y + 20}`, '#9a9a9a', 22) + stroke(`M${x - 300} ${y + 27}L${x + 300} ${y + 15}`, '#cfcfcc', 6);
  const mound = (mx, my, w, h, c) => path(smooth([[mx - w, my], [mx - w * 0.5, my - h * 0.7], [mx - w * 0.05, my - h], [mx + w * 0.45, my - h * 0.66], [mx + w, my], [mx, my + 22]]), c) + path(smooth([[mx - w * 0.1, my - h * 0.97], [mx + w * 0.45, my - h * 0.66], [mx + w, my], [mx + w * 0.4, my + 14], [mx + w * 0.2, my - h * 0.4]]), dark(c, 0.2));
  s = mound(x + 120, y - 40, 320, 130, '#9a7a5c') + mound(x - 210, y - 34, 230, 92, '#8d6e52') + s;
  for (let i = 0; i < 60; i++) s += path(blob(r, x + r.between(-470, 480), y + r.between(-70, 100), r.between(3, 11), r.between(3, 8), 6, 0.3), r.pick(['#7a5f49', '#a98a6b', '#5d4a3c', '#b9a48e']));
  return s;
}

export function barrier(x, y, w) {
  let s = '';
  for (const q of [0, w]) s += shadow(x + q, y, 30, 6) + line(x + q - 16, y, x + q, y - 110, '#5b4a44', 8) + line(x + q + 16, y, x + q, y - 110, '#5b4a44', 8);
  s += rect(x - 20, y - 104, w + 40, 30, '#fdf3dc');
  for (let i = 0; i < (w + 20) / 60; i++) s += poly([[x - 20 + i * 60, y - 104], [x + 10 + i * 60, y - 104], [x - 4 + i * 60, y - 74], [x - 34 + i * 60, y - 74]].map(([a, b]) => [Math.max(a, x - 20), b]), '#d63b34');
  return s;
}

/** Flood water over the road; what stands behind is mirrored by the scene. */
export function flood(r, y, c, shine) {
  let s = rect(0, y, W, H - y, c, { opacity: 0.8 });
  for (let i = 0; i < 90; i++) { const t = r.next() ** 0.8, yy = y + 8 + t * (H - y); s += disc(r.between(-40, W + 40), yy, r.between(20, 90) * (0.4 + t), r.between(1, 3.4) * (0.5 + t), r.pick([shine, dark(c, 0.3)]), { opacity: r.between(0.2, 0.5) }); }
  return s;
}

export const ripples = (x, y, k) => [1, 1.6, 2.3].map((q, i) => disc(x, y, 46 * q * k, 8 * q * k, 'none', { stroke: '#eef3ee', 'stroke-width': 2.4 - i * 0.5, opacity: 0.65 - i * 0.15 })).join('');
export const rainfall = (r, count = 260) => Array.from({ length: count }, () => { const x = r.between(-20, W), y = r.between(-20, H), l = r.between(18, 46); return line(x, y, x - l * 0.22, y + l, '#f4f8f8', r.between(0.8, 1.8), { opacity: r.between(0.15, 0.45) }); }).join('');
export const hyacinth = (r, x, y, k) => at(x, y, k, [-26, -9, 10, 27].map(q => path(`M0 0C${q * 0.5} -12 ${q - 10} -20 ${q} -${r.whole(20, 30)}C${q + 12} -22 ${q * 0.8 + 6} -8 0 0Z`, r.pick(['#4f954a', '#6fae4f', '#3f8248', '#86b95a']))).join('') + (r.chance(0.25) ? [0, 1, 2, 3].map(i => disc(r.between(-6, 6), -34 - i * 6, 6, 5, i % 2 ? '#b79ad6' : '#9a7cc4')).join('') : ''));
