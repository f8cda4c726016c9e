// SPDX-License-Identifier: Apache-2.0
// Sends what waits, one after the other. Each is sent under its number as idempotency key: sent again after a broken
// line or a closed browser it is answered by its first receipt.
import {Refused, Unreached, call} from './server.js';
import {cases, forgetOld, forgetPhotos, photo, photosOf, putCase, settled} from './store.js';

/**
 * Sends all that waits, those given up among them.
 *
 * @param progress told how many of how many are done
 * @returns {sent, refused, left, why}: why it stopped before the end, or null
 */
export const sync = progress => navigator.locks.request('sync', () => sendAll(progress));

async function sendAll(progress) {
  const waiting = (await cases())
    .filter(one => one.state === 'waiting' || one.state === 'dropping')
    .sort((a, b) => a.takenAt.localeCompare(b.takenAt));
  const result = {sent: 0, refused: 0, left: waiting.length, why: null};
  await forgetOld();
  progress(0, waiting.length);
  for (const one of waiting) {
    try {
      const after = await (one.state === 'waiting' ? send(one) : giveUp(one));
      await putCase(after);
      await forgetPhotos();
      result[after.state === 'refused' ? 'refused' : 'sent'] += 1;
      result.left -= 1;
    } catch (broken) {
      if (!(broken instanceof Unreached || broken instanceof Refused)) {
        throw broken;
      }
      result.why = broken;
      break;
    }
    progress(waiting.length - result.left, waiting.length);
  }
  return result;
}

async function send(one) {
  let carried = one;
  try {
    for (const id of photosOf(one.draft)) {
      carried = await upload(carried, id);
    }
    const {body} = await call('POST', '/cases', {body: posted(carried), headers: {'Idempotency-Key': one.number}});
    return settled(one, 'sent', {stageName: body.stageName, at: body.at});
  } catch (broken) {
    if (settles(broken)) {
      return {...carried, state: 'refused', problem: broken.problem};
    }
    throw broken;
  }
}

/** Sends a photograph once: what the platform calls it is kept before the next one goes. */
async function upload(one, id) {
  if (one.uploaded?.[id]) {
    return one;
  }
  const {name, blob} = await photo(id);
  const {body} = await call('POST', '/attachments?name=' + encodeURIComponent(name), {file: blob});
  const carried = {...one, uploaded: {...one.uploaded, [id]: body.id}};
  await putCase(carried);
  return carried;
}

/** The draft as the platform takes it: photographs by the names it gave them. */
const posted = one => ({
  ...one.draft,
  materials: one.draft.materials.map(({photos = [], ...material}) => ({
    ...material, attachments: photos.map(id => one.uploaded[id])})),
});

async function giveUp(one) {
  try {
    await call('POST', `/numbers/${one.number}/give-up`, {body: {reason: one.reason}});
    return settled(one, 'dropped', {reason: one.reason});
  } catch (broken) {
    // A case stands under the number already: it was sent before, and is not lost.
    if (broken instanceof Refused && broken.status === 409) {
      return settled(one, 'dropped', {reason: one.reason, note: broken.message});
    }
    throw broken;
  }
}

/** Whether it is about this case, and a person has to settle it. */
const settles = broken => broken instanceof Refused && !broken.passing && broken.status !== 401;
