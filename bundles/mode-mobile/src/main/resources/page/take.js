// SPDX-License-Identifier: Apache-2.0
import {h, numberName, stopName, t, tell, when} from './dom.js';
import {amend, keep, kept, numbers, take} from './store.js';
import {draftFaults, isOpen, missing} from './checks.js';
import './photos.js';

const FILLED = new Set(['stop', 'takenAt']);

/** Takes a case, or amends one that the platform refused. */
class MobileTake extends HTMLElement {
  async connectedCallback() {
    if (!this.pack) {
      this.replaceChildren(this.notice(t('take.nopack')));
      return;
    }
    this.data = this.pack.data;
    this.amended = this.reason.amend ?? null;
    const left = (await numbers()).length;
    if (!this.amended && (left === 0 || Date.now() > this.pack.expires)) {
      this.replaceChildren(this.notice(t(left === 0 ? 'take.nonumbers' : 'pack.expired')));
      return;
    }
    const typed = this.amended ? null : (await kept('form'))?.draft;
    this.build(this.amended?.draft ?? typed ?? null);
    for (const fault of this.amended?.problem?.violations ?? []) {
      this.fault(this.field(fault.field), fault.message);
    }
  }

  notice(text) {
    return h('section', {class: 'card'}, h('h2', {}, t('view.take')), h('p', {class: 'notice'}, text),
      h('button', {class: 'main', onclick: () => tell(this, 'go', {view: 'pack'})}, t('take.topack')));
  }

  now() {
    return Date.now() + this.pack.skew;
  }

  build(draft) {
    this.guide = h('div', {'aria-live': 'polite'});
    this.taken = h('div', {class: 'rows'});
    this.form = h('form', {novalidate: true, onsubmit: event => this.submit(event), oninput: () => this.remember()},
      this.amended ? this.problem() : null,
      h('section', {class: 'card'},
        h('h2', {}, t('take.what')),
        this.control('answers.stop', t('take.stop'), this.stops(draft), true),
        this.amended ? this.control('answers.takenAt', t('take.at'), h('input', {type: 'datetime-local',
          value: local(draft.answers.takenAt)}), true) : null,
        this.control('matter', t('take.matter'), this.matters(draft), true),
        this.guide),
      h('section', {class: 'card'}, h('h2', {}, t('take.who')), this.applicant(draft?.applicant)),
      h('section', {class: 'card'},
        h('h2', {}, t('take.kept')),
        h('p', {class: 'soft'}, t('take.kept.why')),
        this.taken,
        h('button', {type: 'button', onclick: () => this.addOriginal('').focus()}, t('take.kept.add'))),
      h('section', {class: 'card'},
        this.others(draft),
        this.control('note', t('take.note'), h('textarea', {rows: 2, value: draft?.note ?? ''})),
        h('p', {class: 'fault', role: 'alert', id: 'summary'}),
        h('div', {class: 'actions'},
          h('button', {class: 'main'}, t(this.amended ? 'take.amend' : 'take.save')),
          this.amended ? h('button', {type: 'button', onclick: () => tell(this, 'go', {view: 'cases'})}, t('cancel')) : null)));
    this.replaceChildren(this.form);
    (draft?.taken ?? []).forEach(one => this.addOriginal(one.name));
    this.showGuide(draft);
  }

  problem() {
    return h('section', {class: 'card refused'}, h('h2', {}, t('take.amending', this.amended.number)),
      h('p', {class: 'fault'}, this.amended.problem?.detail ?? ''));
  }

  /** A control with its label, and a place for what is wrong with it. */
  control(field, label, input, required = false) {
    const id = 'f-' + field.replace(/\W/g, '-');
    input.id = id;
    input.name = field;
    input.setAttribute('aria-describedby', id + '-fault');
    input.toggleAttribute('required', required);
    return h('div', {class: 'field'}, h('label', {for: id}, label, required ? h('span', {class: 'must'}, ' *') : null),
      input, h('p', {class: 'fault', id: id + '-fault'}));
  }

  stops(draft) {
    const open = this.data.stops.filter(one => isOpen(one, this.data.graceMinutes, this.now()));
    const shown = this.amended ? this.data.stops : open;
    const chosen = draft?.answers.stop ?? open[0]?.id;
    return h('select', {}, shown.length ? null : h('option', {value: ''}, t('take.noopen')),
      shown.map(one => h('option', {value: one.id, selected: one.id === chosen}, stopName(one))));
  }

  matters(draft) {
    return h('select', {onchange: () => this.showGuide(this.collect())}, h('option', {value: ''}, t('take.choose')),
      this.data.matters.map(one => h('option', {value: one.code, selected: one.code === draft?.matter}, one.name)));
  }

