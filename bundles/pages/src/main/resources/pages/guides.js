// SPDX-License-Identifier: Apache-2.0
// Guides: a search, and one of them; which one stands in the address, so that "back" goes back.
import {day, h, header, language, phone, speak, t, terms} from './dom.js';
import {get, ifThere, paged, words} from './server.js';

const KINDS = {4: 'HALL', 5: 'CENTRE', 6: 'STATION'};

class GuidesApp extends HTMLElement {
  async connectedCallback() {
    await speak();
    window.addEventListener('hashchange', () => this.show());
    await this.show();
  }

  async show() {
    const [code, version] = asked();
    const main = h('main', {});
    const turn = this.turn = Symbol('turn');
    this.replaceChildren(header(t('guides.title'), t('guides.about'), () => this.again()), main);
    if (!code) {
      main.replaceChildren(this.search ??= search());
      return;
    }
    main.replaceChildren(h('p', {role: 'status'}, t('loading')));
    let content;
    try {
      content = await guide(code, version);
    } catch (refused) {
      content = [h('p', {class: 'card notice', role: 'alert'}, refused.status === 404 ? t('guide.unknown') : words(refused))];
    }
    if (this.turn === turn) {
      main.replaceChildren(h('p', {}, h('a', {href: '#'}, t('guides.back'))), ...content);
      main.querySelector('h2')?.focus();
      window.scrollTo(0, 0);
    }
  }

  again() {
    this.search = null;
    this.show();
  }
}

/** Code and version that the address names. */
function asked() {
  try {
    return location.hash.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return [location.hash.slice(1)];
  }
}

function search() {
  const found = h('div', {class: 'card'});
  const field = h('input', {type: 'search', name: 'text', maxlength: 80, autocomplete: 'off', enterkeyhint: 'search'});
  const find = () => found.replaceChildren(
    paged('/matters?' + new URLSearchParams({inForce: true, text: field.value.trim()}), line));
  find();
  return h('div', {},
    h('form', {class: 'card row', role: 'search', onsubmit: event => {
      event.preventDefault();
      find();
    }}, h('label', {}, t('guides.words'), field), h('button', {class: 'main'}, t('guides.find'))),
    found);
}

const line = matter => h('li', {},
  h('a', {href: '#' + encodeURIComponent(matter.code)}, matter.name),
  h('p', {class: 'soft'},
    matter.sample && h('span', {class: 'tag'}, t('sample')),
    [matter.department, t('type.' + matter.type), limits(matter.guide)[0]].filter(Boolean).join(' · ')));

/** What stands between words of a list. */
const comma = () => language() === 'zh' ? '、' : ', ';

function limits({committedDays, statutoryDays}) {
  return [
    committedDays === 0 ? t('limit.immediate') : committedDays && t('limit.committed', committedDays),
    statutoryDays !== undefined && t('limit.statutory', statutoryDays),
  ].filter(Boolean);
}

/** A matter with its guide in the version asked for, or in the newest. */
async function guide(code, version) {
  const path = '/matters/' + encodeURIComponent(code);
  const [matter, modes] = await Promise.all([get(path), ifThere('/workflows')]);
  const newest = matter.guide;
  const shown = version && Number(version) !== newest.version
    ? await get(`${path}/guides/${encodeURIComponent(version)}`) : newest;
  return [
    head(matter, shown),
    part('conditions', listed(shown.conditions)),
    part('materials', materials(shown.materials)),
    part('process', listed(shown.process)),
    part('basis', listed(shown.basis)),
    part('modes', offered(shown.modes, modes)),
    where(shown.levels),
    shown === newest && !newest.withdrawn && paper(matter),
  ].filter(Boolean);
}

function head(matter, shown) {
  const newest = matter.guide;
  return h('section', {class: 'card'},
    h('h2', {tabindex: -1}, matter.name),
    h('p', {}, matter.sample && h('span', {class: 'tag'}, t('sample')),
      h('span', {class: 'tag'}, t('version', shown.version, day(shown.published)))),
    shown !== newest && !newest.withdrawn && h('p', {class: 'notice'}, t('version.old') + ' ',
      h('a', {href: '#' + encodeURIComponent(matter.code)}, t('version.now', newest.version))),
    newest.withdrawn && h('p', {class: 'notice'}, t('version.none', day(newest.withdrawn))),
    matter.sample && h('p', {class: 'notice'}, t('sample.about', matter.source)),
    terms([
      [t('limit'), limits(shown).join(language() === 'zh' ? '；' : '; ') || t('unknown')],
      [t('fee'), shown.fee ?? t('unknown')],
      [t('result'), shown.result ?? t('unknown')],
      [t('supervision'), shown.supervisionPhone ? phone(shown.supervisionPhone) : t('unknown')],
      [t('department'), matter.department],
      [t('type'), t('type.' + matter.type)],
      [t('levels'), [...shown.levels].sort().map(level => t('level.' + level)).join(comma())],
      [t('code'), matter.code],
    ]));
}

const part = (name, content) => h('section', {class: 'card'}, h('h3', {}, t('part.' + name)), content);

function listed(items) {
  if (items.length < 2) {
    return h('p', {}, items[0] ?? t('unknown'));
  }
  return h('ol', {}, items.map(item => h('li', {}, item)));
}

function materials(all) {
  return !all.length ? h('p', {}, t('unknown')) : h('ul', {class: 'lines'}, all.map(one => h('li', {},
    one.name,
    h('p', {class: 'soft'},
      t('material', one.originals, one.copies), one.required ? '' : ' · ' + t('material.optional'),
      one.note ? ' · ' + one.note : ''))));
}

/** The ways it can be handled; what is not installed here is said so. */
function offered(asked, installed) {
  const names = new Map(installed?.map(one => [one.mode, one.name]));
  if (!asked.length) {
    return h('p', {}, names.size ? t('modes.any', [...names.values()].join(comma())) : t('modes.all'));
  }
  return h('ul', {}, [...asked].sort().map(mode => h('li', {},
    names.get(mode) ?? t('mode.' + mode),
    installed && !names.has(mode) && h('span', {class: 'soft'}, ' ' + t('modes.absent')))));
}

/** Where one can go: the places of the levels that handle it, asked for when it is opened. */
function where(levels) {
  const kinds = [...levels].sort().filter(level => KINDS[level]);
  const places = level => [h('h3', {}, t('kind.' + KINDS[level])), paged('/sites?kind=' + KINDS[level], place)];
  const opened = h('details', {ontoggle: () => {
    if (opened.open && opened.children.length === 1) {
      opened.append(h('div', {}, kinds.flatMap(places)));
    }
  }}, h('summary', {}, t('where')));
  return kinds.length && h('section', {class: 'card where'}, opened);
}

const place = site => h('li', {},
  site.name, ' ', site.sample && h('span', {class: 'tag'}, t('sample')),
  h('p', {class: 'soft'}, site.address ?? '', site.address && site.phone ? ' · ' : '', site.phone ? phone(site.phone) : ''));

/** The notice for the wall, which is refused while the guide lacks what must be published. */
function paper({code, guide: {conditions, process, basis, committedDays, statutoryDays, supervisionPhone}}) {
  const whole = conditions.length && process.length && basis.length && supervisionPhone
    && (committedDays ?? statutoryDays) !== undefined;
  return h('p', {}, whole
    ? h('a', {href: '/api/v1/board-notices/' + encodeURIComponent(code), type: 'application/pdf'}, t('paper'))
    : h('span', {class: 'soft'}, t('paper.lacking')));
}

customElements.define('guides-app', GuidesApp);
