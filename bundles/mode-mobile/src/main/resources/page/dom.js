// SPDX-License-Identifier: Apache-2.0
// Elements and texts.

let texts = {};
let chosen = 'zh';

/** An element; a function among the attributes listens, what is false or null is left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'value' || name === 'checked') {
      element[name] = value;
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** The text of a key, with what stands in its places. */
export function t(key, ...places) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\d)\}/g, (all, index) => places[index] ?? '');
}

export const language = () => chosen;

/** Loads the texts of the language the person chose, or else the browser's. */
export async function speak(wanted) {
  chosen = wanted ?? localStorage.getItem('language') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
  localStorage.setItem('language', chosen);
  texts = await (await fetch(chosen + '.json')).json();
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
  document.title = t('title');
}

/** A moment as people of the county read it: 11-24 09:30. */
export function when(instant) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai', hourCycle: 'h23', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  }).formatToParts(new Date(instant)).map(part => [part.type, part.value]));
  return `${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`;
}

/** A case number as it is easily read out: county, year, serial, check digit. */
export const numberName = number => h('span', {class: 'number'},
  [[0, 6], [6, 8], [8, 12], [12, 16], [16, 17]].map(([from, to]) => h('span', {}, number.slice(from, to))));

/** A stop as people read it. */
export const stopName = stop => `${when(stop.from)}–${when(stop.to).slice(-5)} ${stop.place}`;

/** Asks for something to be heard by whoever stands above. */
export const tell = (element, event, detail) =>
  element.dispatchEvent(new CustomEvent(event, {detail, bubbles: true}));