  matter() {
    return this.data.matters.find(one => one.code === this.form.elements.matter.value);
  }

  /** What the matter needs, and how much of it was handed in. */
  showGuide(draft) {
    const guide = this.matter()?.guide;
    if (!guide) {
      this.guide.replaceChildren();
      return;
    }
    const handed = Object.fromEntries((draft?.materials ?? []).map(one => [one.code, one]));
    this.guide.replaceChildren(
      h('details', {}, h('summary', {}, t('take.guide')),
        h('dl', {}, this.lines('take.conditions', guide.conditions), this.lines('take.process', guide.process),
          guide.committedDays === undefined ? null
            : [h('dt', {}, t('take.days')), h('dd', {}, guide.committedDays === 0 ? t('take.atonce') : t('days', guide.committedDays))],
          guide.fee ? [h('dt', {}, t('take.fee')), h('dd', {}, guide.fee)] : null,
          guide.result ? [h('dt', {}, t('take.result')), h('dd', {}, guide.result)] : null)),
      h('fieldset', {}, h('legend', {}, t('take.materials')),
        guide.materials.length ? guide.materials.map(one => this.material(one, handed[one.code])) : t('take.nomaterials')));
  }

  lines(title, lines) {
    return lines.length ? [h('dt', {}, t(title)), h('dd', {}, h('ol', {}, lines.map(line => h('li', {}, line))))] : null;
  }

  material(one, handed) {
    const count = (kind, wanted) => h('label', {class: 'count'}, t('take.' + kind, wanted),
      h('input', {type: 'number', min: 0, max: 99, inputmode: 'numeric', 'data-code': one.code, 'data-kind': kind,
        value: handed?.[kind] ?? 0, 'aria-label': `${one.name} ${t('take.' + kind, wanted)}`}));
    const row = h('div', {class: 'material'},
      h('p', {}, one.name, one.required ? h('span', {class: 'must'}, ' *') : h('span', {class: 'soft'}, t('take.optional')),
        one.note ? h('span', {class: 'soft'}, ' ' + one.note) : null),
      h('div', {class: 'counts'}, count('originals', one.originals), count('copies', one.copies),
        h('button', {type: 'button', 'aria-label': t('take.all', one.name), onclick: () => {
          row.querySelectorAll('input').forEach(input => {
            input.value = one[input.dataset.kind];
          });
          this.remember();
        }}, t('take.complete'))),
      h('mobile-photos', {'data-code': one.code, 'data-name': one.name, 'data-ids': (handed?.photos ?? []).join(' '),
        onpictured: () => this.remember()}));
    return row;
  }

  applicant(known) {
    return [
      this.control('applicant.kind', t('take.kind'), h('select', {},
        ['PERSON', 'ORGANIZATION'].map(kind => h('option', {value: kind, selected: kind === known?.kind}, t('kind.' + kind))))),
      this.control('applicant.name', t('take.name'), h('input', {autocomplete: 'off', value: known?.name ?? ''}), true),
      this.control('applicant.idNumber', t('take.id'), h('input', {autocomplete: 'off', autocapitalize: 'characters',
        value: known?.idNumber ?? '', onchange: () => this.check('applicant.idNumber')}), true),
      this.control('applicant.phone', t('take.phone'), h('input', {type: 'tel', autocomplete: 'off',
        value: known?.phone ?? '', onchange: () => this.check('applicant.phone')}), true),
      this.control('applicant.address', t('take.address'), h('input', {autocomplete: 'off', value: known?.address ?? ''})),
    ];
  }

  /** The fields of the form that the page does not fill by itself. */
  others(draft) {
    return this.data.form.filter(field => !FILLED.has(field.name)).map(field => {
      const given = draft?.answers[field.name] ?? '';
      const input = field.type === 'CHOICE'
        ? h('select', {}, h('option', {value: ''}, t('take.choose')),
          field.choices.map(one => h('option', {value: one.id, selected: one.id === given}, one.label)))
        : h('input', {type: {NUMBER: 'number', DATE: 'date'}[field.type] ?? 'text', value: given});
      return this.control('answers.' + field.name, field.label, input, field.required);
    });
  }

  addOriginal(name) {
    const input = h('input', {name: 'taken', value: name, maxlength: 100, 'aria-label': t('take.original')});
    const row = h('div', {class: 'row'}, input, h('button', {type: 'button', 'aria-label': t('remove'), onclick: () => {
      row.remove();
      this.remember();
    }}, '✕'));
    this.taken.append(row);
    return input;
  }

