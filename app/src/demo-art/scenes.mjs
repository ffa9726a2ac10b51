// One function a complaint; `after` draws the same place when the work is done.
import { W, H, dice, rect, disc, path, poly, line, stroke, group, at, smooth, blob, mix, shadow, glow } from './paint.mjs';
import { SKIES, skyDefs, skyline, houses, ground, lane, GROUND } from './street.mjs';
import { coconut, banana, shadeTree, deadTree, pole, wires, tangle, lampPost } from './nature.mjs';
import { person, rickshaw, autoRickshaw, dog, crow } from './passers.mjs';
import * as T from './troubles.mjs';
import * as K from './works.mjs';

const DEFS = '<filter id="soft" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="6"/></filter><filter id="far" filterUnits="userSpaceOnUse" x="-200" y="-200" width="1600" height="1300"><feGaussianBlur stdDeviation="1.1"/></filter>'
  + glow('vignette', [[0.62, '#2b1d2e', 0], [1, '#2b1d2e', 0.3]], 0.78) + glow('sunlight', [[0, '#ffe9b8', 0.24], [1, '#ffe9b8', 0]], 0.7) + glow('lamp', [[0, '#fff3c4', 0.95], [0.3, '#ffe09a', 0.5], [1, '#ffd27a', 0]])
  + '<linearGradient id="cone" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#ffedb0" stop-opacity=".5"/><stop offset="1" stop-color="#ffe09a" stop-opacity=".08"/></linearGradient>';

/** The place: its seed decides houses, trees and poles, so before and after are the same street. */
function place(seed, when, { tall = 3, kerb = true, green = 2, poles = true } = {}) {
  const r = dice('place ' + seed), sky = SKIES[when], lit = when === 'night' || when === 'dusk';
  let s = skyline(r, sky);
  if (r.chance(0.6)) s += coconut(r, r.between(100, 1100), GROUND + 4, r.between(1.2, 1.5));
  s += houses(r, lit, tall) + ground(r, { kerb });
  for (let i = 0; i < green; i++) {
    const x = i % 2 ? r.between(900, 1150) : r.between(40, 300);
    s += r.pick([() => banana(r, x, GROUND + 22, r.between(0.9, 1.2)), () => shadeTree(r, x, GROUND + 34, r.between(0.85, 1.1), r.chance(0.5)), () => coconut(r, x, GROUND + 28, r.between(1.1, 1.35))])();
  }
  if (poles) {
    const [a, b] = [r.between(180, 420), r.between(840, 1060)], top = r.between(120, 170);
    s += wires(r, -60, top + 40, a, top + 20) + wires(r, a, top + 20, b, top + 20, { sag: 30 }) + wires(r, b, top + 20, W + 60, top + 50) + pole(a, top, { transformer: r.chance(0.6) }) + pole(b, top, { transformer: false }) + tangle(r, a, top + 70);
  }
  return group(s, { filter: 'url(#far)' }); // out of focus: the trouble is what the picture is about
}

/** The citizen's camera: never quite level, and closer to the trouble than a painter would stand. */
function frame(when, body, { zoom = 1, dx = 0, dy = 0, turn = 0, mirror = false, over = '' } = {}) {
  const sky = SKIES[when], dim = when === 'night' ? 0.8 : when === 'noon' ? 0 : 0.45;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${H}" width="${W}" height="${H}"><defs>${DEFS}${skyDefs(sky)}</defs>`
    + `<g transform="translate(${W / 2 + dx} ${H / 2 + dy}) rotate(${turn}) scale(${mirror ? -zoom : zoom} ${zoom}) translate(${-W / 2} ${-H / 2})">${body}`
    + `${rect(-200, -200, W + 400, H + 400, sky.tint, { style: 'mix-blend-mode:multiply', opacity: dim })}${over}</g>${when === 'night' || when === 'rain' ? '' : rect(0, 0, W, H, 'url(#sunlight)', { style: 'mix-blend-mode:screen' })}${rect(0, 0, W, H, 'url(#vignette)')}</svg>`;
}

/** The same for the narrow lanes of the old quarters. */
function alley(seed, when) {
  const r = dice('alley ' + seed);
  return group(lane(r, SKIES[when], when === 'night' || when === 'dusk'), { filter: 'url(#far)' });
}

