// SPDX-License-Identifier: Apache-2.0
// How a case stands. The digits of the phone stay in their field: never in the address, never kept.
import {day, h, header, language, phone, speak, t, terms, when} from './dom.js';
import {get, words} from './server.js';

class ProgressApp extends HTMLElement {
  async connectedCallback() {
    await speak();
    this.number = h('input', {
      name: 'number', inputmode: 'numeric', maxlength: 40, autocomplete: 'off', required: true, 'aria-describedby': 'fault'});
    this.digits = h('input', {
      name: 'digits', inputmode: 'numeric', maxlength: 4, autocomplete: 'off', required: true, 'aria-describedby': 'fault'});
    window.addEventListener('hashchange', () => this.fill());
    // A page that a browser keeps for "back" is not to show the next person what it showed.
    window.addEventListener('pagehide', () => this.clear());
    this.show();
    this.fill();
  }

  /** Fills the number in that the address brings. */
  fill() {
    this.clear();
    this.number.value = location.hash.slice(1).replace(/[^0-9]/g, '');
    (this.number.value ? this.digits : this.number).focus();
  }

  clear() {
    this.digits.value = '';
    this.told.replaceChildren();
    this.fault.textContent = '';
  }

  show() {
    this.fault = h('p', {id: 'fault', class: 'fault', role: 'alert'});
    this.told = h('div', {});
    this.button = h('button', {class: 'main'}, t('progress.find'));
    this.replaceChildren(
      header(t('progress.title'), t('progress.about'), () => this.again()),
      h('main', {},
        h('form', {class: 'card wide', novalidate: true, onsubmit: event => this.submit(event)},
          h('label', {}, t('number'), this.number),
          h('label', {}, t('digits'), this.digits),
          this.fault, this.button),
        this.told));
  }

  async again() {
    const shown = this.told.children.length;
    this.show();
    if (shown) {
      await this.ask();
    }
  }

  async submit(event) {
    event.preventDefault();
    await this.ask();
  }

  async ask() {
    const number = plain(this.number.value);
    const digits = plain(this.digits.value);
    this.told.replaceChildren();
    this.fault.textContent = !/^\d{17}$/.test(number) ? t('number.wrong') : !/^\d{4}$/.test(digits) ? t('digits.wrong') : '';
    if (this.fault.textContent) {
      (/^\d{17}$/.test(number) ? this.digits : this.number).focus();
      return;
    }
    this.button.disabled = true;
    try {
      const found = await get(`/progress/${number}?${new URLSearchParams({phone: digits})}`);
      this.told.replaceChildren(...progress(found));
      this.told.querySelector('h2').focus();
    } catch (refused) {
      this.fault.textContent = refused.status === 404 ? t('progress.none') : words(refused);
    }
    this.button.disabled = false;
  }
}

/** Digits as they are meant: without blanks and dashes, full-width ones too. */
const plain = text => text.normalize('NFKC').replace(/[\s-]/g, '');

function progress(found) {
  const open = found.status === 'OPEN';
  return [
    h('section', {class: 'card'},
      h('h2', {tabindex: -1}, found.matterName),
      found.modeAbsent && h('p', {class: 'notice'}, found.modeAbsent),
      open && found.missing.length > 0 && h('div', {class: 'notice'},
        h('h3', {}, t('missing')), h('ul', {}, found.missing.map(name => h('li', {}, name)))),
      h('p', {class: 'big'}, found.stage),
      terms([
        [t('status'), t('status.' + found.status)],
        [t('holder'), open && found.holder],
        [t('light'), light(found)],
        [t('due'), found.dueOn && day(found.dueOn)],
        [t('why'), found.why],
        [t('site'), found.siteName],
        [t('site.phone'), found.sitePhone && phone(found.sitePhone)],
        [t('applicant'), found.applicant],
        [t('number'), found.number],
      ].filter(([, value]) => value)),
      counted(found.lines)),
    found.parts.length > 0 && h('section', {class: 'card'}, h('h3', {}, t('parts')), h('ul', {}, found.parts.map(part =>
      h('li', {}, part.name + t('colon') + (part.ended ? part.result || t('part.ended') : t('part.open')))))),
    h('section', {class: 'card'}, h('h3', {}, t('timeline')), h('ul', {class: 'lines'}, [...found.timeline].reverse().map(event =>
      h('li', {}, h('strong', {}, event.what), ' ', h('span', {class: 'soft'}, when(event.at)),
        event.reason && h('p', {}, event.reason))))),
  ].filter(Boolean);
}

/** The light, with the days that are left while any are counted. */
function light({light: shown, daysLeft, status}) {
  const days = daysLeft === undefined || status !== 'OPEN' ? ''
    : ' · ' + (daysLeft < 0 ? t('days.over', -daysLeft) : t('days.left', daysLeft));
  return h('strong', {class: 'light-' + shown}, t('light.' + shown) + days);
}

/** How the limit is counted, line by line. */
const counted = lines => lines.length > 0 && h('details', {}, h('summary', {}, t('lines')),
  h('ul', {class: 'lines'}, lines.map(line => h('li', {},
    line.from === line.to ? day(line.from) : t('from.to', day(line.from), day(line.to)),
    t('colon'), line.reason, line.days ? (language() === 'zh' ? '，' : ', ') + t('lines.days', line.days) : ''))));

customElements.define('progress-app', ProgressApp);
