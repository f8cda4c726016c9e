// SPDX-License-Identifier: Apache-2.0
// What is kept on the device. Every change is on the disk before its promise is fulfilled.
//
// cases: {number, state, ...}
//   waiting  to be sent: draft, matterName, takenAt
//   refused  the platform would not take it: the same with problem
//   dropping given up by the person: the same with reason; still to be told to the platform
//   sent     on the platform: matterName, takenAt, settledAt, stageName; nobody's data
//   dropped  given up, and the platform knows: matterName, takenAt, settledAt, reason; nobody's data
// A material of a draft names its photographs by id; those the platform has stand in the case's "uploaded" by id.

const NAME = 'sanban-mobile';
const STORES = ['kept', 'numbers', 'cases', 'photos'];
let opening;

function open() {
  opening ??= new Promise((done, failed) => {
    const request = indexedDB.open(NAME, 2);
    request.onupgradeneeded = event => {
      if (event.oldVersion < 1) {
        request.result.createObjectStore('kept', {keyPath: 'id'});
        request.result.createObjectStore('numbers', {keyPath: 'number'});
        request.result.createObjectStore('cases', {keyPath: 'number'});
      }
      request.result.createObjectStore('photos', {keyPath: 'id'});
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  return opening;
}

/** Does work in one transaction; what it returns (a request's result, where it returns a request) once all is written. */
async function inOne(mode, work) {
  const database = await open();
  return new Promise((done, failed) => {
    const transaction = database.transaction(STORES, mode, {durability: 'strict'});
    const result = work(...STORES.map(name => transaction.objectStore(name)));
    transaction.oncomplete = () => done(result instanceof IDBRequest ? result.result : result);
    transaction.onabort = () => failed(transaction.error);
  });
}

export const kept = id => inOne('readonly', store => store.get(id));
export const keep = value => inOne('readwrite', store => store.put(value));
export const forget = id => inOne('readwrite', store => store.delete(id));

export const numbers = () => inOne('readonly', (store, numberStore) => numberStore.getAll());
export const addNumbers = all => inOne('readwrite', (store, numberStore) => {
  all.forEach(one => numberStore.put(one));
});

export const cases = () => inOne('readonly', (store, numberStore, caseStore) => caseStore.getAll());
export const putCase = one => inOne('readwrite', (store, numberStore, caseStore) => caseStore.put(one));

/** Takes a case under the first number at hand: the number goes, the case comes and the form is empty, or nothing of it. */
export function take(one) {
  const taken = {...one};
  return inOne('readwrite', (store, numberStore, caseStore) => {
    numberStore.getAll(null, 1).onsuccess = event => {
      const [first] = event.target.result;
      if (!first) {
        event.target.transaction.abort();
        return;
      }
      taken.number = first.number;
      taken.draft = {...one.draft, number: first.number};
      numberStore.delete(first.number);
      caseStore.put(taken);
      store.delete('form');
    };
    return taken;
  });
}

/** Writes an amended case, and empties the form. */
export const amend = one => inOne('readwrite', (store, numberStore, caseStore) => {
  caseStore.put(one);
  store.delete('form');
});

/** What remains of a case once the platform knows: nobody's data. */
export function settled(one, state, more) {
  return {number: one.number, state, matterName: one.matterName, takenAt: one.takenAt,
    settledAt: new Date().toISOString(), ...more};
}

/** Ids of the photographs of a draft. */
export const photosOf = draft => (draft?.materials ?? []).flatMap(one => one.photos ?? []);

/** Keeps a photograph. */
export const addPhoto = photo => inOne('readwrite', (store, numberStore, caseStore, photoStore) => photoStore.put(photo));
export const photo = id => inOne('readonly', (store, numberStore, caseStore, photoStore) => photoStore.get(id));

/** Forgets photographs that no case and no form names any more. */
export const forgetPhotos = () => inOne('readwrite', (store, numberStore, caseStore, photoStore) => {
  store.get('form').onsuccess = form => {
    caseStore.getAll().onsuccess = all => {
      const named = new Set([form.target.result, ...all.target.result].flatMap(one => photosOf(one?.draft)));
      photoStore.getAllKeys().onsuccess = ids => ids.target.result
        .filter(id => !named.has(id))
        .forEach(id => photoStore.delete(id));
    };
  };
});

/** Whether a case still has to reach the platform. */
export const pending = one => ['waiting', 'refused', 'dropping'].includes(one.state);

/** Forgets what was settled a month ago; the platform has it all. */
export const forgetOld = () => inOne('readwrite', (store, numberStore, caseStore) => {
  const before = new Date(Date.now() - 30 * 86_400_000).toISOString();
  caseStore.getAll().onsuccess = event => event.target.result
    .filter(one => !pending(one) && one.settledAt < before)
    .forEach(one => caseStore.delete(one.number));
});

/** Numbers and package go with their account. */
export const leave = () => inOne('readwrite', (store, numberStore) => {
  store.clear();
  numberStore.clear();
}).then(forgetPhotos);
