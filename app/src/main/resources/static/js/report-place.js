// Where it is: by GPS, or by what the map says; the ward is looked up and shown.
import { digits, toast } from './page.js';
import keep from './report-keep.js';

export default function place(form) {
  keep(form);
  const words = form.dataset;
  const found = form.querySelector('[data-found]');
  form.querySelector('[data-locate]').addEventListener('click', event => {
    const button = event.currentTarget;
    button.setAttribute('aria-busy', 'true');
    found.textContent = words.searching;
    locate().then(({ latitude, longitude }) => {
      form.elements.latitude.value = latitude.toFixed(6);
      form.elements.longitude.value = longitude.toFixed(6);
      form.dispatchEvent(new CustomEvent('place', { detail: { latitude, longitude, from: 'gps' } }));
    }).catch(() => { found.textContent = ''; toast(words.refused); }).finally(() => button.removeAttribute('aria-busy'));
  });
  form.addEventListener('place', async event => {
    const { latitude, longitude } = event.detail;
    try {
      const response = await fetch(`/api/wards/at?lat=${latitude}&lng=${longitude}`);
      const { ward } = await response.json();
      const name = ward && (document.documentElement.lang === 'bn' ? ward.name_bn : ward.name_en ?? ward.name_bn);
      found.textContent = ward ? `${words.in} ${words.ward.replace('#', digits(ward.number))} · ${name}` : words.outside;
      if (ward) form.elements.ward_number.value = ward.number;
    } catch { /* the server finds the ward anyway */ }
  });
}

export const locate = () => new Promise((done, failed) => {
  if (!navigator.geolocation) return failed();
  navigator.geolocation.getCurrentPosition(position => done(position.coords), failed, { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 });
});
