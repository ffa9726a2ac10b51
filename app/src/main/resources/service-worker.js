// Keeps the styles, scripts, the offline page and the form for reports on the phone. Pages themselves are always asked from the server: they may be personal.
const ASSETS = '{{assets}}';
const CACHE = 'shell ' + ASSETS;
const LANGUAGE = '/offline-language';
const SHELL = ['css/app.css', 'js/app.js', 'js/page.js', 'js/outbox.js', 'js/shelf.js', 'js/photos.js', 'js/report-keep.js', 'js/report-place.js', 'js/report-offline.js',
  'icons.svg', 'brand/logo.svg'].map(path => ASSETS + path);

self.addEventListener('install', event => event.waitUntil((async () => {
  const cache = await caches.open(CACHE);
  await cache.addAll(SHELL);
  for (const language of ['bn', 'en']) {
    for (const page of ['/offline/', '/offline/report/']) {
      // Without cookies: what stays on a phone must not show who was signed in.
      const answer = await fetch(page + '?in=' + language, { credentials: 'omit' });
      if (!answer.ok) throw new Error(page);
      await cache.put(page + language, answer);
    }
  }
  await self.skipWaiting();
})()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith('shell ') && name !== CACHE) await caches.delete(name);
  }
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, event));
  else if (pathname.startsWith(ASSETS)) event.respondWith(asset(request));
});

async function page(request, event) {
  try {
    const response = await fetch(request);
    const language = response.headers.get('Content-Language');
    if (language) event.waitUntil(caches.open(CACHE).then(cache => cache.put(LANGUAGE, new Response(language))));
    return response;
  } catch (failure) {
    const kept = await caches.match(LANGUAGE);
    const language = kept ? await kept.text() : 'bn';
    const reporting = new URL(request.url).pathname.startsWith('/report/');
    return await caches.match((reporting ? '/offline/report/' : '/offline/') + language) ?? Response.error();
  }
}

async function asset(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) {
    const copy = response.clone();
    caches.open(CACHE).then(cache => cache.put(request, copy));
  }
  return response;
}

// News for a browser that has no page of ours open; opening it leads to where it belongs.
self.addEventListener('push', event => {
  let news;
  try {
    news = event.data.json();
  } catch {
    return;
  }
  event.waitUntil(self.registration.showNotification(news.title, {
    body: news.body, tag: news.tag, lang: news.language, data: { path: news.path },
    icon: ASSETS + 'brand/apple-touch-icon.png', badge: ASSETS + 'brand/favicon.svg',
  }));
});

self.addEventListener('notificationclick', event => {
  event.notification.close();
  const address = new URL(event.notification.data?.path ?? '/notifications/', location.origin);
  if (address.origin !== location.origin) return;
  event.waitUntil((async () => {
    const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
    const page = pages.find(each => new URL(each.url).pathname === address.pathname);
    return page ? page.focus() : clients.openWindow(address.href);
  })());
});
