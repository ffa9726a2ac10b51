// The street behind every scene: sky, houses with shops, footpath and road.
import { W, H, rect, disc, path, poly, line, stroke, group, blob, dark, light, mix, fade } from './paint.mjs';

export const GROUND = 540, KERB = 612; // where houses stand, where the road begins

export const SKIES = {
  morning: { top: '#8fcbd6', low: '#fdeccb', sun: '#fff3cf', tint: '#fff1d6', far: '#b9cfc9' },
  noon: { top: '#79bfe0', low: '#e3f2ea', sun: '#ffffff', tint: '#ffffff', far: '#a9cbd0' },
  dusk: { top: '#8f86b8', low: '#ffc58f', sun: '#ffdf9e', tint: '#ffd9b8', far: '#c39aa0' },
  rain: { top: '#8597a3', low: '#cfd6d2', sun: null, tint: '#dfe7ea', far: '#9fb0b4' },
  night: { top: '#22305c', low: '#5a6a96', sun: '#f4f1dc', tint: '#6c7bb8', far: '#4a5a86' },
};

export function skyDefs(sky) {
  return fade('sky', [[0, sky.top], [1, sky.low]]) + fade('grime', [[0, '#3a2a2a', 0], [1, '#3a2a2a', 0.28]])
    + fade('road', [[0, '#b8aca0'], [0.5, '#a3978d'], [1, '#8b8079']]) + fade('side', [[0, '#2b1d2e', 0], [1, '#2b1d2e', 0.2]], { x1: 0, y1: 0, x2: 1, y2: 0 })
    + fade('streak', [[0, '#3a2d28', 0.3], [1, '#3a2d28', 0]]) + fade('haze', [[0, sky.low, 0], [1, sky.low, 0.55]]);
}

export function skyline(r, sky) {
  let s = rect(0, 0, W, H, 'url(#sky)');
  const [sx, sy] = [r.between(200, 1000), r.between(120, 220)];
  if (sky.sun) s += disc(sx, sy, 58, 58, sky.sun, { opacity: 0.75 });
  for (let i = 0; i < 4; i++) {
    const x = r.between(0, W), y = r.between(50, 230), k = r.between(0.6, 1.3);
    s += group(disc(x, y, 90 * k, 22 * k, '#fff') + disc(x - 40 * k, y - 14 * k, 46 * k, 26 * k, '#fff') + disc(x + 30 * k, y - 20 * k, 54 * k, 32 * k, '#fff'), { opacity: 0.35 });
  }
  for (let x = -20; x < W; x += r.between(50, 110)) s += rect(x, GROUND - r.between(170, 330), r.between(60, 120), 340, sky.far, { opacity: 0.75 });
  for (let x = 0; x < W; x += 90) s += path(blob(r, x, 470, 80, r.between(50, 90), 9, 0.15), mix(sky.far, '#5f8f6a', 0.45));
  return s + rect(0, 250, W, 300, 'url(#haze)');
}

const WALLS = ['#e9b08c', '#f0d9a8', '#b9d3bf', '#e6c9b5', '#8fb9b5', '#d98e73', '#efe3c8', '#c9b3c4', '#dcc07c', '#b5543f', '#a7bfd0'];
const CLOTHS = ['#d6336c', '#f2b134', '#2f7f86', '#f6ead2', '#7a4f9a', '#3c8d5a', '#e2603b', '#3f6fb0'];

function windowAt(r, x, y, w, h, wall, lit) {
  const glass = lit && r.chance(0.5) ? '#ffd98a' : '#44606a';
  let s = rect(x - 5, y - 5, w + 10, h + 10, light(wall, 0.5)) + rect(x, y, w, h, glass);
  if (glass === '#44606a') s += poly([[x, y + h * 0.75], [x, y + h * 0.3], [x + w * 0.7, y], [x + w, y]], '#8fb0b4', { opacity: 0.5 });
  if (r.chance(0.3)) s += rect(x, y, w * 0.45, h, r.pick(CLOTHS), { opacity: 0.7 });
  for (let i = 1; i < 5; i++) s += line(x + (w * i) / 5, y, x + (w * i) / 5, y + h, '#2e3a40', 1.6);
  s += line(x, y + h / 2, x + w, y + h / 2, '#2e3a40', 1.6);
  s += rect(x - 9, y - 14, w + 18, 8, dark(wall, 0.1)) + rect(x - 9, y - 6, w + 18, 6, '#2b1d2e', { opacity: 0.16 });
  return s + (r.chance(0.6) ? rect(x + r.between(0, w - 14), y + h + 6, 14, r.between(22, 40), 'url(#streak)') : '');
}

