// SPDX-License-Identifier: Apache-2.0
import {h, t, tell} from './dom.js';
import {cases, kept, leave, pending} from './store.js';
import {Refused, logIn} from './server.js';

/** Logs in. Numbers on the device belong to an account: while cases wait, it is the only one. */
class MobileLogin extends HTMLElement {
  async connectedCallback() {
    const pack = await kept('pack');
    this.bound = (await cases()).some(pending) ? pack?.account : null;
    this.replaceChildren(h('form', {class: 'card narrow', onsubmit: event => this.submit(event)},
      h('h2', {}, t('login.title')),
      this.reason.why ? h('p', {class: 'notice'}, this.reason.why) : null,
      this.bound ? h('p', {class: 'notice'}, t('login.bound', this.bound.name)) : null,
      h('label', {}, t('login.account'),
        h('input', {name: 'login', autocomplete: 'username', required: true, autocapitalize: 'none',
          value: this.bound?.login ?? pack?.account.login ?? '', readonly: Boolean(this.bound)})),
      h('label', {}, t('login.password'),
        h('input', {name: 'password', type: 'password', autocomplete: 'current-password', required: true})),
      h('p', {class: 'fault', role: 'alert'}),
      h('button', {class: 'main'}, t('login.do'))));
  }

  async submit(event) {
    event.preventDefault();
    const form = event.target;
    const button = form.querySelector('button');
    button.disabled = true;
    try {
      const before = await kept('pack');
      const account = await logIn(form.login.value.trim(), form.password.value);
      if (before && before.account.login !== account.login) {
        await leave();
      }
      tell(this, 'go', {view: this.reason.back ?? 'pack'});
    } catch (broken) {
      form.querySelector('.fault').textContent = broken instanceof Refused ? broken.message : t('unreached');
      button.disabled = false;
      form.password.select();
    }
  }
}

customElements.define('mobile-login', MobileLogin);