  collect() {
    const value = name => (this.form.elements[name]?.value ?? '').trim();
    const counts = {};
    this.guide.querySelectorAll('input[data-code]').forEach(input => {
      (counts[input.dataset.code] ??= {code: input.dataset.code})[input.dataset.kind] = Number(input.value) || 0;
    });
    this.guide.querySelectorAll('mobile-photos').forEach(photos => {
      (counts[photos.dataset.code] ??= {code: photos.dataset.code}).photos = photos.ids;
    });
    const answers = {};
    for (const field of this.data.form.filter(one => !FILLED.has(one.name) && value('answers.' + one.name))) {
      const text = value('answers.' + field.name);
      answers[field.name] = field.type === 'NUMBER' ? Number(text) : text;
    }
    answers.stop = Number(value('answers.stop')) || null;
    answers.takenAt = this.amended ? instant(value('answers.takenAt')) : new Date(this.now()).toISOString();
    return {
      mode: 'mobile',
      matter: value('matter'),
      site: this.data.point.code,
      applicant: {kind: value('applicant.kind'), name: value('applicant.name'),
        idNumber: value('applicant.idNumber').toUpperCase(), phone: value('applicant.phone'),
        address: value('applicant.address') || null},
      materials: Object.values(counts).filter(one => one.originals || one.copies || one.photos?.length),
      taken: [...this.form.querySelectorAll('[name=taken]')].map(input => ({name: input.value.trim()})).filter(one => one.name),
      answers,
      note: value('note') || null,
      number: this.amended?.number,
    };
  }

  /** What is typed survives a closed browser. */
  remember() {
    if (!this.amended) {
      keep({id: 'form', draft: this.collect()});
    }
  }

  field(name) {
    return this.form.elements[name] ?? null;
  }

  check(name) {
    const key = draftFaults(this.collect(), this.data)[name];
    this.fault(this.field(name), key ? t(key) : '');
  }

  fault(input, text) {
    if (input) {
      input.setAttribute('aria-invalid', Boolean(text));
      this.form.querySelector(`#${input.id}-fault`).textContent = text;
    }
  }

  async submit(event) {
    event.preventDefault();
    const draft = this.collect();
    const faults = draftFaults(draft, this.data);
    this.form.querySelectorAll('[aria-describedby]').forEach(input => this.fault(input, faults[input.name] ? t(faults[input.name]) : ''));
    const count = Object.keys(faults).length;
    this.form.querySelector('#summary').textContent = count ? t('take.faults', count) : '';
    if (count) {
      this.form.querySelector('[aria-invalid=true]')?.focus();
      return;
    }
    const one = {state: 'waiting', draft, matterName: this.matter().name, takenAt: draft.answers.takenAt};
    try {
      this.receipt(this.amended ? await this.amendAs(one) : await take(one));
    } catch {
      this.form.querySelector('#summary').textContent = t('take.notkept');
    }
  }

  async amendAs(one) {
    const amended = {...one, number: this.amended.number, uploaded: this.amended.uploaded};
    await amend(amended);
    return amended;
  }

  /** What the applicant goes home with. */
  receipt(one) {
    const lacking = missing(one.draft, this.matter());
    const stop = this.data.stops.find(each => each.id === one.draft.answers.stop);
    const names = one.draft.taken.map(each => each.name).join('、');
    this.replaceChildren(h('section', {class: 'card receipt', tabindex: -1},
      h('h2', {}, t('receipt.title')),
      h('p', {class: 'soft'}, t('receipt.number')),
      h('p', {class: 'big'}, numberName(one.number)),
      h('dl', {},
        h('dt', {}, t('take.name')), h('dd', {}, one.draft.applicant.name),
        h('dt', {}, t('take.matter')), h('dd', {}, one.matterName),
        h('dt', {}, t('receipt.at')), h('dd', {}, `${when(one.takenAt)} ${stop.place}`),
        names ? [h('dt', {}, t('take.kept')), h('dd', {}, names)] : null,
        lacking.length ? [h('dt', {}, t('receipt.missing')), h('dd', {class: 'fault'}, lacking.join('、'))] : null),
      h('p', {}, t('receipt.follow', one.draft.applicant.phone.replace(/\D/g, '').slice(-4))),
      h('p', {class: 'soft'}, t('receipt.kept')),
      h('div', {class: 'actions'},
        h('button', {class: 'main', onclick: () => tell(this, 'go', {view: 'take'})}, t('receipt.next')),
        h('button', {onclick: () => window.print()}, t('receipt.print')))));
    this.firstChild.focus();
    tell(this, 'counted');
  }
}

/** An instant as the county's clocks show it, for a datetime-local input, and back. */
const local = text => new Date(Date.parse(text) + 8 * 3_600_000).toISOString().slice(0, 16);
const instant = text => (text ? new Date(text + ':00+08:00').toISOString() : '');

customElements.define('mobile-take', MobileTake);