function balcony(r, x, y, w, h, wall) {
  const rail = r.pick(['#5c4a48', '#2f6f72', '#7b3f3a']);
  let s = rect(x, y - 6, w, h + 6, dark(wall, 0.42)) + rect(x + w * 0.55, y, w * 0.35, h, light(wall, 0.1)) + rect(x + w * 0.58, y + 3, w * 0.29, h, '#6d4c3d');
  if (r.chance(0.7)) {
    s += line(x, y + 12, x + w, y + 10, '#3b3038', 1.4);
    for (let cx = x + 6; cx < x + w - 20; cx += r.between(20, 30)) s += rect(cx, y + 11, r.between(12, 20), r.between(20, 36), r.pick(CLOTHS), { rx: 1.5 });
  }
  for (let bx = x; bx <= x + w; bx += 8) s += line(bx, y + h * 0.5, bx, y + h, rail, 2.4);
  s += rect(x - 3, y + h * 0.5 - 3, w + 6, 5, rail) + rect(x - 7, y + h, w + 14, 9, light(wall, 0.25)) + rect(x - 7, y + h + 9, w + 14, 7, '#2b1d2e', { opacity: 0.18 });
  return s;
}

export function signboard(r, x, y, w, h) {
  const board = r.pick(['#0b6e4f', '#a62c3a', '#1f5f8b', '#f2c14e', '#f6ead2', '#7a3b69', '#d9603b']);
  const ink = board === '#f2c14e' || board === '#f6ead2' ? '#5a2333' : '#fdf3dc';
  let s = rect(x, y, w, h, dark(board, 0.35)) + rect(x + 3, y + 3, w - 6, h - 6, board);
  const kind = r.pick([0, 1, 2]), left = x + h;
  s += kind === 0 ? disc(x + h / 2 + 3, y + h / 2, h * 0.28, h * 0.28, ink) : kind === 1 ? poly([[x + 10, y + h - 9], [x + h / 2 + 3, y + 8], [x + h - 4, y + h - 9]], ink) : rect(x + 11, y + h * 0.28, h * 0.45, h * 0.45, ink, { rx: 5 });
  for (let tx = left + 8; tx < x + w - 26;) { // shapes where letters would hang from their line
    const tw = r.between(12, 30);
    s += rect(tx, y + h * 0.3, tw, 4, ink) + rect(tx + 3, y + h * 0.3, 4, h * r.between(0.26, 0.4), ink) + (tw > 18 ? disc(tx + tw - 8, y + h * 0.52, 4.5, 5, 'none', { stroke: ink, 'stroke-width': 3.2 }) : '');
    tx += tw + r.pick([2, 2, 9]);
  }
  return s;
}

function shop(r, x, w, wall, lit) {
  const top = GROUND - 112, open = r.chance(0.62);
  let s = rect(x, top, w, 112, dark(wall, 0.5));
  if (open) {
    s += rect(x + 4, top, w - 8, 108, lit ? '#f3c878' : '#4b3a3c');
    for (let sy = top + 16; sy < GROUND - 40; sy += 26) {
      for (let sx = x + 10; sx < x + w - 18; sx += r.between(10, 19)) s += rect(sx, sy + r.between(0, 7), r.between(7, 13), 16, r.pick(CLOTHS), { opacity: 0.8, rx: 2 });
      s += rect(x + 6, sy + 19, w - 12, 3, '#8a6a55');
    }
    s += rect(x + 4, GROUND - 38, w - 8, 38, dark(r.pick(CLOTHS), 0.4)) + rect(x, GROUND - 42, w, 7, '#b98a63');
  } else {
    const tin = r.pick(['#7f9aa6', '#9aa29d', '#5f8f8a', '#a5785f']);
    s += rect(x + 4, top, w - 8, 112, tin);
    for (let sy = top + 8; sy < GROUND; sy += 9) s += rect(x + 4, sy, w - 8, 3, dark(tin, 0.22));
    s += rect(x + w / 2 - 9, GROUND - 14, 18, 6, '#3b3038');
  }
  s += signboard(r, x - 2, top - 42, w + 4, 42);
  if (r.chance(0.7)) {
    const [a, b] = [r.pick(CLOTHS), '#f8ecd2'], strips = Math.round(w / 22);
    for (let i = 0; i < strips; i++) {
      const x0 = x - 4 + ((w + 8) * i) / strips, x1 = x - 4 + ((w + 8) * (i + 1)) / strips;
      s += path(`M${x0} ${top}L${x1} ${top}L${x1 + 4} ${top + 28}Q${(x0 + x1) / 2 + 4} ${top + 40} ${x0 + 4} ${top + 28}Z`, i % 2 ? a : b);
    }
    s += rect(x, top + 32, w, 12, '#2b1d2e', { opacity: 0.22 });
  }
  return s;
}

