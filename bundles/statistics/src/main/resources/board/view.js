// SPDX-License-Identifier: Apache-2.0
// The board of one place: numbers, charts, and a table; each opens what it counts.
import {h, lastDay, query, t} from './dom.js';
import {months, rateByMonth, rows} from './charts.js';
import {openCases} from './cases.js';
import {openScore} from './score.js';

const FIGURES = ['submitted', 'ended', 'on-time-rate', 'open', 'overdue'];

class BoardView extends HTMLElement {
  connectedCallback() {
    const {summary, towns, stars, ratings} = this.data;
    this.names = new Map(this.data.modes.map(mode => [mode.key, mode.name]));
    this.replaceChildren(
      summary.waiting ? h('p', {class: 'soft', role: 'status'}, t('waiting', summary.waiting)) : '',
      this.alarms(),
      this.tiles(),
      h('div', {class: 'charts'},
        this.chart('months', t('chart.months')),
        this.chart('rate', t('chart.rate')),
        this.chart('places', t(towns ? 'chart.towns' : 'chart.sites'), this.data.places.length),
        this.chart('quality', t(towns ? 'chart.quality.towns' : 'chart.quality.sites'), this.data.places.length,
          ratings ? null : t('ratings.absent')),
        this.chart('modes', t('chart.modes'), this.data.modes.length),
        this.chart('stars', t('chart.stars'), stars?.length, stars ? t('stars.how') : t('stars.absent'))),
      this.table());
    this.draw();
  }

  chart(name, title, count, note) {
    return h('section', {class: 'card'},
      h('h2', {}, title),
      note ? h('p', {class: 'soft'}, note) : null,
      count === 0 ? h('p', {class: 'soft'}, t('nothing')) : h('div', {class: 'chart', id: 'chart-' + name, role: 'img', 'aria-label': title}));
  }

  draw() {
    const {months: points, modes, places, stars} = this.data;
    const at = name => this.querySelector('#chart-' + name);
    months(at('months'), points, ['submitted', 'ended'], (index, figure) => this.ofMonth(figure, points.submitted[index].at));
    rateByMonth(at('rate'), points.rate, index => this.ofMonth('on-time-rate', points.rate[index].at));
    if (modes.length) {
      rows(at('modes'), modes.map(one => one.name),
        [{id: 'submitted', name: t('figure.submitted'), values: modes.map(one => one.counts.submitted)}],
        index => this.cases('submitted', {mode: modes[index].key}, modes[index].name));
    }
    if (places.length) {
      this.drawPlaces(at);
    }
    const chart = at('stars');
    if (stars?.length) {
      rows(chart, stars.map(one => one.name),
        [{id: 'stars', name: t('stars.points'), values: stars.map(one => one.total), words: stars.map(levelOf)}],
        index => openScore(stars[index], this.names), {max: 100});
    } else {
      chart?.remove();
    }
  }

  drawPlaces(at) {
    const {places} = this.data;
    const names = places.map(one => one.name);
    rows(at('places'), names, [
      {id: 'submitted', name: t('figure.submitted'), values: places.map(one => one.counts.submitted)},
      {id: 'ended', name: t('figure.ended'), values: places.map(one => one.ended)},
    ], (index, figure) => this.ofPlace(places[index], figure));
    const quality = [{id: 'on-time-rate', name: t('figure.on-time-rate'), values: places.map(one => one.onTimeRate)}];
    if (this.data.ratings) {
      quality.push({id: 'satisfaction', name: t('satisfaction'), values: places.map(one => this.satisfaction(one.key))});
    }
    rows(at('quality'), names, quality,
      (index, figure) => figure === 'satisfaction' ? null : this.ofPlace(places[index], figure), {max: 100, unit: '%'});
  }

  satisfaction(scope) {
    return this.data.ratings?.get(scope)?.satisfaction;
  }

  /** What is late besides cases: bad ratings, notices. */
  alarms() {
    const {alarms} = this.data;
    return alarms.length === 0 ? '' : h('section', {class: 'card notice'},
      h('h2', {}, t('alarms', alarms.length)),
      h('ul', {}, alarms.map(one => h('li', {}, one.text))));
  }

  tiles() {
    const {summary, ratings} = this.data;
    const values = {
      submitted: summary.counts.submitted,
      ended: summary.ended,
      'on-time-rate': percent(summary.onTimeRate),
      open: total(summary.open),
      overdue: summary.open.overdue,
    };
    const whole = ratings?.get(this.asked.division);
    return h('ul', {class: 'tiles'},
      FIGURES.map(figure => h('li', {}, h('button', {class: figure === 'overdue' && values.overdue ? 'tile bad' : 'tile',
        onclick: () => this.cases(figure, {}, '')}, h('span', {}, t('figure.' + figure)), h('b', {}, String(values[figure]))))),
      ratings ? h('li', {}, h('div', {class: 'tile'},
        h('span', {}, t('satisfaction')), h('b', {}, percent(whole?.satisfaction)),
        h('small', {}, t('ratings', whole?.ratings ?? 0, whole?.bad ?? 0)))) : null);
  }

  /** The same numbers to read, each with the cases behind it. */
  table() {
    const {places, towns, ratings} = this.data;
    const number = (place, figure, value) => h('td', {},
      h('button', {class: 'plain', onclick: () => this.ofPlace(place, figure)}, String(value)));
    return h('section', {class: 'card wide'},
      h('h2', {}, t(towns ? 'table.towns' : 'table.sites')),
      h('div', {class: 'scroll'}, h('table', {},
        h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, t(towns ? 'town' : 'site')),
          FIGURES.map(figure => h('th', {scope: 'col'}, t('figure.' + figure))),
          ratings ? h('th', {scope: 'col'}, t('satisfaction')) : null)),
        h('tbody', {}, places.map(place => h('tr', {},
          h('th', {scope: 'row'}, towns
            ? h('button', {class: 'plain', onclick: () => this.open(place.key)}, place.name) : place.name),
          number(place, 'submitted', place.counts.submitted),
          number(place, 'ended', place.ended),
          number(place, 'on-time-rate', percent(place.onTimeRate)),
          number(place, 'open', total(place.open)),
          number(place, 'overdue', place.open.overdue),
          ratings ? h('td', {}, percent(this.satisfaction(place.key))) : null))))),
      places.length ? null : h('p', {class: 'soft'}, t('nothing')));
  }

  /** Months are counted whole, whatever the days asked. */
  ofMonth(figure, month) {
    this.cases(figure, {from: month + '-01', until: lastDay(month)}, month);
  }

  ofPlace(place, figure) {
    this.cases(figure, this.data.towns ? {division: place.key} : {site: place.key}, place.name);
  }

  cases(figure, more, of) {
    openCases(`${of ? of + ' · ' : ''}${t('figure.' + figure)}`,
      'statistics/why?' + query({figure, ...this.asked, ...more}), this.names);
  }
}

const total = open => open.overdue + open.near + open.onTime + open.paused + open.unknown + open.none;
const percent = value => value === null || value === undefined ? t('none') : Number(value) + '%';
const levelOf = one => one.total === undefined ? '' : `${Number(one.total)} ${one.level ? t('level.' + one.level) : ''}`;

customElements.define('board-view', BoardView);
