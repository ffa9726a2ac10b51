// Those who use the street. Figures have no faces: nobody is meant.
import { rect, disc, path, line, stroke, at, dark, light, shadow } from './paint.mjs';

const SKIN = ['#8a5a3c', '#a06a45', '#74492f'], BRIGHT = ['#d6336c', '#f2b134', '#2f7f86', '#7a4f9a', '#3c8d5a', '#e2603b', '#3f6fb0', '#b23a48'];

export function person(r, x, y, k, kind = r.pick(['sari', 'lungi', 'shirt', 'pupil', 'kameez']), { umbrella = false, flip = r.chance(0.5), bare = false } = {}) {
  const skin = r.pick(SKIN), a = r.pick(BRIGHT), b = r.pick(BRIGHT.filter(c => c !== a));
  const legs = c => path('M-11 -52L-13 -2L-3 -2L0 -46L5 -2L15 -2L11 -52Z', c) + rect(-15, -4, 13, 5, bare ? skin : '#33272b', { rx: 2 }) + rect(4, -4, 13, 5, bare ? skin : '#33272b', { rx: 2 });
  let s = '';
  if (kind === 'sari' || kind === 'kameez') {
    s += path(kind === 'sari' ? 'M-14 -66C-20 -40 -20 -20 -19 0L19 0C19 -24 16 -46 13 -66Z' : 'M-13 -66L-19 -24L19 -24L13 -66Z', a);
    s += kind === 'kameez' ? path('M-13 -24L-12 0L-2 0L0 -22L4 0L13 0L14 -24Z', light(b, 0.4)) : rect(-19, -8, 38, 5, b);
    s += path('M-14 -100C-20 -84 -17 -66 -14 -60L14 -60C18 -72 18 -92 13 -100Z', kind === 'sari' ? dark(b, 0.1) : a) + path('M-10 -101C6 -92 16 -74 18 -44L10 -40C4 -70 -6 -86 -15 -92Z', light(b, 0.15));
    s += disc(0, -112, 9.5, 11, skin) + path('M-11 -106C-15 -128 12 -130 12 -110C8 -120 -2 -122 -7 -112L-8 -98Z', r.chance(0.5) ? light(b, 0.15) : '#241a20');
  } else {
    if (kind === 'lungi') s += path('M-13 -58C-17 -36 -16 -20 -15 -8L15 -8C16 -24 15 -42 12 -58Z', a) + [-40, -26].map(q => rect(-15, q, 30, 3, light(a, 0.45))).join('') + rect(-12, -9, 9, 9, skin) + rect(4, -9, 9, 9, skin);
    else s += legs(kind === 'pupil' ? '#2c3e63' : r.pick(['#3b4354', '#5a4a42', '#4d5a4c']));
    const top = kind === 'pupil' ? '#f4f1ea' : kind === 'lungi' ? light(b, 0.5) : b;
    s += path('M-13 -100C-19 -90 -17 -66 -15 -50L14 -50C17 -68 18 -90 12 -100Z', top) + path('M-13 -98L-22 -62L-15 -60L-9 -84Z', dark(top, 0.12)) + path('M12 -98L22 -64L15 -61L8 -84Z', dark(top, 0.12)) + disc(-19, -59, 4, 5, skin) + disc(19, -61, 4, 5, skin);
    if (kind === 'pupil') s += rect(-24, -96, 12, 34, a, { rx: 4 });
    s += disc(0, -111, 9.5, 11, skin) + (kind === 'lungi' && r.chance(0.5) ? path('M-10 -113C-9 -125 9 -125 10 -113Z', '#f6f1e6') : path('M-10 -110C-13 -128 12 -129 10.5 -110C7 -117 -5 -118 -10 -110Z', '#241a20'));
  }
  if (umbrella) s += line(18, -70, 20, -150, '#3b3038', 2.4) + path('M-36 -138C-26 -176 62 -178 76 -138C66 -146 52 -146 43 -138C34 -146 8 -146 -2 -138C-12 -146 -26 -146 -36 -138Z', a) + path('M20 -168C40 -166 66 -160 76 -138C66 -146 52 -146 43 -138C42 -152 34 -162 20 -168Z', dark(a, 0.22));
  return shadow(x + 6, y, 24 * k, 5 * k) + at(x, y, [flip ? -k : k, k], s);
}

const wheel = (x, q) => disc(x, -q, q, q, 'none', { stroke: '#2a252b', 'stroke-width': 5 }) + disc(x, -q, q - 5, q - 5, 'none', { stroke: '#b9b4ae', 'stroke-width': 1.6 })
  + Array.from({ length: 10 }, (_, i) => { const a = (i * Math.PI) / 10; return line(x - Math.cos(a) * (q - 4), -q - Math.sin(a) * (q - 4), x + Math.cos(a) * (q - 4), -q + Math.sin(a) * (q - 4), '#8c8680', 1); }).join('') + disc(x, -q, 5, 5, '#55505a');

