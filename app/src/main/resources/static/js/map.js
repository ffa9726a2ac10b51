// A map that comes only when asked for: our ward shapes, a pin to place, or points with clustering. Works without a tile server.
import { digits, toast } from './page.js';

const loading = new Map();
/** Each file once, however many maps a page has: a second Leaflet would forget what was added to the first. */
const load = (name, properties) => {
  const address = properties.src ?? properties.href;
  if (!loading.has(address)) {
    loading.set(address, new Promise((onload, onerror) => document.head.append(Object.assign(document.createElement(name), properties, { onload, onerror }))));
  }
  return loading.get(address);
};
const script = src => load('script', { src });
const style = href => load('link', { rel: 'stylesheet', href });
const json = async address => {
  const response = await fetch(address, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
};

export default function map(box) {
  const button = box.querySelector('[data-show]');
  button.addEventListener('click', async () => {
    button.setAttribute('aria-busy', 'true');
    try {
      await show(box);
      button.hidden = true;
    } catch (failure) {
      console.error(failure);
      box.querySelector('.map-canvas').hidden = true;
      toast(box.dataset.failed);
    }
    button.removeAttribute('aria-busy');
  });
  if (box.hasAttribute('data-open')) button.click();
}

async function show(box) {
  const asked = box.dataset;
  await Promise.all([style(asked.leafletStyle), style(asked.style), script(asked.leaflet)]);
  if (asked.cluster) await script(asked.cluster);
  const canvas = box.querySelector('.map-canvas');
  canvas.hidden = false;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const view = L.map(canvas, { zoomControl: false, minZoom: 10, maxZoom: 19, zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still });
  view.attributionControl.setPrefix(false);
  L.control.zoom({ zoomInTitle: asked.in, zoomOutTitle: asked.out }).addTo(view);
  if (asked.tiles) L.tileLayer(asked.tiles, { attribution: asked.attribution, maxZoom: 19 }).addTo(view);
  const wards = await drawWards(view, asked);
  if (asked.points) box.querySelector('[data-message]').textContent = await drawPoints(view, asked.points);
  if (asked.pick) pick(view, box, wards);
  else if (asked.latitude) {
    const place = [Number(asked.latitude), Number(asked.longitude)];
    L.marker(place, { icon: pinIcon(), keyboard: false, title: asked.place }).addTo(view);
    view.setView(place, 16);
  }
  canvas.dataset.ready = '';
}

async function drawWards(view, asked) {
  const layer = L.geoJSON(await json(asked.wards), { style: { className: 'ward' }, interactive: false }).addTo(view);
  fit(view, layer);
  layer.eachLayer(ward => {
    const properties = ward.feature.properties;
    const icon = L.divIcon({ className: 'ward-name', iconSize: [64, 24], html: '' });
    const label = L.marker(ward.getBounds().getCenter(), { icon, interactive: false, keyboard: false, zIndexOffset: -10000 }).addTo(view);
    label.getElement().textContent = `${asked.ward} ${digits(properties.ward_number ?? '')}`;
  });
  return layer;
}

/** The whole city; before its wards are imported, the middle of the country's capital. */
function fit(view, wards) {
  const bounds = wards.getBounds();
  if (bounds.isValid()) view.fitBounds(bounds, { padding: [8, 8], animate: false });
  else view.setView([23.78, 90.4], 12);
}

async function drawPoints(view, address) {
  const group = L.markerClusterGroup({
    showCoverageOnHover: false,
    maxClusterRadius: 48,
    iconCreateFunction: cluster => L.divIcon({ className: 'map-cluster', iconSize: [44, 44], html: digits(cluster.getChildCount()) }),
  });
  const list = await json(address);
  for (const point of list.results ?? list) {
    const marker = L.marker([Number(point.latitude), Number(point.longitude)], { icon: L.divIcon({ className: 'map-point', iconSize: [28, 28] }), title: point.title });
    marker.on('add', () => { if (point.tone) marker.getElement().dataset.tone = point.tone; });
    marker.bindPopup(() => popup(point));
    group.addLayer(marker);
  }
  // The view first: clusters drawn for another zoom would stay behind.
  if (group.getLayers().length) view.fitBounds(group.getBounds(), { padding: [32, 32], maxZoom: 16, animate: false });
  view.addLayer(group);
  return list.notice ?? '';
}

/** Built as nodes, never as markup: titles are what people typed. */
function popup(point) {
  const link = document.createElement(point.url ? 'a' : 'span');
  if (point.url) link.href = point.url;
  link.textContent = point.title;
  return link;
}

function pinIcon() {
  return L.divIcon({ className: 'map-pin', iconSize: [44, 44], iconAnchor: [22, 41],
    html: '<svg viewBox="0 0 24 24"><path d="M12 22s7.5-6.7 7.5-12.5a7.5 7.5 0 0 0-15 0C4.5 15.3 12 22 12 22Z"/><circle cx="12" cy="9.5" r="2.8" fill="#fff"/></svg>' });
}

/** Keeps the form's latitude and longitude and the pin in step; others listen for the "place" event, or send one. */
function pick(view, box, wards) {
  const form = box.closest('form');
  const fields = ['latitude', 'longitude'].map(name => form.elements[name]);
  const message = box.querySelector('[data-message]');
  let pin;
  const put = (place, tell) => {
    if (!pin) {
      pin = L.marker(place, { icon: pinIcon(), draggable: true, autoPan: true, title: box.dataset.place }).addTo(view);
      pin.on('dragend', () => put(pin.getLatLng(), true));
    }
    pin.setLatLng(place);
    if (!tell) return;
    fields[0].value = place.lat.toFixed(6);
    fields[1].value = place.lng.toFixed(6);
    form.dispatchEvent(new CustomEvent('place', { bubbles: true, detail: { latitude: place.lat, longitude: place.lng, from: 'map' } }));
  };
  message.textContent = box.dataset.pin;
  view.on('click', event => put(event.latlng, true));
  form.addEventListener('place', event => {
    if (event.detail.from === 'map') return;
    const place = L.latLng(event.detail.latitude, event.detail.longitude);
    put(place, false);
    view.setView(place, 16);
  });
  if (fields[0].value && fields[1].value) {
    const place = L.latLng(Number(fields[0].value), Number(fields[1].value));
    put(place, false);
    view.setView(place, 16);
  } else {
    fit(view, wards);
  }
}
