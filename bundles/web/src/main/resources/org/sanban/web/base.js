// SPDX-License-Identifier: Apache-2.0
// Elements and texts, as every page of the platform makes them: a page serves this file beside its own.

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

/** Loads the texts of the language the person chose, or else the browser's; their title is the page's, where they have one. */
export async function speak(wanted) {
  chosen = wanted ?? localStorage.getItem('language') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
  localStorage.setItem('language', chosen);
  texts = await (await fetch(chosen + '.json')).json();
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
  document.title = texts.title ?? document.title;
}
