// SPDX-License-Identifier: Apache-2.0
// Charts by Apache ECharts, which the page loads from this bundle as window.echarts.
import {t} from './dom.js';

const HEIGHT = 280;
const ROW = 30;

const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

/** Draws a chart into an element once that has its size; a click on a bar or point tells its index and its series. */
function draw(element, option, pressed) {
  let chart;
  new ResizeObserver(() => {
    if (chart) {
      chart.resize();
    } else if (element.clientWidth) {
      chart = window.echarts.init(element);
      chart.setOption({...common(), ...option});
      chart.on('click', event => pressed(event.dataIndex, event.seriesId));
    }
  }).observe(element);
}

const common = () => ({
  textStyle: {fontFamily: getComputedStyle(document.body).fontFamily, color: colour('ink')},
  color: [colour('c1'), colour('c2')],
  animation: false,
  // Drawn, not written as HTML: what the platform says is never taken for markup.
  tooltip: {trigger: 'axis', renderMode: 'richText', axisPointer: {type: 'shadow'}, confine: true},
  legend: {top: 0, textStyle: {color: colour('ink')}},
  grid: {left: 8, right: 24, top: 36, bottom: 8, containLabel: true},
});

const label = () => ({color: colour('ink')});
const lines = () => ({lineStyle: {color: colour('line')}});

/** Values over months: bars of counts. */
export function months(element, points, figures, pressed) {
  draw(element, {
    xAxis: {type: 'category', data: points[figures[0]].map(point => point.at), axisLabel: label()},
    yAxis: {type: 'value', minInterval: 1, axisLabel: label(), splitLine: lines()},
    series: figures.map(figure => ({
      id: figure,
      name: t('figure.' + figure),
      type: 'bar',
      barMaxWidth: 28,
      data: points[figure].map(point => point.value),
    })),
  }, pressed);
}

/** A rate over months: a line that is broken where there is none. */
export function rateByMonth(element, points, pressed) {
  draw(element, {
    legend: {show: false},
    xAxis: {type: 'category', data: points.map(point => point.at), axisLabel: label()},
    yAxis: {type: 'value', min: 0, max: 100, axisLabel: {...label(), formatter: '{value}%'}, splitLine: lines()},
    series: [{
      id: 'on-time-rate',
      name: t('figure.on-time-rate'),
      type: 'line',
      symbolSize: 9,
      label: {show: points.length <= 14, formatter: at => shown(at.value), color: colour('ink')},
      tooltip: {valueFormatter: percent},
      data: points.map(point => point.value ?? null),
    }],
  }, pressed);
}

/** One bar for each line, the first at the top, as high as it takes. */
export function rows(element, names, series, pressed, {max, unit = ''} = {}) {
  element.style.height = Math.max(HEIGHT / 2, names.length * ROW * Math.max(1, series.length * .75) + 60) + 'px';
  draw(element, {
    xAxis: {type: 'value', max, minInterval: 1, axisLabel: {...label(), formatter: '{value}' + unit}, splitLine: lines()},
    yAxis: {type: 'category', inverse: true, data: names, axisLabel: {...label(), width: 150, overflow: 'truncate'}},
    legend: {show: series.length > 1, top: 0, textStyle: {color: colour('ink')}},
    grid: {left: 8, right: 48, top: series.length > 1 ? 32 : 8, bottom: 8, containLabel: true},
    series: series.map(one => ({
      id: one.id,
      name: one.name,
      type: 'bar',
      barMaxWidth: 18,
      label: {show: true, position: 'right', color: colour('ink'), formatter: at => at.value ? one.words?.[at.dataIndex] ?? shown(at.value) : ''},
      tooltip: {valueFormatter: value => value === null || value === undefined ? t('none') : value + unit},
      data: one.values.map(value => value ?? null),
    })),
  }, pressed);
}

const shown = value => value === null || value === undefined ? '' : String(Number(value));
const percent = value => value === null || value === undefined ? t('none') : Number(value) + '%';
