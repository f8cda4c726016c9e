// SPDX-License-Identifier: Apache-2.0
// What the made-up parties were told, what can be done at them, what is wrong with them, and what the platform makes of it.
import {h, language, speak, t} from './base.js';
import {PARTIES} from './parties.js';

const EVERY = 2_000;
/** What people filled in, by field, so that it is there when they come back. */
const filled = {};

const get = async path => (await fetch(path, {headers: {'Accept-Language': language()}, cache: 'no-store'})).json();

const post = (path, body) => fetch(path, {
  method: 'POST',
  headers: {'Content-Type': 'application/json', 'Accept-Language': language()},
  body: JSON.stringify(body),
});

const time = moment => new Intl.DateTimeFormat(language() === 'zh' ? 'zh-CN' : 'en-GB', {
  timeZone: 'Asia/Shanghai', timeStyle: 'medium', hourCycle: 'h23',
}).format(new Date(moment));

/** A message as a phone shows it, or what was told a system. */
function card(message) {
  const fields = Object.entries(message.fields);
  return h('article', {class: message.what === 'said' ? 'mine' : ''},
    h('h3', {}, t('what.' + message.what, message.title ?? ''), message.to ? h('span', {}, message.to) : null),
    fields.length
      ? h('dl', {}, fields.map(([name, value]) => [h('dt', {}, name.startsWith('field.') ? t(name) : name), h('dd', {}, value)]).flat())
      : null,
    message.text ? h('p', {}, message.text) : null,
    h('time', {datetime: message.at}, time(message.at)));
}

class DemoApp extends HTMLElement {
  async connectedCallback() {
    this.channel = PARTIES[location.hash.slice(1)] ? location.hash.slice(1) : 'wechat';
    await speak();
    this.draw();
    setInterval(() => document.hidden || this.look(), EVERY);
  }

  draw() {
    const other = language() === 'zh' ? 'en' : 'zh';
    document.title = t('title');
    this.shown = 0;
    this.messages = h('div', {class: 'messages', role: 'log', tabindex: 0, 'aria-label': t('messages')});
    this.status = h('p', {class: 'status', role: 'status'});
    this.faults = h('ul', {class: 'faults'});
    this.state = h('section', {class: 'box', 'aria-labelledby': 'state'});
    const party = PARTIES[this.channel];
    const [first, ...more] = party.forms.map(form => this.form(form));
    this.replaceChildren(
      h('header', {},
        h('div', {class: 'top'}, h('h1', {}, t('heading')),
          h('p', {class: 'side'}, h('a', {href: '/'}, t('start')),
            h('button', {class: 'plain', lang: other, onclick: async () => {
              await speak(other);
              Object.keys(filled).forEach(name => delete filled[name]);
              this.draw();
              this.querySelector('header button').focus();
            }}, other === 'zh' ? '中文' : 'English'))),
        h('p', {class: 'warn'}, t('warning'))),
      this.tabs(),
      h('main', {},
        h('section', {class: party.phone ? 'phone' : 'screen', 'aria-label': t('party.' + this.channel)},
          this.messages, party.phone ? first : null),
        h('div', {class: 'side'}, this.status, party.phone ? null : first, more, this.breaking(), this.state)));
    this.look();
  }

  tabs() {
    return h('nav', {'aria-label': t('tabs')}, Object.keys(PARTIES).map(channel =>
      h('button', {'aria-current': channel === this.channel ? 'page' : null, onclick: () => {
        this.channel = channel;
        history.replaceState(null, '', '#' + channel);
        this.draw();
        this.querySelector('nav [aria-current]').focus();
      }}, t('tab.' + channel))));
  }

  /** A form whose first button is what the Enter key does. */
  form({id, title, fields, buttons}) {
    const inputs = fields.map(field => this.field(field));
    const ask = async button => {
      const values = Object.fromEntries(fields.map((field, i) => [field.id, inputs[i].value]));
      await this.ask(button.path, button.body(values));
      fields.forEach((field, i) => {
        if (field.once) {
          inputs[i].value = filled[field.id] = '';
        }
      });
    };
    return h('form', {class: 'box', 'aria-labelledby': id, onsubmit: event => {
      event.preventDefault();
      ask(buttons[0]);
    }},
    h('h2', {id}, t(title)),
    fields.map((field, i) => [h('label', {for: inputs[i].id}, t('field.' + field.id)), inputs[i]]).flat(),
    h('div', {class: 'row'}, buttons.map((button, i) =>
      h('button', i ? {type: 'button', onclick: event => event.target.form.reportValidity() && ask(button)} : {class: 'main'},
        t(button.id)))));
  }

  field({id, value, hint, options, ...more}) {
    const keep = event => { filled[id] = event.target.value; };
    const input = options
      ? h('select', {id: 'in-' + id, onchange: keep},
        Object.entries(options()).map(([code, name]) => h('option', {value: code}, name)))
      : h('input', {id: 'in-' + id, oninput: keep, required: true, autocomplete: 'off', placeholder: hint && t(hint),
        maxlength: more.maxlength, inputmode: more.inputmode});
    input.value = filled[id] ?? (options ? Object.keys(options())[0] : value?.() ?? '');
    return input;
  }

