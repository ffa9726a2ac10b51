// What a photo goes through before it leaves the phone: made small, and asked where it was taken (making it small forgets that).
const LONGEST = 1600;
const SMALL = 300_000;

/** @returns {Promise<{blob: Blob, name: string, place: {latitude: number, longitude: number} | null}>} */
export async function prepare(file) {
  const place = await placeOf(file).catch(() => null);
  const blob = await shrink(file).catch(() => file);
  const name = blob === file ? file.name : file.name.replace(/\.\w+$/, '') + '.jpg';
  return { blob, name, place };
}

async function shrink(file) {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  if (scale === 1 && file.size < SMALL && file.type === 'image/jpeg') return file;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.85));
  return blob && blob.size < file.size ? blob : file;
}

/** The GPS position in a JPEG's EXIF (CIPA DC-008), or null. */
async function placeOf(file) {
  const view = new DataView(await file.slice(0, 131072).arrayBuffer());
  if (view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 10 < view.byteLength;) {
    const marker = view.getUint16(at);
    if (marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966) return fromTiff(new DataView(view.buffer, at + 10));
    if (marker < 0xff00 || marker === 0xffda) return null;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function fromTiff(tiff) {
  const little = tiff.getUint16(0) === 0x4949;
  const short = at => tiff.getUint16(at, little);
  const long = at => tiff.getUint32(at, little);
  const entries = start => Array.from({ length: short(start) }, (_, i) => start + 2 + 12 * i);
  const pointer = entries(long(4)).find(at => short(at) === 0x8825);
  if (pointer === undefined) return null;
  const tags = new Map(entries(long(pointer + 8)).map(at => [short(at), at]));
  if (![1, 2, 3, 4].every(tag => tags.has(tag))) return null;
  const degrees = (tag, negative) => {
    const at = long(tags.get(tag) + 8);
    const [d, m, s] = [0, 8, 16].map(offset => long(at + offset) / (long(at + offset + 4) || 1));
    const value = d + m / 60 + s / 3600;
    return String.fromCharCode(tiff.getUint8(tags.get(tag - 1) + 8)) === negative ? -value : value;
  };
  const place = { latitude: degrees(2, 'S'), longitude: degrees(4, 'W') };
  const real = Number.isFinite(place.latitude) && Number.isFinite(place.longitude) && (place.latitude || place.longitude);
  return real && Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180 ? place : null;
}

/** A tile of a chosen photo with a button to take it away. */
export function tile(blob, alt, removeWords, onRemove) {
  const item = document.createElement('li');
  item.className = 'preview';
  const picture = Object.assign(document.createElement('img'), { src: URL.createObjectURL(blob), alt, width: 160, height: 160 });
  const button = document.createElement('button');
  button.className = 'tool';
  button.type = 'button';
  button.textContent = '✕';
  button.setAttribute('aria-label', `${removeWords}: ${alt}`);
  button.onclick = () => { URL.revokeObjectURL(picture.src); onRemove(item); };
  item.append(picture, button);
  return item;
}
