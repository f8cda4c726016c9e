// SPDX-License-Identifier: Apache-2.0
// Moments, numbers, stops.
import {h} from './base.js';

export * from './base.js';

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
