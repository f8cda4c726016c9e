// SPDX-License-Identifier: Apache-2.0
import {h, language, stopName, t, tell, when} from './dom.js';
import {addNumbers, keep, numbers} from './store.js';
import {Refused, call, loggedIn} from './server.js';

/** Loads what a device needs to work without a network, and shows what it has. */
class MobilePack extends HTMLElement {
  async connectedCallback() {
    this.points = h('select', {name: 'point', required: true});
    this.progress = h('progress', {max: 4, value: 0, hidden: true, 'aria-label': t('pack.loading')});
    this.told = h('p', {role: 'status'}, this.reason.why ?? '');
    this.button = h('button', {class: 'main', onclick: () => this.load()}, t(this.pack ? 'pack.again' : 'pack.load'));
    this.replaceChildren(
      h('section', {class: 'card'},
        h('h2', {}, t('pack.title')),
        h('p', {class: 'soft'}, t('pack.why')),
        h('label', {}, t('pack.point'), this.points),
        this.progress, this.told, this.button),
      ...(this.pack ? this.contents(await numbers()) : []));
    await this.offer();
  }

  /** The mobile points the account sees; without a network, the one that is kept. */
  async offer() {
    const own = this.pack?.data.point;
    try {
      const division = loggedIn()?.division ?? this.pack?.account.division;
      const {body} = await call('GET', `/sites?kind=MOBILE&limit=200${division ? '&division=' + division : ''}`);
      this.fill(body.items, own);
      if (!body.items.length) {
        this.told.textContent = t('pack.none');
      }
    } catch {
      this.fill(own ? [own] : [], own);
      this.told.textContent = t(own ? 'pack.kept' : 'unreached');
    }
  }

  fill(points, own) {
    this.points.replaceChildren(...points.map(one =>
      h('option', {value: one.code, selected: one.code === own?.code}, `${one.name}（${one.code}）`)));
    this.button.disabled = !points.length;
  }

  async load() {
    if (!loggedIn()) {
      tell(this, 'go', {view: 'login', why: t('login.again')});
      return;
    }
    this.button.disabled = true;
    this.progress.hidden = false;
    try {
      await this.fetch(this.points.value);
      tell(this, 'go', {view: 'pack', why: t('pack.done')});
    } catch (broken) {
      this.button.disabled = false;
      this.progress.hidden = true;
      this.told.textContent = broken instanceof Refused ? broken.message : t('unreached');
    }
  }

  async fetch(point) {
    this.step(1, t('pack.step.guides', 0));
    const same = this.pack?.data.point.code === point && this.pack.language === language();
    const got = await this.fresh(point, same);
    this.step(2, t('pack.step.numbers'));
    const data = got.body ?? this.pack.data;
    const lacking = data.numbers - (await numbers()).length;
    if (lacking > 0) {
      const {body} = await call('POST', '/numbers', {body: {count: lacking}});
      await addNumbers(body.map(({number, reservedAt}) => ({number, reservedAt})));
    }
    this.step(3, t('pack.step.page'));
    await this.page();
    const now = Date.now();
    await keep({id: 'pack', data, etag: got.headers.get('ETag'), language: language(), account: loggedIn(), loadedAt: now,
      // The platform's clock is the one that counts.
      skew: Date.parse(got.headers.get('Date')) - now || 0,
      expires: now + data.validHours * 3_600_000});
    this.step(4, '');
  }

  /** The package, or an answer without a body where the one on the device is still the same. */
  fresh(point, same) {
    return call('GET', '/mobile/package?point=' + encodeURIComponent(point), {
      headers: same && this.pack.etag ? {'If-None-Match': this.pack.etag} : {},
      progress: bytes => this.step(1, t('pack.step.guides', Math.ceil(bytes / 1024))),
    });
  }

  /** Waits until the page itself is kept. */
  async page() {
    if (navigator.serviceWorker) {
      await navigator.serviceWorker.ready;
    }
  }

  step(done, text) {
    this.progress.value = done;
    this.told.textContent = text;
  }

  contents(left) {
    const {data, loadedAt, expires} = this.pack;
    const old = Date.now() > expires;
    return [
      h('section', {class: 'card'},
        h('h2', {}, t('pack.contents')),
        old ? h('p', {class: 'fault'}, t('pack.expired')) : null,
        h('dl', {},
          h('dt', {}, t('pack.loaded')), h('dd', {}, when(loadedAt)),
          h('dt', {}, t('pack.expires')), h('dd', {}, when(expires)),
          h('dt', {}, t('pack.left')), h('dd', {}, t('pack.count', left.length))),
        data.rules ? h('p', {class: 'soft'}, data.rules) : null),
      h('section', {class: 'card'},
        h('h2', {}, t('pack.stops')),
        data.stops.length
          ? h('ul', {class: 'plain'}, data.stops.map(one =>
            h('li', {}, h('strong', {}, stopName(one)), one.note ? h('span', {class: 'soft'}, ' ' + one.note) : null)))
          : h('p', {}, t('pack.nostops'))),
      h('section', {class: 'card'},
        h('h2', {}, t('pack.matters', data.matters.length)),
        h('ul', {class: 'plain'}, data.matters.map(one =>
          h('li', {}, h('strong', {}, one.name), h('span', {class: 'soft'}, ' ' + one.department))))),
    ];
  }
}

customElements.define('mobile-pack', MobilePack);
