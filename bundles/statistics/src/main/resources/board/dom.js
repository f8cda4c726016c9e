// SPDX-License-Identifier: Apache-2.0
// Elements, texts, days.

let texts = {};
let chosen = 'zh';

/** An element; a function among the attributes listens, what is false or null is left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'value') {
      element.value = value;
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

/** Today in the county. */
export const today = () => new Intl.DateTimeFormat('sv-SE', {timeZone: 'Asia/Shanghai'}).format(new Date());

/** The last day of a month {@code 2026-11}. */
export const lastDay = month => {
  const [year, number] = month.split('-').map(Number);
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
};

/** A query of what is not empty. */
export const query = fields =>
  new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''));