const walkers = (r, count, lo = 60, hi = 1140) => Array.from({ length: count }, () => person(r, r.between(lo, hi), r.between(588, 604), r.between(0.95, 1.08))).join('');
const lens = (r, seed, { near = [1.14, 1.12, 1.08, 1.18][seed % 4], ...more } = {}) => ({ zoom: near, dx: r.between(-18, 18), dy: -(near - 1) * 330, turn: r.between(-1.1, 1.1), mirror: seed % 2 === 0, ...more });
const DAY = ['morning', 'noon', 'dusk'];

const scenes = {
  drain(seed, after) {
    const r = dice('drain ' + seed + after), when = after ? 'morning' : ['rain', 'noon', 'dusk'][seed % 3], x = [560, 680, 500][seed % 3];
    let s = seed === 2 ? alley('drain', when) + person(r, 640, 520, 0.62) : place('drain' + seed, when, { kerb: false, tall: 2 + (seed % 2) }) + walkers(r, 2);
    s += after ? rickshaw(r, x + 430, 690, 0.95, { flip: true }) : person(r, x + 420, 690, 1.25, 'pupil', { bare: true });
    s += K.drain(r, { overflow: !after, x, slabs: after && seed === 2, sky: SKIES[when].low });
    s += after ? T.flowerpots(r, x + 330, 720, 2) : T.litter(r, x - 300, 700, 120, 24, 6) + crow(x + 160, 705, 1.2);
    return frame(when, s, lens(r, seed));
  },
  garbage(seed, after) {
    const r = dice('garbage ' + seed + after), when = after ? 'morning' : ['noon', 'morning', 'dusk', 'noon'][seed % 4], x = [600, 480, 700, 560][seed % 4];
    let s = seed === 4 ? alley('garbage', when) : place('garbage' + seed, when) + walkers(r, after ? 3 : 1);
    if (after) s += rect(x - 330, 600, 660, 60, '#efe3cc', { opacity: 0.35 }) + Array.from({ length: 9 }, (_, i) => stroke(`M${x - 300 + i * 70} 790q40 -50 90 -56`, '#c8bfb2', 5, { opacity: 0.35 })).join('') + T.bin(r, x - 70, 700, 1.05) + T.bin(r, x + 90, 700, 1.05, { colour: '#c98a2b' }) + T.flowerpots(r, x + 230, 690, 3) + T.flowerpots(r, x - 300, 690, 2) + rickshaw(r, x - 240, 830, 1.25) + person(r, x + 330, 800, 1.45, 'kameez');
    else s += (seed === 4 ? person(r, 640, 540, 0.7) : rickshaw(r, x < 560 ? 990 : 170, 690, 0.95, { flip: x < 560 })) + T.heap(r, x, 790, [330, 290, 300, 250][seed % 4], [200, 160, 150, 140][seed % 4]);
    return frame(when, s, lens(r, seed));
  },
  bins(seed, after) {
    const r = dice('bins ' + seed + after), when = after ? 'noon' : DAY[seed % 3], second = { colour: seed === 2 ? '#2f6f9a' : '#c98a2b' };
    let s = place('bins' + seed, when) + walkers(r, 3);
    if (after) return frame(when, s + T.bin(r, 480, 800, 1.6) + T.bin(r, 720, 800, 1.6, second) + T.flowerpots(r, 880, 780, 2) + autoRickshaw(190, 740, 1.25), lens(r, seed));
    s += autoRickshaw(1010, 690, 1, true) + T.sacks(r, 290, 800, 3, 1.3) + T.bin(r, 520, 800, 1.6, { full: true });
    s += seed === 2 ? T.bin(r, 660, 830, 1.45, { tipped: true, ...second }) + T.litter(r, 920, 830, 120, 40, 22, 1.3) : T.bin(r, 760, 800, 1.6, { full: true, ...second }) + T.sacks(r, 870, 810, 3, 1.2);
    return frame(when, s + T.litter(r, 600, 850, 420, 26, 26, 1.2) + crow(520, 566, 1.3) + crow(330, 716, 1.1, true) + dog(1010, 850, 1.5, true), lens(r, seed));
  },
  pothole(seed, after) {
    const r = dice('pothole ' + seed + after), when = after ? 'noon' : ['rain', 'noon', 'morning'][seed % 3];
    let s = place('pothole' + seed, when) + walkers(r, 2), sky = SKIES[when].low;
    if (after) return frame(when, s + T.asphalt(r, [[330, 706], [930, 700], [1060, 850], [215, 858]]) + rickshaw(r, 560, 800, 1.45) + autoRickshaw(1000, 700, 1.05, true), lens(r, seed));
    if (seed === 1) s += T.pothole(r, 640, 790, 300, 66, { sky }) + rickshaw(r, 300, 795, 1.4, { turn: 9 }) + T.flagStick(880, 770, 1.1) + T.brick(820, 870) + T.brick(930, 850);
    else if (seed === 2) s += T.pothole(r, 330, 720, 150, 34, { sky, water: false }) + T.pothole(r, 820, 700, 170, 32, { sky }) + T.pothole(r, 560, 815, 280, 58, { sky }) + autoRickshaw(1010, 690, 1.05, true);
    else s += path('M1240 640L1110 668L1140 706L1000 742L1036 790L880 836L860 910L1240 910Z', '#6a523c') + path('M1240 654L1140 676L1166 716L1040 752L1070 800L930 846L916 910L1240 910Z', '#9a7a58') + path('M1240 712Q1120 760 1110 800T980 910L1240 910Z', '#8fb9a8') + Array.from({ length: 10 }, () => disc(r.between(1120, 1220), r.between(790, 890), r.between(20, 44), 3, '#d5ebe0', { opacity: 0.7 })).join('') + Array.from({ length: 26 }, () => path(blob(r, r.between(880, 1060), r.between(740, 890), r.between(8, 22), r.between(6, 14), 7, 0.25), r.pick(['#b5543f', '#8f8780', '#a98a6b', '#6a6462']))).join('') + T.pothole(r, 500, 800, 210, 46, { sky }) + T.flagStick(690, 780, 1.2) + rickshaw(r, 250, 710, 1.1);
    return frame(when, s, lens(r, seed));
  },
  roadcut(seed, after) {
    const r = dice('roadcut ' + seed + after), when = after ? 'noon' : 'morning';
    const s = place('roadcut' + seed, when) + walkers(r, 3);
    return frame(when, after
      ? s + T.asphalt(r, [[-80, 690], [400, 672], [900, 674], [1290, 690], [1290, 880], [800, 892], [300, 890], [-80, 880]]) + [60, 330, 600, 870, 1140].map(q => rect(q - 70, 776, 140, 10, '#f3ead6', { opacity: 0.85 })).join('') + rickshaw(r, 400, 745, 1.1) + autoRickshaw(900, 860, 1.45, true)
      : s + K.trench(r) + K.barrier(150, 860, 190) + T.cone(960, 840, 1.2) + T.cone(1060, 810, 1.05) + person(r, 230, 700, 1.3, 'sari', { flip: true }), lens(r, seed));
  },
  waterlog(seed) {
    const r = dice('waterlog ' + seed), when = 'rain', y = seed === 1 ? 560 : 585;
    const back = seed === 2 ? alley('waterlog', when) : place('waterlog' + seed, when, { kerb: false, green: 1 });
    let s = back + `<clipPath id="wet">${rect(-200, y, W + 400, 600, '#000')}</clipPath>` + group(group(back, { transform: `translate(0 ${2 * y}) scale(1 -1)`, filter: 'url(#soft)' }), { 'clip-path': 'url(#wet)', opacity: 0.9 });
    s += K.flood(r, y, seed === 1 ? '#8a8168' : '#76786a', '#dfe3d8');
    const put = (draw, x, yy, deep, k) => { const id = `cut${Math.round(x)}`; return `<clipPath id="${id}">${rect(x - 400, -200, 800, yy - deep + 200, '#000')}</clipPath>` + group(draw, { 'clip-path': `url(#${id})` }) + K.ripples(x, yy - deep + 2, k); };
    s += seed === 1
      ? put(rickshaw(r, 470, 800, 1.6, { driver: true }), 470, 800, 52, 2.6) + put(person(r, 850, 760, 1.5, 'lungi', { umbrella: true, bare: true }), 850, 760, 44, 1.1) + put(person(r, 990, 700, 1.2, 'pupil', { umbrella: true }), 990, 700, 36, 0.9)
      : put(autoRickshaw(360, 730, 1.3), 360, 730, 34, 2.4) + put(person(r, 700, 830, 1.9, 'shirt', { umbrella: true }), 700, 830, 56, 1.4) + put(person(r, 850, 800, 1.4, 'pupil'), 850, 800, 50, 1.1) + put(rickshaw(r, 1010, 700, 1.05, { flip: true }), 1010, 700, 30, 1.8);
    s += T.litter(r, 600, 830, 560, 50, 14, 0.9);
    return frame(when, s, lens(r, seed, { over: K.rainfall(r) }));
  },
  streetlight(seed, after) {
    const r = dice('streetlight ' + seed + after), x = seed === 1 ? 420 : 360, base = 640, tall = 430, lx = x + 96, ly = base - tall - 16;
    let s = place('streetlight' + seed, 'night', { poles: true, green: 2 }) + person(r, 700, 606, 1.05, 'kameez') + rickshaw(r, 930, 760, 1.2, { flip: true });
    const posts = seed === 1 ? [[x, base, tall]] : [[x, base, tall], [820, 622, 380]];
    s += posts.map(([px, pb, pt], i) => lampPost(px, pb, pt, { on: after, broken: !after && i === 0 })).join('') + (after ? person(r, 560, 780, 1.5, 'sari') + person(r, 620, 780, 1.15, 'pupil') : person(r, 610, 780, 1.45, 'shirt') + dog(220, 800, 1.4));
    const over = after
      ? group(poly([[lx - 26, ly + 10], [lx + 34, ly + 10], [lx + 330, 840], [lx - 330, 840]], 'url(#cone)', { filter: 'url(#soft)' }) + disc(lx, 790, 400, 100, 'url(#lamp)', { opacity: 0.75 }) + disc(lx + 4, ly + 8, 190, 190, 'url(#lamp)') + disc(lx + 4, ly + 12, 34, 9, '#fffbe6'), { style: 'mix-blend-mode:screen' })
      : rect(-200, -200, W + 400, H + 400, '#131a3a', { opacity: 0.3 }) + [[150, 430], [930, 330], [1040, 420]].map(([a, b]) => disc(a, b, 70, 60, 'url(#lamp)', { opacity: 0.28, style: 'mix-blend-mode:screen' })).join('');
    return frame('night', s, lens(r, seed, { over, dy: -10 }));
  },
  pipe(seed, after) {
    const r = dice('pipe ' + seed + after), when = after ? 'noon' : DAY[seed % 2], s = place('pipe' + seed, when) + walkers(r, 3);
    if (after) return frame(when, s + K.pipe(r, { burst: false }) + T.cone(140, 850, 1.2) + T.cone(1070, 850, 1.2) + person(r, 930, 720, 1.4, 'shirt'), lens(r, seed));
    if (seed === 2) { // a slow leak at the meter
      const x = 640, y = 700;
      return frame(when, s + T.puddle(r, 600, 800, 480, 74, '#7d6a52', '#d9d2b8') + T.puddle(r, 640, 792, 300, 44, '#86a0a0', '#eef8f6') + rect(x - 130, y - 190, 260, 190, '#b8684c') + Array.from({ length: 8 }, (_, i) => rect(x - 130, y - 190 + i * 24, 260, 3, '#e0b8a0')).join('') + rect(x - 130, y - 204, 260, 18, '#d9ccb9')
        + stroke(`M${x - 220} ${y + 20}L${x - 220} ${y - 90}L${x + 230} ${y - 90}L${x + 230} ${y + 30}`, '#5d7f92', 24) + stroke(`M${x - 212} ${y - 96}L${x + 224} ${y - 96}`, '#a9c8d4', 6) + disc(x, y - 90, 52, 52, '#2f5f7a') + disc(x, y - 90, 38, 38, '#f6f1e4') + line(x, y - 90, x + 20, y - 108, '#b5282f', 4) + rect(x + 96, y - 112, 34, 44, '#3d5f70', { rx: 4 })
        + Array.from({ length: 7 }, (_, i) => stroke(`M${x + 112} ${y - 66}q${(i - 3) * 12} 20 ${(i - 3) * 22} ${100 + (i % 3) * 14}`, '#bfe4ec', 5, { opacity: 0.85 })).join('') + Array.from({ length: 40 }, () => disc(x + 112 + r.between(-90, 90), y + r.between(-60, 60), 3, 4.4, '#eefafa', { opacity: 0.8 })).join('') + K.ripples(x + 112, y + 56, 1.4) + T.brick(360, 850, 1.2) + T.brick(430, 842, 1.2, 4) + person(r, 200, 780, 1.6, 'sari', { flip: true }), lens(r, seed));
    }
    return frame(when, s + rickshaw(r, 130, 700, 1, {}) + K.pipe(r, { burst: true }) + person(r, 1040, 740, 1.5, 'lungi', { flip: true }) + T.cone(150, 860, 1.1), lens(r, seed));
  },
  tap(seed, after) {
    const r = dice('tap ' + seed + after), when = after ? 'morning' : 'noon', s = place('tap' + seed, when) + walkers(r, 2), who = q => dice('tap people' + q);
    const row = [[210, 820, '#b9c3c9'], [320, 840, '#e2903b'], [430, 850, '#2f86a8'], [860, 850, '#c0392f'], [970, 840, '#b9c3c9']].map(([x, y, c]) => K.pitcher(x, y, 1.25, c)).join('');
    const people = person(who(1), 330, 770, 1.6, 'sari', { flip: false }) + person(who(2), 210, 760, 1.5, 'kameez', { flip: false }) + person(who(3), 960, 770, 1.3, 'pupil', { flip: true });
    return frame(when, s + K.standpipe(r, 620, 780, { running: after }) + people + (after ? person(who(4), 800, 800, 1.65, 'sari', { flip: true }) : '') + row, lens(r, seed));
  },
  manhole(seed, after) {
    const r = dice('manhole ' + seed + after), when = after ? 'morning' : DAY[(seed + 1) % 3], s = seed === 1 ? alley('manhole', when) + person(r, 560, 520, 0.6) + person(r, 690, 560, 0.8) : place('manhole' + seed, when) + walkers(r, 2);
    if (after) return frame(when, s + T.manhole(r, 590, 790, 1.9, { covered: true }) + rickshaw(r, 1000, 720, 1.1, { flip: true }) + person(r, 240, 760, 1.45, 'pupil') + person(r, 180, 760, 1.5, 'sari'), lens(r, seed));
    return frame(when, s + (seed === 1 ? rickshaw(r, 1020, 700, 1, { flip: true }) : person(r, 930, 730, 1.05, 'pupil') + person(r, 990, 736, 1, 'pupil') + person(r, 1060, 730, 1.4, 'sari')) + T.manhole(r, 590, 790, 1.9, { covered: false }) + (seed === 1 ? T.flagStick(600, 830, 1.75) : T.brick(330, 850, 1.3) + T.brick(400, 868, 1.3, 5) + T.brick(820, 862, 1.3, -6)), lens(r, seed));
  },
  footpath(seed) {
    const r = dice('footpath ' + seed), when = 'noon', s = place('footpath' + seed, when), sand = (x, y, w, h) => shadow(x, y, w * 1.1, 18, 0.35) + path(smooth([[x - w, y], [x - w * 0.45, y - h * 0.68], [x, y - h], [x + w * 0.5, y - h * 0.6], [x + w, y], [x, y + 24]]), '#dcb987') + path(smooth([[x + 4, y - h * 0.98], [x + w * 0.5, y - h * 0.6], [x + w, y], [x + w * 0.3, y + 16], [x + w * 0.16, y - h * 0.4]]), '#bd9766');
    let bricks = '';
    for (let row = 0; row < 7; row++) for (let i = 0; i < 8 - (row > 4 ? row - 4 : 0); i++) bricks += rect(420 + i * 50 + (row % 2) * 12, 690 - row * 25, 46, 22, r.pick(['#b5543f', '#a34a38', '#c4664c'])) + rect(420 + i * 50 + (row % 2) * 12, 690 - row * 25, 46, 5, '#d98a6c', { opacity: 0.6 });
    return frame(when, s + shadow(620, 716, 240, 14, 0.35) + bricks + sand(250, 712, 210, 140) + sand(960, 716, 170, 100) + Array.from({ length: 4 }, (_, i) => stroke(`M840 ${640 - i * 12}L1180 ${560 - i * 10}`, '#7d6a60', 6)).join('') + autoRickshaw(1010, 880, 1.35, true) + person(r, 420, 840, 1.6, 'sari') + person(r, 500, 840, 1.2, 'pupil') + person(r, 640, 850, 1.3, 'pupil') + T.brick(760, 740, 1) + T.brick(330, 760, 1, 8), lens(r, seed));
  },
  branch(seed, after) {
    const r = dice('branch ' + seed + after), when = after ? 'noon' : seed === 1 ? 'dusk' : 'rain', b = dice('branch place' + seed), tx = seed === 1 ? 420 : 700;
    let s = place('branch' + seed, when, { poles: false, green: 1, tall: 2 }) + deadTree(b, tx, 640, 1.25, { cut: after });
    const low = after ? 40 : 105;
    s += wires(b, -60, 190, 190, 170, { count: 5, sag: 20 }) + wires(b, 190, 170, 1000, 170, { count: 5, sag: low }) + wires(b, 1000, 170, 1260, 190, { count: 5, sag: 20 }) + pole(190, 150, { transformer: true, base: 622 }) + pole(1000, 150, { base: 622 });
    if (after) return frame(when, s + walkers(r, 3) + rickshaw(r, 640, 800, 1.3) + person(r, 960, 780, 1.5, 'shirt'), lens(r, seed));
    const bx = tx + (seed === 1 ? 170 : -150), k = seed === 1 ? 1 : -1;
    s += at(bx, 300, [k * 1.5, 1.5], stroke('M-120 -70Q-20 -20 40 10Q90 40 130 100', '#6a5546', 19) + stroke('M-116 -74Q-20 -26 40 4', '#927a66', 6) + stroke('M10 -4Q60 -50 120 -60M60 24Q120 20 160 -14M96 56Q60 110 70 160M120 84Q160 110 170 150M-50 -36Q-60 20 -40 70', '#6a5546', 8) + stroke('M90 -56Q110 -80 112 -104M140 6Q176 10 190 30M68 120Q40 140 36 170M-52 20Q-74 40 -76 66', '#7b6657', 5)
      + Array.from({ length: 12 }, () => path(blob(r, r.between(30, 180), r.between(-70, 160), 13, 7, 6, 0.3), r.pick(['#a8843f', '#8a7a3f', '#6f7f45']), { opacity: 0.9 })).join(''));
    if (seed === 1) s += at(bx + 20, 330, 1.6, disc(0, 0, 34, 34, 'url(#lamp)') + path('M0 -26L6 -7L25 -10L9 3L18 22L0 10L-17 22L-9 3L-25 -10L-6 -7Z', '#fff1a8')) + Array.from({ length: 22 }, () => disc(bx + 20 + r.between(-60, 70), 350 + r.between(-30, 150), 2.4, 4, '#ffd76a')).join('');
    return frame(when, s + T.cone(tx + 150, 800, 1.3) + T.cone(tx - 190, 820, 1.4) + person(r, seed === 1 ? 1040 : 200, 770, 1.5, 'shirt', { umbrella: seed === 2 }) + person(r, seed === 1 ? 960 : 300, 740, 1.3, 'sari'), lens(r, seed, { near: 1.04, dy: 6, over: seed === 2 ? K.rainfall(r, 120) : '' }));
  },
  wires(seed) {
    const r = dice('wires ' + seed), when = 'dusk';
    let s = place('wires' + seed, when, { poles: false, green: 1, tall: 3 }) + walkers(r, 2, 700, 1150) + wires(r, -60, 150, 420, 150, { count: 9, sag: 30 }) + wires(r, 420, 150, 1260, 120, { count: 9, sag: 44 }) + pole(420, 110, { transformer: true, base: 640 });
    const cable = (x, y, i) => stroke(`M${432} ${150 + i * 10}C${470 + i * 20} ${330 + i * 20} ${x - 50} ${y - 240} ${x} ${y}q${i % 2 ? 10 : -8} 26 ${i % 2 ? 30 : -26} 18`, '#1f1b22', 3.4);
    s += [[520, 560], [600, 640], [668, 600], [740, 700], [820, 656]].map(([x, y], i) => cable(x, y, i)).join('');
    for (const x of [384, 456]) for (let i = 0; i < 7; i++) s += disc(x + r.between(-6, 6), 216 + r.between(-8, 8), r.between(20, 30), r.between(22, 34), 'none', { stroke: '#26222b', 'stroke-width': 2.2 });
    s += at(742, 706, 0.7, disc(0, 0, 30, 30, 'url(#lamp)'));
    s += K.barrier(300, 850, 240) + T.cone(860, 830, 1.4) + person(r, 1000, 800, 1.6, 'shirt') + rickshaw(r, 180, 730, 1, { driver: false });
    return frame(when, s, lens(r, seed));
  },
  canal(seed) {
    const r = dice('canal ' + seed), when = 'morning', sky = SKIES[when];
    let s = skyline(r, sky) + houses(r, false, 2) + rect(0, GROUND - 10, W, 400, '#7f9a56') + path('M0 560Q300 540 600 566T1200 556L1200 600L0 600Z', '#95ad62') + path('M0 604Q320 586 640 610T1200 598L1200 900L0 900Z', '#5d7f74') + path('M0 604Q320 586 640 610T1200 598L1200 622Q900 616 640 632T0 628Z', '#6d5a41');
    s += banana(r, 110, 600, 1.3) + coconut(r, 1060, 600, 1.4) + banana(r, 930, 596, 1);
    s += [0, 1, 2, 3, 4].map(i => line(180 + i * 210, 560 - (i % 2) * 6, 170 + i * 210, 800, '#a8854f', 12) + line(230 + i * 210, 570, 200 + i * 210, 800, '#8a6b3d', 9)).join('') + stroke('M-20 690Q300 672 620 684T1220 676', '#b8935a', 22) + stroke('M-20 684Q300 666 620 678T1220 670', '#d8b67c', 6) + stroke('M-20 596Q300 576 620 590T1220 580', '#a8854f', 9) + person(r, 560, 680, 1.35, 'sari', {});
    const plants = Array.from({ length: 230 }, () => [r.between(-30, 1230), 700 + r.next() * 220]).filter(([x, y]) => Math.abs(x - 420 - (y - 700) * 0.8) > 70 || r.chance(0.2)).sort((a, b) => a[1] - b[1]);
    s += plants.map(([x, y]) => K.hyacinth(r, x, y, 0.8 + (y - 680) / 180)).join('') + T.litter(r, 560, 820, 180, 60, 14, 1.2) + T.litter(r, 900, 640, 220, 10, 10, 0.9);
    return frame(when, s, lens(r, seed));
  },
  canalside(seed) {
    const r = dice('canalside ' + seed), when = 'rain', sky = SKIES[when];
    let s = skyline(r, sky) + houses(r, false, 2) + rect(0, GROUND - 10, W, 400, '#8a9a5c') + shadeTree(r, 1040, 590, 1.2, false) + banana(r, 80, 590, 1.2);
    s += path('M0 640Q300 616 560 650T1200 616L1200 780Q900 830 640 816T0 850Z', '#54685f') + Array.from({ length: 30 }, () => disc(r.between(0, W), r.between(670, 790), r.between(30, 90), r.between(1.5, 4), r.pick(['#90a297', '#3f5049', '#b7c2b6']), { opacity: 0.4 })).join('') + path('M0 820Q300 800 620 806T1200 770L1200 900L0 900Z', '#8d744f') + path('M0 836Q300 816 620 822T1200 786L1200 900L0 900Z', '#a38a5f');
    s += T.heap(r, 330, 660, 230, 74, { animals: false }) + T.litter(r, 640, 720, 420, 46, 26, 1) + T.heap(r, 760, 870, 380, 120, { animals: true }) + person(r, 180, 850, 1.6, 'lungi', { flip: false });
    return frame(when, s, lens(r, seed));
  },
};

const pairs = ['drain-1', 'drain-2', 'garbage-1', 'garbage-2', 'bins-1', 'pothole-1', 'roadcut-1', 'streetlight-1', 'pipe-1', 'tap-1', 'manhole-1', 'branch-1'];
const open = ['drain-3', 'garbage-3', 'garbage-4', 'bins-2', 'pothole-2', 'pothole-3', 'waterlog-1', 'waterlog-2', 'streetlight-2', 'pipe-2', 'manhole-2', 'footpath-1', 'branch-2', 'wires-1', 'canal-1'];
const draw = (name, after) => { const [kind, n] = name.split('-'); return name === 'garbage-3' ? scenes.canalside(3) : scenes[kind](Number(n), after); };

export const pictures = Object.fromEntries([
  ...[...pairs, ...open].map(p => [`${p}-before`, () => draw(p, false)]),
  ...pairs.map(p => [`${p}-after`, () => draw(p, true)]),
]);
