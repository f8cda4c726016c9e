// SPDX-License-Identifier: Apache-2.0
// The platform over REST.
import {language} from './dom.js';

const TIMEOUT = 30_000;

/** No answer came: the request may have been carried out, or not. */
export class Unreached extends Error {}

/** The platform refused, and says why. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? String(status));
    this.status = status;
    this.problem = problem;
  }

  /** Whether it can be asked again as it is: the platform is busy, or a part of it is being replaced. */
  get passing() {
    return this.status === 429 || this.status >= 500;
  }
}

const session = () => JSON.parse(sessionStorage.getItem('session') ?? 'null');

/** The account that is logged in, or null. */
export const loggedIn = () => session()?.account ?? null;

export async function logIn(login, password) {
  const {body} = await call('POST', '/sessions', {body: {login, password}});
  sessionStorage.setItem('session', JSON.stringify({token: body.token, account: body.account}));
  return body.account;
}

export const logOut = () => sessionStorage.removeItem('session');

/** Calls, with JSON or a file, and gives status, headers and body. */
export async function call(method, path, {body, file, headers = {}, progress} = {}) {
  const token = session()?.token;
  let answer;
  let text;
  try {
    answer = await fetch('/api/v1' + path, {
      method,
      headers: {
        'Accept-Language': language(),
        ...(body ? {'Content-Type': 'application/json'} : file ? {'Content-Type': 'application/octet-stream'} : {}),
        ...(token ? {Authorization: 'Bearer ' + token} : {}),
        ...headers,
      },
      body: body ? JSON.stringify(body) : file,
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    text = progress ? await counted(answer, progress) : await answer.text();
  } catch (broken) {
    throw new Unreached(broken.message);
  }
  if (answer.status === 401) {
    logOut();
  }
  if (answer.status >= 400) {
    throw new Refused(answer.status, parsed(text));
  }
  return {status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : null};
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

async function counted(answer, progress) {
  const reader = answer.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length;
    text += decoder.decode(part.value, {stream: true});
    progress(bytes);
  }
  return text + decoder.decode();
}