function roof(r, x, w, y, wall) {
  let s = rect(x - 6, y - 16, w + 12, 18, light(wall, 0.2)) + rect(x - 6, y + 2, w + 12, 6, '#2b1d2e', { opacity: 0.2 });
  const tx = x + r.between(20, Math.max(25, w - 80));
  if (r.chance(0.6)) s = rect(tx - 4, y - 36, 60, 22, '#8d7f78') + rect(tx, y - 80, 52, 48, '#33323c', { rx: 6 }) + rect(tx + 5, y - 78, 9, 44, '#5a5964', { rx: 4 }) + rect(tx + 16, y - 86, 20, 8, '#33323c', { rx: 3 }) + s;
  else for (let i = 0; i < 5; i++) s = line(x + 14 + i * 9, y - 16, x + 12 + i * 9 + r.between(-4, 4), y - r.between(42, 60), '#8c5a45', 2.5) + s;
  if (r.chance(0.5)) for (let px = x + w * 0.55; px < x + w - 16; px += 22) s = path(blob(r, px, y - 30, 15, 16, 8, 0.25), r.pick(['#4f8a4c', '#6fa04f', '#3d7a55'])) + s;
  return s;
}

export function house(r, x, w, floors, lit) {
  const wall = r.pick(WALLS), floor = 96, y = GROUND - 154 - floors * floor;
  let s = roof(r, x, w, y, wall) + rect(x, y, w, GROUND - y, wall);
  if (wall === '#b5543f') for (let by = y + 10; by < GROUND - 160; by += 12) s += line(x, by, x + w, by, dark(wall, 0.16), 1.2, { opacity: 0.8 });
  const cells = Math.max(2, Math.floor(w / 92)), cw = w / cells;
  for (let f = 0; f < floors; f++) {
    const fy = y + 24 + f * floor;
    if (f) s += rect(x, fy - 22, w, 5, light(wall, 0.3));
    for (let c = 0; c < cells; c++) {
      const cx = x + c * cw;
      s += r.chance(0.34) ? balcony(r, cx + 10, fy + 4, cw - 20, 60, wall) : windowAt(r, cx + cw / 2 - 22, fy + 4, 44, 52, wall, lit);
      if (r.chance(0.16)) s += rect(cx + cw / 2 + 26, fy + 34, 26, 22, '#e9e4d8', { rx: 2 }) + disc(cx + cw / 2 + 39, fy + 45, 8, 8, '#8c8a86');
    }
  }
  s += rect(x, GROUND - 154, w, 154, dark(wall, 0.12)) + rect(x, y, w, GROUND - y, 'url(#side)');
  const shops = Math.max(1, Math.round(w / 150)), sw = w / shops;
  for (let i = 0; i < shops; i++) s += shop(r, x + i * sw + 8, sw - 16, wall, lit);
  return s + rect(x, GROUND - 120, w, 120, 'url(#grime)', { opacity: 0.5 });
}

export function houses(r, lit = false, tall = 3) {
  let s = '', x = -r.between(20, 120);
  while (x < W) {
    const w = r.between(190, 330), gap = r.chance(0.4) ? r.between(30, 90) : 0;
    s += house(r, x, w, r.whole(1, tall), lit);
    x += w + gap;
  }
  return s;
}

export function ground(r, { kerb = true } = {}) {
  let s = rect(0, GROUND, W, KERB - GROUND, '#cbb9a3');
  for (let i = -14; i < 30; i++) s += line(600 + (i - 8) * 74, GROUND, 600 + (i - 8) * 96, KERB, '#a8947f', 1.6);
  for (const y of [556, 577]) s += line(0, y, W, y, '#a8947f', 1.6);
  for (let i = 0; i < 26; i++) s += rect(r.between(0, W), r.pick([541, 557, 578]), r.between(40, 70), 14, r.pick(['#b9a48e', '#d8c8b2', '#bf9f86']), { opacity: 0.6 });
  s += rect(0, GROUND, W, 12, '#2b1d2e', { opacity: 0.2 }) + rect(0, KERB, W, H - KERB, 'url(#road)');
  if (kerb) for (let i = 0; i < 16; i++) s += rect(i * 78, KERB - 4, 78, 20, i % 2 ? '#3d3a40' : '#eee5d3') + rect(i * 78, KERB + 10, 78, 8, '#2b1d2e', { opacity: 0.25 });
  s += rect(0, KERB + 18, W, 14, '#2b1d2e', { opacity: 0.16 });
  for (let i = 0; i < 70; i++) {
    const y = KERB + 30 + r.next() ** 0.7 * 260, k = (y - 560) / 260;
    s += disc(r.between(0, W), y, r.between(20, 90) * k, r.between(2, 9) * k, r.pick(['#6f6561', '#c4b9ab', '#cbbca8']), { opacity: 0.2 });
  }
  for (let i = 0; i < 60; i++) { const y = r.between(KERB + 30, H); s += disc(r.between(0, W), y, 2.4, 1.4, r.pick(['#b9b0a4', '#4a4547', '#c9a77c']), { opacity: 0.7 }); }
  return s;
}

