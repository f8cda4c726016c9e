// SPDX-License-Identifier: Apache-2.0
// Days and queries.

export * from './base.js';

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
