// SPDX-License-Identifier: Apache-2.0
// What the board shows of a place, asked from the doors of the installed parts.
import {query} from './dom.js';
import {all, get, ifThere} from './server.js';

const COUNTY = 6;
const TOWN = 9;

/** The digits that a division and all below it begin with. */
export const prefix = code => code.replace(/^(.{6})000000$/, '$1').replace(/^(.{9})000$/, '$1');

/** Whether a division has divisions below that are shown, not sites. */
export const hasTowns = division => prefix(division).length <= COUNTY;

const town = code => prefix(code).length <= TOWN;

/** Everything about a division in some days; ratings, stars and alarms are left out where their part is not there. */
export async function board(division, from, until) {
  const place = query({division, from, until});
  const towns = hasTowns(division);
  const series = figure => get(`/statistics/series?by=month&figure=${figure}&${place}`);
  const [summary, submitted, ended, rate, modes, places, ratings, stars, desk] = await Promise.all([
    get('/statistics/summary?' + place),
    series('submitted'),
    series('ended'),
    series('on-time-rate'),
    get('/statistics/breakdown?by=mode&' + place),
    get(`/statistics/breakdown?by=${towns ? 'division' : 'site'}&${place}`),
    ifThere(rated(division, place, towns)),
    ifThere(all('/stars?' + query({division}))),
    ifThere(get('/desk?' + query({division, limit: 50}))),
  ]);
  return {
    towns,
    summary,
    months: {submitted: submitted.points, ended: ended.points, rate: rate.points},
    modes,
    places,
    ratings,
    alarms: desk?.alarms ?? [],
    stars: stars?.filter(one => !towns || town(one.division)),
  };
}

/** Satisfaction of the division as a whole and of each place shown of it, by code. */
async function rated(division, place, towns) {
  const [whole, parts] = await Promise.all([
    all('/evaluations/reports?by=DIVISION&' + place),
    towns ? null : all('/evaluations/reports?by=SITE&' + place),
  ]);
  return new Map([...whole, ...parts ?? []].map(line => [line.scope, line]));
}
