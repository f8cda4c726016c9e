// SPDX-License-Identifier: Apache-2.0
// Keeps this page on the device. All files change together: the cache is named by a version of them all.
const CACHE = 'sanban-mobile-@version@';
const FILES = ['@files@'];

self.addEventListener('install', event => {
  event.waitUntil(caches.open(CACHE)
    .then(cache => cache.addAll(['./', ...FILES].map(name => new Request(name, {cache: 'reload'}))))
    .then(() => self.skipWaiting()));
});

self.addEventListener('activate', event => {
  event.waitUntil(caches.keys()
    .then(names => Promise.all(names
      .filter(name => name.startsWith('sanban-mobile-') && name !== CACHE)
      .map(name => caches.delete(name))))
    .then(() => self.clients.claim()));
});

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  const own = url.origin === location.origin && url.pathname.startsWith(new URL('./', location).pathname);
  if (event.request.method === 'GET' && own) {
    event.respondWith(caches.open(CACHE)
      .then(cache => cache.match(event.request, {ignoreSearch: true}))
      .then(kept => kept ?? fetch(event.request)));
  }
});
