// Renders the scenes to JPEG in a headless browser: node render.mjs [name part …]
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pictures } from './scenes.mjs';

const LIMIT = Number(process.env.LIMIT ?? 49) * 1024, OUT = process.env.OUT ?? join(import.meta.dirname, '../main/resources/demo/photos');

// Runs in the page: draws the SVG, adds grain in brightness only, and takes the best quality that fits the limit.
const page = (name, svg) => `<!doctype html><meta charset="utf-8"><pre id="out">waiting</pre><script>
const svg = ${JSON.stringify(svg).replaceAll('</', '<\\/')}, out = document.getElementById('out'), img = new Image();
img.onload = () => {
  const c = document.createElement('canvas'); c.width = 1200; c.height = 900;
  const g = c.getContext('2d'); g.drawImage(img, 0, 0);
  const d = g.getImageData(0, 0, 1200, 900), p = d.data;
  let a = ${[...name].reduce((h, ch) => (h * 31 + ch.charCodeAt(0)) >>> 0, 7)};
  const rnd = () => ((a = (Math.imul(a, 1664525) + 1013904223) >>> 0) / 4294967296);
  for (let i = 0; i < p.length; i += 4) { const n = (rnd() + rnd() + rnd() - 1.5) * 5; p[i] += n; p[i + 1] += n; p[i + 2] += n; }
  g.putImageData(d, 0, 0);
  let url = ''; for (let q = 0.86; q > 0.22; q -= 0.03) { url = c.toDataURL('image/jpeg', q); if ((url.length - 23) * 0.75 <= ${LIMIT}) { out.dataset.q = q.toFixed(2); break; } }
  out.textContent = 'JPEG' + url.slice(23) + 'END';
};
img.onerror = () => { out.textContent = 'BROKEN'; };
img.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
</script>`;

const work = mkdtempSync(join(tmpdir(), 'demo-art-'));
const shoot = file => new Promise((done, fail) => {
  const p = spawn(process.env.CHROMIUM ?? 'chromium', ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking', `--user-data-dir=${work}/profile`, '--virtual-time-budget=20000', '--dump-dom', `file://${file}`], { stdio: ['ignore', 'pipe', 'ignore'] });
  let dom = ''; p.stdout.on('data', b => { dom += b; }); p.on('error', fail); p.on('close', () => done(dom));
});

mkdirSync(OUT, { recursive: true });
const wanted = process.argv.slice(2);
let total = 0;
for (const [name, draw] of Object.entries(pictures).filter(([n]) => !wanted.length || wanted.some(w => n.includes(w)))) {
  const file = join(work, name + '.html');
  writeFileSync(file, page(name, draw()));
  const dom = await shoot(file), jpeg = Buffer.from(dom.match(/JPEG(.*)END/)?.[1] ?? '', 'base64');
  if (!jpeg.length) throw new Error(`${name}: nothing was rendered`);
  const packed = spawnSync('jpegtran', ['-optimize', '-progressive', '-copy', 'none'], { input: jpeg }).stdout; // the same picture in fewer bytes
  writeFileSync(join(OUT, name + '.jpg'), packed);
  total += packed.length;
  console.log(name.padEnd(24), `${(packed.length / 1024).toFixed(1)} kB`, 'quality', dom.match(/data-q="([\d.]+)"/)?.[1] ?? 'lowest');
}
rmSync(work, { recursive: true, force: true });
console.log('total', (total / 1024).toFixed(0), 'kB');
