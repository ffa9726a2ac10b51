// A place of the browser's for what must outlive a page and is no text.

/** @returns what acts on the things kept under a name: (mode, things => request) */
export function shelf(database, name) {
  let opened = null;
  const open = () => new Promise((done, failed) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(name, { keyPath: 'key' });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  return async (mode, act) => {
    const transaction = (await (opened ??= open())).transaction(name, mode);
    const request = act(transaction.objectStore(name));
    return new Promise((done, failed) => {
      transaction.oncomplete = () => done(request.result);
      transaction.onabort = transaction.onerror = () => failed(transaction.error);
    });
  };
}
