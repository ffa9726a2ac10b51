// Trees, poles and wires.
import { rect, disc, path, poly, line, stroke, group, at, blob, dark, light, shadow } from './paint.mjs';
import { GROUND } from './street.mjs';

export function coconut(r, x, y, k) {
  const lean = r.between(-60, 60), tall = 330;
  let s = stroke(`M0 0Q${lean * 0.1} ${-tall * 0.5} ${lean} ${-tall}`, '#8d6b4f', 17) + stroke(`M-4 0Q${lean * 0.1 - 4} ${-tall * 0.5} ${lean - 4} ${-tall}`, '#b08a66', 5);
  for (let i = 1; i < 14; i++) { const t = i / 14, cx = 2 * (1 - t) * t * lean * 0.1 + t * t * lean; s += line(cx - 8, -tall * t, cx + 8, -tall * t - 3, '#6d503c', 1.8); }
  const fronds = [-170, -145, -115, -80, -50, -25, 0, 20, 195].map(a => a + r.between(-8, 8));
  for (const a of fronds) {
    const q = (a * Math.PI) / 180, len = r.between(115, 150), ex = Math.cos(q) * len, ey = Math.sin(q) * len * 0.6 + 40, mx = ex * 0.55, my = Math.sin(q) * len * 0.75 - 16;
    const g = r.pick(['#3f7d4a', '#57964f', '#2f6b48', '#6ba556']);
    s += path(`M${lean} ${-tall}Q${lean + mx} ${-tall + my - 12} ${lean + ex} ${-tall + ey}Q${lean + mx} ${-tall + my + 24} ${lean} ${-tall}Z`, g) + stroke(`M${lean} ${-tall}Q${lean + mx} ${-tall + my} ${lean + ex} ${-tall + ey}`, light(g, 0.35), 1.8);
  }
  for (let i = 0; i < 4; i++) s += disc(lean - 14 + i * 10, -tall + 10 + (i % 2) * 8, 9, 10, i % 2 ? '#8aa04a' : '#a98f45');
  return shadow(x, y, 50 * k, 8 * k) + at(x, y, k, s);
}

export function banana(r, x, y, k) {
  let s = '';
  for (const [dx, tall] of [[-20, 95], [12, 120], [34, 80]]) {
    s += path(`M${dx - 9} 0L${dx - 5} ${-tall}L${dx + 6} ${-tall}L${dx + 9} 0Z`, '#8fa05a') + path(`M${dx + 1} 0L${dx + 1} ${-tall}L${dx + 6} ${-tall}L${dx + 9} 0Z`, '#70853f');
    for (const a of [-150, -118, -88, -60, -28]) {
      const t = a + r.between(-9, 9), len = r.between(95, 130), g = r.pick(['#6fae4f', '#4f954a', '#86bb58', '#3f8248']);
      s += group(path(`M0 0C${len * 0.3} -24 ${len * 0.8} -20 ${len} 8C${len * 0.75} 18 ${len * 0.3} 18 0 0Z`, g) + stroke(`M0 0Q${len * 0.5} -4 ${len} 8`, light(g, 0.4), 2.4) + [0.35, 0.55, 0.75].map(u => line(len * u, 2, len * u + 6, 15, dark(g, 0.25), 1.4)).join(''), { transform: `translate(${dx} ${-tall}) rotate(${t})` });
    }
  }
  return shadow(x, y, 70 * k, 9 * k) + at(x, y, k, s);
}

export function shadeTree(r, x, y, k, blossom) {
  const g = r.pick(['#4b8a54', '#3d7d58', '#5f9450']);
  let s = path('M-15 0C-8 -60 -13 -110 -20 -160L-4 -150L4 -190L13 -150L32 -172C16 -120 10 -60 19 0Z', '#6d4f3f');
  const clumps = [[-80, -190, 72], [72, -200, 76], [0, -260, 92], [-52, -248, 70], [56, -262, 64], [0, -190, 72]];
  for (const [cx, cy, q] of clumps) s += path(blob(r, cx, cy + 10, q, q * 0.78, 11, 0.1), dark(g, 0.2));
  for (const [cx, cy, q] of clumps) s += path(blob(r, cx - 5, cy - 6, q * 0.86, q * 0.66, 11, 0.12), g) + path(blob(r, cx - 16, cy - 24, q * 0.45, q * 0.3, 9, 0.15), light(g, 0.18), { opacity: 0.8 });
  if (blossom) for (let i = 0; i < 60; i++) { const [cx, cy, q] = r.pick(clumps); s += disc(cx + r.between(-q, q) * 0.8, cy + r.between(-q, q) * 0.6, r.between(4, 9), r.between(3, 6), r.pick(['#e2472f', '#f0643a', '#c93430']), { opacity: 0.9 }); }
  return shadow(x, y, 90 * k, 12 * k) + at(x, y, k, s);
}

