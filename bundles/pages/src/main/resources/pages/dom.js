// SPDX-License-Identifier: Apache-2.0
// What both pages are made of; days.
import {h, language, speak, t} from './base.js';

export * from './base.js';

/** What stands above every page; another language makes the page anew. */
export function header(title, line, again) {
  document.title = title;
  const other = language() === 'zh' ? 'en' : 'zh';
  return h('header', {}, h('div', {},
    h('div', {}, h('h1', {}, title), h('p', {}, line)),
    h('div', {class: 'side'},
      h('a', {href: '/'}, t('start')),
      h('button', {class: 'plain', lang: other, onclick: async () => {
        await speak(other);
        again();
      }}, other === 'zh' ? '中文' : 'English'))));
}

const format = (moment, style) => new Intl.DateTimeFormat(language() === 'zh' ? 'zh-CN' : 'en-GB', {
  timeZone: 'Asia/Shanghai', ...style,
}).format(new Date(moment));

/** A day {@code 2026-11-30}, or the day of a moment, as people read it. */
export const day = moment =>
  format(moment.length === 10 ? moment + 'T12:00:00+08:00' : moment, {dateStyle: 'long'});

/** A moment as people of the county read it. */
export const when = moment => format(moment, {dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23'});

/** A telephone number that can be pressed, where it is one. */
export const phone = number => /^[\d\s()（）+-]{5,}$/.test(number)
  ? h('a', {href: 'tel:' + number.replace(/[^\d+]/g, '')}, number)
  : number;

/** Terms and what they say; those that say nothing are left out. */
export const terms = pairs => h('dl', {}, pairs
  .filter(([, value]) => value !== null && value !== undefined && value !== '')
  .map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]).flat());
