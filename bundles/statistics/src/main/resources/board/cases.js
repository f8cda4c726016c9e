// SPDX-License-Identifier: Apache-2.0
// The cases that a number counts, in a dialog; each opens what it is about.
import {h, t} from './dom.js';
import {get} from './server.js';

/** A dialog over the page that goes when it is closed. */
export function dialog(title, ...content) {
  const shown = h('dialog', {onclose: () => shown.remove(), 'aria-label': title},
    h('form', {method: 'dialog', class: 'bar'}, h('h2', {}, title), h('button', {}, t('close'))), ...content);
  document.body.append(shown);
  shown.showModal();
  return shown;
}

/** @param path of the list, below {@code /api/v1/} */
export async function openCases(title, path, modes) {
  const body = h('tbody');
  const state = h('p', {class: 'soft', role: 'status'}, t('loading'));
  const more = h('button', {hidden: true}, t('more'));
  dialog(title,
    h('div', {class: 'scroll'}, h('table', {},
      h('thead', {}, h('tr', {}, ['number', 'mode', 'submittedOn', 'endedOn', 'light'].map(column =>
        h('th', {scope: 'col'}, t('case.' + column))))), body)), state, more);
  const load = async after => {
    more.hidden = true;
    try {
      const page = await get(`/${path}&limit=50${after ? '&after=' + encodeURIComponent(after) : ''}`);
      body.append(...page.items.map(one => row(one, modes)));
      state.textContent = body.children.length ? '' : t('nothing');
      more.hidden = !page.next;
      more.onclick = () => load(page.next);
    } catch (refused) {
      state.textContent = refused.status ? refused.message : t('unreached');
    }
  };
  await load();
}

function row(one, modes) {
  const line = h('tr', {},
    h('th', {scope: 'row'}, h('button', {class: 'plain number', 'aria-expanded': 'false',
      onclick: event => open(event.target, line, one)}, one.number)),
    h('td', {}, modes.get(one.mode) ?? one.mode),
    h('td', {}, one.submittedOn),
    h('td', {}, one.endedOn ?? (one.dueOn ? t('case.due', one.dueOn) : t('case.open'))),
    h('td', {class: 'light-' + one.light}, t('light.' + one.light)));
  return line;
}

/** Below its line, what a case is about. */
async function open(button, line, one) {
  if (button.getAttribute('aria-expanded') === 'true') {
    line.nextElementSibling.remove();
    button.setAttribute('aria-expanded', 'false');
    return;
  }
  button.disabled = true;
  let content;
  try {
    const found = await get('/' + one.link);
    content = h('dl', {}, [
      ['matter', found.matterName], ['applicant', found.applicant?.name], ['stage', found.stageName], ['site', found.siteName ?? found.site],
    ].filter(([, value]) => value).flatMap(([key, value]) => [h('dt', {}, t('case.' + key)), h('dd', {}, value)]));
  } catch (refused) {
    content = h('p', {class: 'fault'}, refused.status ? refused.message : t('unreached'));
  }
  button.disabled = false;
  button.setAttribute('aria-expanded', 'true');
  line.after(h('tr', {}, h('td', {colspan: 5}, content)));
}
