// SPDX-License-Identifier: Apache-2.0
// The page: header, three views, and what they share.
import {h, language, speak, t} from './dom.js';
import {cases, kept, numbers, pending} from './store.js';
import {logOut, loggedIn} from './server.js';
import './login.js';
import './pack.js';
import './take.js';
import './cases.js';

const VIEWS = ['take', 'cases', 'pack'];

class MobileApp extends HTMLElement {
  /** The package with when it was loaded, or null. */
  pack = null;

  async connectedCallback() {
    await speak();
    this.addEventListener('changed', () => this.show());
    this.addEventListener('counted', () => this.count());
    this.addEventListener('go', event => this.go(event.detail));
    window.addEventListener('hashchange', () => this.show());
    window.addEventListener('online', () => this.status());
    window.addEventListener('offline', () => this.status());
    await this.show();
    if ('serviceWorker' in navigator) {
      navigator.serviceWorker.register('sw.js');
    }
    navigator.storage?.persist?.();
  }

  /** Goes to a view, for a reason it is told. */
  go({view, ...reason}) {
    this.reason = reason;
    if (location.hash === '#' + view) {
      this.show();
    } else {
      location.hash = view;
    }
  }

  async show() {
    this.pack = await kept('pack') ?? null;
    const wanted = location.hash.slice(1);
    const view = wanted === 'login' || VIEWS.includes(wanted) ? wanted : this.pack ? 'take' : 'login';
    const screen = h('mobile-' + view);
    screen.pack = this.pack;
    screen.reason = this.reason ?? {};
    this.reason = null;
    this.replaceChildren(this.header(), view === 'login' ? '' : this.tabs(view), h('main', {}, screen));
    await this.count();
  }

  /** Tells how many cases are pending and how many numbers are left. */
  async count() {
    const count = (await cases()).filter(pending).length;
    const badge = this.querySelector('nav .count');
    if (badge) {
      badge.hidden = count === 0;
      badge.textContent = count;
      badge.setAttribute('aria-label', t('pending', count));
    }
    await this.status();
  }

  header() {
    const other = language() === 'zh' ? 'en' : 'zh';
    const account = loggedIn() ?? this.pack?.account;
    return h('header', {},
      h('div', {class: 'bar'},
        h('div', {},
          h('h1', {}, t('title')),
          h('p', {}, this.pack ? this.pack.data.point.name : t('subtitle'))),
        h('div', {class: 'side'},
          h('div', {},
            loggedIn() ? h('button', {class: 'plain', onclick: () => this.leave()}, t('logout')) : null,
            h('button', {class: 'plain', lang: other, onclick: () => this.speak(other)},
              other === 'zh' ? '中文' : 'English')),
          account ? h('span', {class: 'who'}, account.name) : null)),
      h('p', {id: 'status', role: 'status'}));
  }

  /** The device may pass to another pair of hands; what is to be sent stays. */
  leave() {
    logOut();
    this.go({view: 'login'});
  }

  async speak(other) {
    await speak(other);
    await this.show();
  }

  tabs(view) {
    return h('nav', {'aria-label': t('views')}, VIEWS.map(one =>
      h('a', {href: '#' + one, 'aria-current': one === view ? 'page' : null, onclick: event => {
        event.preventDefault();
        this.go({view: one});
      }},
        t('view.' + one),
        one === 'cases' ? h('span', {class: 'count', hidden: true}) : null)));
  }

  async status() {
    const line = this.querySelector('#status');
    const left = (await numbers()).length;
    line.className = navigator.onLine ? '' : 'offline';
    line.textContent = [
      window.isSecureContext ? null : t('insecure'),
      navigator.onLine ? null : t('offline'),
      this.pack ? t('numbers', left) : null,
    ].filter(Boolean).join(' · ');
  }
}

customElements.define('mobile-app', MobileApp);