/** A bare tree whose branch may hang over the wire. */
export function deadTree(r, x, y, k, { cut = false } = {}) {
  const c = '#7b6657';
  let s = path('M-20 0C-12 -90 -16 -180 -22 -260L-4 -250L4 -330L14 -250L30 -270C18 -180 12 -90 24 0Z', c) + path('M6 0C4 -90 6 -180 4 -330L14 -250L30 -270C18 -180 12 -90 24 0Z', dark(c, 0.25));
  const limbs = cut ? ['M-14 -230L-40 -268', 'M12 -240L40 -275'] : ['M-10 -210Q-70 -260 -110 -350', 'M-52 -262Q-100 -280 -140 -276', 'M6 -300Q10 -380 -16 -440', 'M4 -350Q40 -390 48 -450', 'M14 -240Q70 -290 96 -370', 'M-88 -318Q-84 -370 -96 -410', 'M76 -320Q116 -340 140 -390'];
  limbs.forEach((d, i) => { s += stroke(d, i % 2 ? dark(c, 0.15) : c, cut ? 18 : 12 - i * 0.9); });
  if (cut) s += disc(-42, -271, 10, 8, '#d8b98c') + disc(42, -278, 10, 8, '#d8b98c') + [-20, 0, 22, 44].map((q, i) => path(blob(r, q, -300 - (i % 2) * 22, 20, 15, 8, 0.2), '#6ba556')).join('');
  return shadow(x, y, 70 * k, 10 * k) + at(x, y, k, s);
}

export function pole(x, top, { transformer = false, base = GROUND + 58 } = {}) {
  let s = shadow(x + 14, base, 36, 6) + poly([[x - 9, base], [x - 6, top], [x + 6, top], [x + 9, base]], '#a79c93') + poly([[x + 2, base], [x + 2, top], [x + 6, top], [x + 9, base]], '#857a74');
  for (const dy of [18, 52]) {
    s += rect(x - 52, top + dy, 104, 8, '#5d5556');
    for (const dx of [-46, -22, 18, 42]) s += rect(x + dx, top + dy - 12, 6, 13, '#8a5b46', { rx: 2 });
  }
  if (transformer) s += rect(x - 34, top + 96, 68, 66, '#6f8288', { rx: 5 }) + [-22, -8, 6, 20].map(d => rect(x + d, top + 100, 5, 58, '#56686e')).join('') + rect(x - 26, top + 84, 7, 14, '#8a5b46') + rect(x + 18, top + 84, 7, 14, '#8a5b46');
  return s;
}

export function wires(r, x1, y1, x2, y2, { count = 6, sag = 40 } = {}) {
  let s = '';
  for (let i = 0; i < count; i++) {
    const dy = i * 9, q = sag + r.between(-8, 34);
    s += stroke(`M${x1} ${y1 + dy}Q${(x1 + x2) / 2} ${(y1 + y2) / 2 + dy + q * 2} ${x2} ${y2 + dy}`, '#2e2831', i < 2 ? 2.4 : 1.6, { opacity: 0.85 });
  }
  return s;
}

/** The bundle of cables every Dhaka-like pole carries. */
export function tangle(r, x, y, k = 1) {
  let s = '';
  for (let i = 0; i < 9; i++) s += stroke(`M${x - 30} ${y}C${x - r.between(20, 70) * k} ${y + r.between(20, 80) * k} ${x + r.between(20, 70) * k} ${y + r.between(20, 90) * k} ${x + 30} ${y + r.between(-6, 20)}`, '#26222b', 2);
  return s;
}

export function lampPost(x, base, tall, { on = false, broken = false, side = 1 } = {}) {
  const top = base - tall, lx = x + 96 * side;
  let s = shadow(x + 8, base, 30, 6) + poly([[x - 8, base], [x - 4, top], [x + 4, top], [x + 8, base]], '#5b6b70') + rect(x - 12, base - 44, 24, 44, '#48565b', { rx: 3 });
  s += stroke(`M${x} ${top + 4}Q${x + 10 * side} ${top - 26} ${lx - 30 * side} ${top - 20}`, '#5b6b70', 8);
  const tilt = broken ? 28 * side : 4 * side;
  const head = poly([[-38, -4], [34, -9], [40, 3], [34, 9], [-38, 7]], '#46545a') + (broken
    ? poly([[-24, 7], [-8, 16], [-2, 8], [8, 18], [14, 8], [26, 9]], '#2b3236') + line(30, 8, 44, 34, '#2b3236', 2) + line(20, 8, 22, 40, '#2b3236', 1.6)
    : poly([[-26, 7], [32, 8], [26, 14], [-20, 14]], on ? '#fff6cf' : '#c7cfcf'));
  return s + group(head, { transform: `translate(${lx} ${top - 18}) rotate(${tilt}) scale(${side} 1)` });
}