/** A narrow lane running away from the viewer between two rows of houses. */
export function lane(r, sky, lit) {
  const at = (side, depth, up) => { const k = 1 / depth; return [600 + side * 430 * k, 400 + (330 - up) * k]; };
  const wall = (side, a, b, low, high, fill, o) => poly([at(side, a, low), at(side, b, low), at(side, b, high), at(side, a, high)], fill, o);
  let s = skyline(r, sky) + rect(430, 330, 340, 160, mix(sky.far, '#e9b08c', 0.5)) + path(blob(r, 600, 400, 90, 70, 12, 0.12), mix(sky.far, '#4f8a4c', 0.6));
  s += poly([[600 - 1100, 1000], [560, 440], [640, 440], [600 + 1100, 1000]], 'url(#road)');
  for (const side of [-1, 1]) {
    const cuts = [7, 4.6, 3.2, 2.3, 1.65, 1.2, 0.8, 0.5];
    for (let i = 0; i < cuts.length - 1; i++) {
      const [far, near] = [cuts[i], cuts[i + 1]], colour = r.pick(WALLS), tall = r.between(520, 900), span = t => far + (near - far) * t;
      s += wall(side, far, near, 0, tall, side < 0 ? colour : dark(colour, 0.16)) + wall(side, far, near, 0, 60, '#3a2a2a', { opacity: 0.18 }) + wall(side, far, near, tall - 18, tall + 10, light(colour, 0.3)) + wall(side, span(0.97), near, 0, tall, '#2b1d2e', { opacity: 0.12 });
      for (let up = 220; up < tall - 110; up += 170) for (const t of [0.18, 0.58]) {
        const glass = lit && r.chance(0.45) ? '#ffd98a' : '#44606a';
        s += wall(side, span(t - 0.03), span(t + 0.27), up - 8, up + 98, light(colour, 0.5)) + wall(side, span(t), span(t + 0.24), up, up + 90, glass) + [0.06, 0.12, 0.18].map(q => line(...at(side, span(t + q), up), ...at(side, span(t + q), up + 90), '#2e3a40', 2)).join('') + wall(side, span(t - 0.06), span(t + 0.3), up + 100, up + 114, dark(colour, 0.18));
      }
      s += wall(side, span(0.15), span(0.45), 0, 150, r.pick(['#2f6f72', '#7b3f3a', '#5f8f8a', '#6d4c3d'])) + wall(side, span(0.55), span(0.92), 40, 130, dark(colour, 0.3));
      if (r.chance(0.6)) s += wall(side, span(0.5), span(0.96), 150, 195, r.pick(['#a62c3a', '#0b6e4f', '#f2c14e', '#1f5f8b'])) + wall(side, span(0.58), span(0.88), 166, 178, '#fdf3dc');
    }
    s += poly([at(side, 7, 0), at(side, 0.5, 0), [at(side, 0.5, 0)[0] - side * 150, at(side, 0.5, 0)[1]], [at(side, 7, 0)[0] - side * 12, at(side, 7, 0)[1]]], '#cbb9a3');
  }
  for (const [a, b, up] of [[6, 5.2, 560], [3.6, 3.2, 620], [2.2, 2.5, 560], [1.5, 1.7, 540]]) s += stroke(`M${at(-1, a, up).join(' ')}Q600 ${at(0, a, up - 110)[1]} ${at(1, b, up).join(' ')}`, '#2e2831', 2.2);
  const [lx, ly] = at(-1, 2.4, 400), [rx, ry] = at(1, 2.4, 410);
  s += stroke(`M${lx} ${ly}Q600 ${ly + 34} ${rx} ${ry}`, '#5b4a44', 1.8);
  for (let t = 0.16; t < 0.86; t += 0.1) s += rect(lx + (rx - lx) * t, ly + Math.sin(Math.PI * t) * 17, r.between(16, 24), r.between(34, 56), r.pick(CLOTHS), { rx: 2 });
  for (let i = 0; i < 40; i++) { const y = r.between(560, H), k = (y - 430) / 400; s += disc(600 + r.between(-500, 500) * k, y, r.between(30, 90) * k, r.between(3, 9) * k, r.pick(['#6f6561', '#c4b9ab']), { opacity: 0.2 }); }
  return s;
}
