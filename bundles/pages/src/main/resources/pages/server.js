// SPDX-License-Identifier: Apache-2.0
// The platform over REST, without a login.
import {h, language, t} from './dom.js';

const TIMEOUT = 30_000;

/** The platform refused, and says why; no answer at all has status 0. */
export class Refused extends Error {
  constructor(status, message, pause) {
    super(message);
    this.status = status;
    this.pause = pause;
  }
}

export async function get(path) {
  let answer;
  try {
    answer = await fetch('/api/v1' + path, {
      headers: {'Accept-Language': language()},
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT),
    });
  } catch (broken) {
    throw new Refused(0, broken.message);
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Refused(answer.status, body.detail ?? '', Number(answer.headers.get('Retry-After')));
  }
  return body;
}

/** What the person is told when nothing came: the platform's own words, where it has some. */
export function words(refused) {
  if (!(refused instanceof Refused)) {
    throw refused;
  }
  if (refused.status === 429) {
    return refused.message || t('busy', Math.max(1, Math.ceil((refused.pause || 60) / 60)));
  }
  return refused.status === 0 ? t('unreached') : refused.message || t('broken');
}

/** What a part of the platform says; null where it does not answer. */
export async function ifThere(path) {
  try {
    return await get(path);
  } catch (refused) {
    words(refused);
    return null;
  }
}

/** A list that grows page by page. */
export function paged(path, item) {
  const list = h('ul', {class: 'lines'});
  const said = h('p', {role: 'status', class: 'soft'}, t('loading'));
  const more = h('button', {type: 'button', hidden: true, onclick: () => load()}, t('more'));
  let after = '';
  const load = async () => {
    more.disabled = true;
    try {
      const page = await get(path + after);
      const items = page.items.map(item);
      const first = list.children.length > 0 && items[0]?.querySelector('a');
      list.append(...items);
      first?.focus?.();
      after = page.next ? '&after=' + encodeURIComponent(page.next) : '';
      said.textContent = list.children.length ? '' : t('none');
      more.hidden = !page.next;
    } catch (refused) {
      said.textContent = words(refused);
      more.hidden = false;
    }
    more.disabled = false;
  };
  load();
  return h('div', {}, list, said, more);
}
