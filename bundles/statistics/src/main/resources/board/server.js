// SPDX-License-Identifier: Apache-2.0
// The platform over REST.
import {language} from './dom.js';

const TIMEOUT = 30_000;
const MOST_PAGES = 20;

/** The platform refused, and says why; no answer at all has status 0. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const session = () => JSON.parse(sessionStorage.getItem('session') ?? 'null');

/** The account that is logged in, or null. */
export const loggedIn = () => session()?.account ?? null;

export async function logIn(login, password) {
  const body = await (await call('/sessions', {method: 'POST', body: JSON.stringify({login, password})})).json();
  sessionStorage.setItem('session', JSON.stringify({token: body.token, account: body.account}));
}

export const logOut = () => sessionStorage.removeItem('session');

async function call(path, {headers, ...rest} = {}) {
  const token = session()?.token;
  let answer;
  try {
    answer = await fetch('/api/v1' + path, {
      ...rest,
      headers: {
        'Accept-Language': language(),
        ...(rest.body ? {'Content-Type': 'application/json'} : {}),
        ...(token ? {Authorization: 'Bearer ' + token} : {}),
        ...headers,
      },
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT),
    });
  } catch (broken) {
    throw new Refused(0, broken.message);
  }
  if (answer.status === 401) {
    logOut();
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Refused(answer.status, problem.detail ?? String(answer.status));
  }
  return answer;
}

export const get = async path => (await call(path)).json();

/** All items of a list, page by page. */
export async function all(path) {
  const items = [];
  let after = '';
  for (let page = 0; page < MOST_PAGES; page++) {
    const part = await get(`${path}&limit=200${after}`);
    items.push(...part.items);
    if (!part.next) {
      break;
    }
    after = '&after=' + encodeURIComponent(part.next);
  }
  return items;
}

/** What a part of the platform says; null where that part is not installed, is being
 * replaced, or is not for this account. */
export async function ifThere(asked) {
  try {
    return await asked;
  } catch (refused) {
    if ([403, 404, 503].includes(refused.status)) {
      return null;
    }
    throw refused;
  }
}

/** Saves a file under the name the platform gives it. */
export async function save(path) {
  const answer = await call(path);
  const named = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('Content-Disposition') ?? '');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = named ? decodeURIComponent(named[1]) : 'statistics.xlsx';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TIMEOUT);
}
