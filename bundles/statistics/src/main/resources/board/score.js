// SPDX-License-Identifier: Apache-2.0
// A site's star score: what separates it from the next star, and each point with what it came from.
import {h, t} from './dom.js';
import {get} from './server.js';
import {dialog, openCases} from './cases.js';

export async function openScore(standing, modes) {
  const content = h('div', {}, h('p', {role: 'status'}, t('loading')));
  dialog(standing.name, content);
  try {
    content.replaceChildren(...shown(await get('/stars/' + standing.site), modes));
  } catch (refused) {
    content.replaceChildren(h('p', {class: 'fault', role: 'alert'}, refused.status ? refused.message : t('unreached')));
  }
}

function shown(score, modes) {
  const {standing, next} = score;
  return [
    h('p', {class: 'big'}, `${standing.total === undefined ? t('none') : Number(standing.total)} ${standing.level ? t('level.' + standing.level) : ''}`),
    standing.warning ? h('p', {class: 'notice'}, standing.warning) : '',
    next ? h('p', {}, t('stars.next', t('level.' + next.level), Number(next.from), Number(next.missing))) : '',
    next ? h('ol', {}, next.gains.filter(gain => gain.needed).map(gain => h('li', {}, `${gain.text}（+${Number(gain.points)}） `, gain.hint))) : '',
    h('p', {class: 'soft'}, t('stars.table', score.source), ...score.notes.map(note => ' ' + note)),
    h('div', {class: 'scroll'}, h('table', {},
      h('thead', {}, h('tr', {}, ['text', 'points', 'facts'].map(column => h('th', {scope: 'col'}, t('stars.' + column))))),
      h('tbody', {}, score.lines.map(line => h('tr', {},
        h('th', {scope: 'row'}, line.text),
        h('td', {class: 'nowrap'}, `${line.points === undefined ? t('none') : Number(line.points)} / ${Number(line.max)}`),
        h('td', {}, h('div', {}, line.why), line.facts.map(fact => h('div', {class: 'soft'}, fact.link?.startsWith('statistics/why?')
          ? h('button', {class: 'plain', onclick: () => openCases(line.text, fact.link, modes)}, fact.text) : fact.text))))))))
  ];
}