  breaking() {
    this.kind = h('select', {id: 'in-fault'});
    const count = h('input', {id: 'in-count', type: 'number', min: 1, max: 1000, required: true, value: '1'});
    return h('form', {class: 'box', 'aria-labelledby': 'break', onsubmit: event => {
      event.preventDefault();
      this.breaks(this.kind.value, Number(count.value));
    }},
    h('h2', {id: 'break'}, t('break')),
    h('label', {for: 'in-fault'}, t('fault')), this.kind,
    h('label', {for: 'in-count'}, t('count')),
    h('div', {class: 'row'}, count, h('button', {class: 'main'}, t('break.do'))),
    this.faults);
  }

  breaks(kind, count) {
    return this.ask('faults', {channel: this.channel, kind, count});
  }

  /** Asks a party to do something, and says what came of it. */
  async ask(path, body) {
    this.status.textContent = t('asking');
    try {
      const answer = await post(path, body);
      const said = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
      this.status.textContent = told(answer, said);
    } catch {
      this.status.textContent = t('unreached');
    }
    await this.look();
  }

  async look() {
    const channel = this.channel;
    try {
      const [messages, faults, state] = await Promise.all(
        [get('messages'), get('faults'), get('state?channel=' + channel)]);
      if (channel === this.channel) {
        this.show(messages.filter(message => message.channel === channel).reverse());
        this.showFaults(faults[channel], state.over);
        this.showState(state);
      }
      if (this.lost) {
        this.status.textContent = this.lost = '';
      }
    } catch {
      this.status.textContent = this.lost = t('unreached');
    }
  }

  /** New ones go below the others: who listens hears them alone. */
  show(messages) {
    const last = messages.at(-1)?.id ?? 0;
    if (last < this.shown || !this.messages.firstChild || (last && !this.shown)) {
      this.shown = 0;
      this.messages.replaceChildren(...last ? [] : [h('p', {class: 'none'}, t('none'))]);
    }
    const fresh = messages.filter(message => message.id > this.shown);
    if (fresh.length) {
      this.messages.append(...fresh.map(card));
      this.shown = last;
      this.messages.scrollTop = this.messages.scrollHeight;
    }
  }

  /** Over SMPP nothing is signed, and an answer does not stop half-way. */
  showFaults(faults, over) {
    const kinds = Object.keys(faults).filter(kind => over !== 'smpp' || !['forged', 'half'].includes(kind));
    if ([...this.kind.options].map(option => option.value).join() !== kinds.join()) {
      this.kind.replaceChildren(...kinds.map(kind => h('option', {value: kind}, t('fault.' + kind))));
    }
    const left = Object.entries(faults).filter(([, count]) => count > 0);
    const key = JSON.stringify(left);
    if (this.faults.dataset.key !== key) {
      this.faults.dataset.key = key;
      this.faults.replaceChildren(...left.map(([kind, count]) => h('li', {},
        h('span', {}, t('fault.left', t('fault.' + kind), count)),
        h('button', {type: 'button', onclick: () => this.breaks(kind, 0)}, t('mend')))));
    }
  }

  showState(state) {
    const key = JSON.stringify(state);
    if (this.state.dataset.key === key && this.state.firstChild) {
      return;
    }
    this.state.dataset.key = key;
    const lines = state.lines ?? [];
    this.state.replaceChildren(
      h('h2', {id: 'state'}, t('state')),
      h('p', {class: 'state ' + (state.state ?? '')},
        state.stateName ?? state.detail ?? t('state.absent'),
        state.over ? h('span', {}, t('over.' + state.over)) : null),
      ...[state.fault, state.lastError].filter(text => text).map(text => h('p', {class: 'why'}, text)),
      state.delivery?.parked ? h('p', {class: 'why'}, t('parked', state.delivery.parked)) : '',
      lines.length
        ? h('ul', {class: 'lines'}, lines.map(line => h('li', {},
          h('span', {class: 'about'}, line.about), h('strong', {}, this.channel === 'webhook' ? t('line.' + line.state) : line.state),
          line.tries > 1 ? h('span', {}, t('tries', line.tries)) : null,
          line.why ? h('span', {class: 'why'}, line.why) : null)))
        : h('p', {class: 'none'}, t('state.nothing')));
  }
}

/** What came of something that was asked, as the platform answered it. */
function told(answer, said) {
  if (!answer.ok) {
    return t('failed', answer.status);
  }
  if (said.error) {
    return t('error.' + said.error);
  }
  if (said.told === 'held') {
    return t('told.held');
  }
  if (said.status >= 400 || said.status <= 0) {
    return t('refused', said.status, said.detail ?? '');
  }
  return said.told ? t('told.' + said.told) : t('done');
}

customElements.define('demo-app', DemoApp);
