// SPDX-License-Identifier: Apache-2.0
import {h, numberName, t, tell, when} from './dom.js';
import {cases, putCase} from './store.js';
import {Refused, loggedIn} from './server.js';
import {sync} from './sync.js';

/** What waits, what the platform refused, and what was sent. */
class MobileCases extends HTMLElement {
  async connectedCallback() {
    this.all = (await cases()).sort((a, b) => b.takenAt.localeCompare(a.takenAt));
    const of = (...states) => this.all.filter(one => states.includes(one.state));
    const waiting = of('waiting', 'dropping');
    this.progress = h('progress', {max: 1, value: 0, hidden: true, 'aria-label': t('sync.doing')});
    this.told = h('p', {role: 'status'}, this.reason.why ?? '');
    this.button = h('button', {class: 'main', disabled: !waiting.length, onclick: () => this.send()}, t('sync.do'));
    this.replaceChildren(
      h('section', {class: 'card'},
        h('h2', {}, t('sync.title')),
        h('p', {}, waiting.length ? t('sync.waiting', waiting.length) : t('sync.none')),
        this.progress, this.told, this.button),
      this.list('cases.refused', of('refused'), one => this.refused(one)),
      this.list('cases.waiting', waiting, one => this.waiting(one)),
      this.list('cases.settled', of('sent', 'dropped'), one => this.settled(one)));
  }

  list(title, some, show) {
    return some.length
      ? h('section', {class: 'card'}, h('h2', {}, t(title, some.length)), h('ul', {class: 'cases'}, some.map(show)))
      : '';
  }

  head(one) {
    return [
      h('p', {}, numberName(one.number)),
      h('p', {}, h('strong', {}, one.matterName), one.draft ? `　${one.draft.applicant.name}` : null),
      h('p', {class: 'soft'}, t('cases.taken', when(one.takenAt))),
    ];
  }

  waiting(one) {
    return h('li', {}, ...this.head(one),
      one.state === 'dropping' ? h('p', {class: 'notice'}, t('cases.dropping', one.reason)) : null,
      one.state === 'waiting' ? this.actions(one, false) : null);
  }

  refused(one) {
    const faults = one.problem.violations ?? [];
    return h('li', {class: 'refused'}, ...this.head(one),
      h('p', {class: 'fault'}, one.problem.detail ?? t('cases.unsaid')),
      faults.length > 1 ? h('ul', {class: 'fault'}, faults.map(fault => h('li', {}, fault.message))) : null,
      this.actions(one, true));
  }

  actions(one, again) {
    return h('div', {class: 'actions'},
      h('button', {onclick: () => tell(this, 'go', {view: 'take', amend: one})}, t('cases.amend')),
      again ? h('button', {onclick: () => this.again(one)}, t('cases.again')) : null,
      h('button', {class: 'danger', onclick: event => this.ask(one, event.target)}, t('cases.drop')));
  }

  settled(one) {
    return h('li', {}, ...this.head(one),
      h('p', {class: one.state === 'sent' ? 'good' : 'soft'}, one.state === 'sent'
        ? t('cases.sent', when(one.at ?? one.settledAt), one.stageName)
        : t('cases.dropped', when(one.settledAt), one.reason)),
      one.note ? h('p', {class: 'notice'}, one.note) : null);
  }

  async again(one) {
    const {problem, ...rest} = one;
    await putCase({...rest, state: 'waiting'});
    tell(this, 'changed');
  }

  /** Asks for the reason, without which nothing is given up. */
  ask(one, button) {
    const reason = h('input', {required: true, maxlength: 500, name: 'reason', 'aria-label': t('cases.reason')});
    const form = h('form', {class: 'drop', onsubmit: event => {
      event.preventDefault();
      if (reason.value.trim()) {
        this.drop(one, reason.value.trim());
      }
    }},
    h('label', {}, t('cases.reason'), reason),
    h('div', {class: 'actions'},
      h('button', {class: 'danger'}, t('cases.drop.do')),
      h('button', {type: 'button', onclick: () => tell(this, 'changed')}, t('cancel'))));
    button.closest('.actions').replaceWith(form);
    reason.focus();
  }

  async drop(one, reason) {
    const {problem, ...rest} = one;
    await putCase({...rest, state: 'dropping', reason});
    tell(this, 'go', {view: 'cases', why: t('cases.drop.noted')});
  }

  async send() {
    if (!loggedIn()) {
      tell(this, 'go', {view: 'login', back: 'cases', why: t('login.again')});
      return;
    }
    this.button.disabled = true;
    this.progress.hidden = false;
    const {sent, refused, left, why} = await sync((done, all) => {
      this.progress.max = all;
      this.progress.value = done;
      this.told.textContent = t('sync.progress', done, all);
    });
    if (why instanceof Refused && why.status === 401) {
      tell(this, 'go', {view: 'login', back: 'cases', why: t('login.again')});
      return;
    }
    const said = [t('sync.sent', sent), refused ? t('sync.refused', refused) : null,
      left ? t('sync.left', left, why instanceof Refused ? why.message : t('unreached')) : null];
    tell(this, 'go', {view: 'cases', why: said.filter(Boolean).join(' ')});
  }
}

customElements.define('mobile-cases', MobileCases);
