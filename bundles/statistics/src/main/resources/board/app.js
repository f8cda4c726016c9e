// SPDX-License-Identifier: Apache-2.0
// The page: who looks at which place in which days, kept in the address, so that "back" goes back.
import {h, language, query, speak, t, today} from './dom.js';
import {get, logIn, loggedIn, logOut, Refused, save} from './server.js';
import {board, prefix} from './data.js';
import './view.js';

class BoardApp extends HTMLElement {
  async connectedCallback() {
    await speak();
    window.addEventListener('hashchange', () => this.show());
    await this.show();
  }

  /** What the address says, completed. */
  asked() {
    const given = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
    const until = given.until ?? today();
    return {division: given.division ?? loggedIn().division, from: given.from ?? until.slice(0, 4) + '-01-01', until};
  }

  go(change) {
    location.hash = query({...this.asked(), ...change});
  }

  async show() {
    if (!loggedIn()) {
      this.replaceChildren(this.header(t('subtitle')), h('main', {}, this.login()));
      return;
    }
    const asked = this.asked();
    const main = h('main', {'aria-busy': 'true'}, h('p', {role: 'status'}, t('loading')));
    const turn = this.turn = Symbol('turn');
    this.replaceChildren(this.header(t('subtitle')), main);
    try {
      const [data, above] = await Promise.all([board(asked.division, asked.from, asked.until), this.above(asked.division)]);
      if (this.turn !== turn) {
        return;
      }
      const view = h('board-view');
      view.data = data;
      view.asked = asked;
      view.open = division => this.go({division});
      this.replaceChildren(
        this.header(t('days', asked.from, asked.until)),
        h('main', {}, this.bar(asked, above), view));
    } catch (refused) {
      if (!(refused instanceof Refused)) {
        throw refused;
      }
      if (this.turn === turn) {
        await this.refused(refused, main, asked);
      }
    }
  }

  async refused(refused, main, asked) {
    if (refused.status === 401) {
      await this.show();
      return;
    }
    main.removeAttribute('aria-busy');
    main.replaceChildren(
      this.bar(asked, []),
      h('p', {class: 'notice', role: 'alert'}, refused.status ? refused.message : t('unreached')));
  }

  /** The divisions from the topmost the account sees down to one. */
  async above(division) {
    const own = loggedIn().division;
    const codes = new Set([division.slice(0, 6) + '000000', division.slice(0, 9) + '000', division]);
    const seen = [...codes].filter(code => code === division || code.startsWith(prefix(own)));
    return Promise.all(seen.map(code => get('/divisions/' + code)));
  }

  header(line) {
    const other = language() === 'zh' ? 'en' : 'zh';
    const account = loggedIn();
    return h('header', {}, h('div', {class: 'bar'},
      h('div', {}, h('h1', {}, t('title')), h('p', {}, line)),
      h('div', {class: 'side'},
        account ? h('span', {class: 'who'}, account.name) : null,
        account ? h('button', {class: 'plain', onclick: () => this.leave()}, t('logout')) : null,
        h('button', {class: 'plain', lang: other, onclick: () => this.speak(other)}, other === 'zh' ? '中文' : 'English'))));
  }

  leave() {
    logOut();
    history.replaceState(null, '', location.pathname);
    this.show();
  }

  async speak(other) {
    await speak(other);
    await this.show();
  }

  /** Where one is, the days, and the workbook. */
  bar({division, from, until}, above) {
    const year = today().slice(0, 4);
    const form = h('form', {class: 'days', onsubmit: event => {
      event.preventDefault();
      this.go({from: form.from.value, until: form.until.value});
    }},
      h('label', {}, t('from'), h('input', {type: 'date', name: 'from', required: true, value: from})),
      h('label', {}, t('until'), h('input', {type: 'date', name: 'until', required: true, value: until})),
      h('button', {}, t('show')),
      h('button', {type: 'button', onclick: () => this.go({from: today().slice(0, 8) + '01', until: today()})}, t('month')),
      h('button', {type: 'button', onclick: () => this.go({from: year + '-01-01', until: today()})}, t('year')),
      h('button', {type: 'button', onclick: () => this.go({from: monthsBack(11), until: today()})}, t('twelve')));
    return h('div', {class: 'tools'},
      h('nav', {'aria-label': t('place')}, above.map((one, index) => index === above.length - 1
        ? h('strong', {'aria-current': 'page'}, one.name)
        : h('button', {class: 'plain', onclick: () => this.go({division: one.code})}, one.name))),
      form,
      h('button', {class: 'plain', onclick: event => this.export(event.target, {division, from, until})}, t('export')));
  }

  async export(button, asked) {
    button.disabled = true;
    try {
      await save('/statistics/export?' + query(asked));
    } catch (refused) {
      alert(refused.status ? refused.message : t('unreached'));
    }
    button.disabled = false;
  }

  login() {
    return h('form', {class: 'card narrow', onsubmit: event => this.submit(event)},
      h('h2', {}, t('login.title')),
      h('label', {}, t('login.account'),
        h('input', {name: 'login', autocomplete: 'username', required: true, autocapitalize: 'none'})),
      h('label', {}, t('login.password'),
        h('input', {name: 'password', type: 'password', autocomplete: 'current-password', required: true})),
      h('p', {class: 'fault', role: 'alert'}),
      h('button', {class: 'main'}, t('login.do')));
  }

  async submit(event) {
    event.preventDefault();
    const form = event.target;
    const button = form.querySelector('button');
    button.disabled = true;
    try {
      await logIn(form.login.value.trim(), form.password.value);
      await this.show();
    } catch (refused) {
      form.querySelector('.fault').textContent = refused.status ? refused.message : t('unreached');
      button.disabled = false;
      form.password.select();
    }
  }
}

/** The first day of the month so many months before this one. */
function monthsBack(count) {
  const [year, month] = today().split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - count, 1)).toISOString().slice(0, 10);
}

customElements.define('board-app', BoardApp);