export function rickshaw(r, x, y, k, { flip = false, driver = true, hood = true, turn = 0 } = {}) {
  const [a, b, c] = [r.pick(['#c2264f', '#0b6e4f', '#1f5f8b', '#7a3b69']), '#f2b134', r.pick(['#e2603b', '#2f7f86', '#d6336c'])];
  let s = wheel(96, 37) + wheel(-44, 40);
  s += stroke('M-44 -40L20 -44L52 -78L96 -37M52 -78L60 -112M20 -44L34 -92', '#3a3138', 5) + line(46, -116, 78, -112, '#3a3138', 5) + rect(24, -98, 24, 7, '#2a2126', { rx: 3 }) + disc(28, -38, 9, 9, 'none', { stroke: '#3a3138', 'stroke-width': 3 });
  s += path('M-84 -58L8 -58L2 -34L-70 -34Z', a) + path('M-78 -54L4 -54L2 -47L-76 -47Z', b) + [-64, -46, -28, -10].map((q, i) => disc(q, -41, 5, 5, i % 2 ? c : b)).join('');
  s += path('M-80 -60C-86 -84 -80 -104 -72 -110L-62 -106L-60 -76L6 -76L8 -58Z', dark(a, 0.25)) + rect(-62, -80, 68, 12, c, { rx: 5 });
  if (hood) {
    s += path('M-84 -84C-96 -150 -60 -178 -8 -170C8 -166 16 -154 18 -140L4 -146C-20 -152 -46 -140 -54 -84Z', a) + path('M-84 -84C-92 -140 -66 -168 -34 -172C-58 -156 -66 -130 -66 -84Z', b) + path('M-34 -172C-20 -174 4 -172 18 -140L4 -146C-8 -150 -20 -148 -30 -142C-32 -152 -30 -164 -34 -172Z', c);
    s += stroke('M-54 -84C-46 -140 -20 -152 4 -146', light(b, 0.3), 3) + [[-76, -120], [-60, -152], [-20, -160]].map(([px, py]) => disc(px, py, 5, 5, '#fdf3dc')).join('');
  }
  if (driver) s += path('M30 -98C22 -76 40 -64 46 -44L52 -22L60 -24L56 -52C52 -66 50 -80 50 -98Z', r.pick(['#3f6fb0', '#7a4f9a', '#3c8d5a'])) + path('M26 -150C20 -128 24 -108 28 -96L50 -96C52 -116 50 -138 46 -150Z', '#efe6d4') + stroke('M46 -142L60 -124L70 -114', '#8a5a3c', 8) + disc(38, -163, 10, 11.5, '#8a5a3c') + path('M27 -164C26 -180 50 -180 49 -164C44 -170 34 -170 27 -164Z', '#241a20');
  return shadow(x, y, 120 * k, 9 * k) + at(x, y, [flip ? -k : k, k], s, turn);
}

export function autoRickshaw(x, y, k, flip = false) {
  const g = '#2f8a57', tyre = q => disc(q, -17, 17, 17, '#2a252b') + disc(q, -17, 7, 7, '#a9a49c');
  const s = path('M-92 -20L-92 -96C-90 -124 -70 -130 -40 -130L26 -130C44 -128 56 -104 66 -70L88 -56C94 -44 92 -30 90 -20Z', g) + path('M-86 -76L-86 -98C-84 -116 -70 -122 -44 -122L22 -122C36 -120 46 -100 54 -76Z', '#3b4a4f')
    + path('M-40 -122L-34 -122L-34 -20L-40 -20ZM14 -122L20 -122L24 -20L18 -20Z', dark(g, 0.25)) + path('M26 -116C36 -108 42 -94 48 -78L28 -78Z', '#a9cfd0', { opacity: 0.7 }) + rect(-92, -60, 56, 6, '#f2c14e') + disc(86, -46, 6, 8, '#fff1c4') + rect(-34, -64, 50, 44, dark(g, 0.12)) + tyre(-60) + tyre(66);
  return shadow(x, y, 104 * k, 9 * k) + at(x, y, [flip ? -k : k, k], s);
}

export function dog(x, y, k, flip) {
  const c = '#b98552';
  return shadow(x, y, 34 * k, 5 * k) + at(x, y, [flip ? -k : k, k], path('M-34 -34C-20 -42 12 -42 24 -36L36 -50L40 -60L46 -50L58 -44L56 -36L42 -32C38 -20 36 -16 34 0L26 0L24 -18C10 -14 -8 -14 -18 -18L-24 0L-32 0C-30 -12 -36 -20 -34 -34Z', c) + stroke('M-33 -34Q-50 -44 -46 -60', c, 6) + path('M-18 -18C-8 -14 10 -14 24 -18L22 -24C8 -20 -8 -20 -20 -24Z', dark(c, 0.2)) + disc(57, -42, 3, 2.6, '#2a2126'));
}

export const crow = (x, y, k, flip) => at(x, y, [flip ? -k : k, k], path('M-26 -6L-12 -14C-6 -24 6 -28 12 -30C18 -36 26 -32 27 -27L36 -23L26 -21C24 -10 12 -4 2 -4L-10 -4Z', '#26232c') + path('M-24 -6L-8 -16C0 -20 8 -18 10 -12C2 -6 -8 -5 -12 -5Z', '#3b3844') + line(4, -5, 4, 2, '#26232c', 2) + line(10, -6, 11, 2, '#26232c', 2) + disc(22, -28, 1.4, 1.4, '#f6ead2'));
export const flies = (r, x, y, w, h, count = 14) => Array.from({ length: count }, () => disc(x + r.between(-w, w), y + r.between(-h, 0), 2, 1.6, '#241c22', { opacity: 0.75 })).join('');
