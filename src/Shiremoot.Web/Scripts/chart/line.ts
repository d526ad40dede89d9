import type { EChartsCoreOption } from 'echarts/core'
import type { Figure, LineData, Series } from './data'
import { base, categoryAxis, colours, dashes, ink, quiet, symbols, text, upright, write } from './look'

/** Series over time, with intervals as bands, breaks in a series as upright lines, and months not yet complete shaded. */
export function line(data: LineData, narrow: boolean): EChartsCoreOption {
  return {
    ...base,
    legend: { ...base.legend, show: data.series.length > 1, textStyle: { ...text, width: narrow ? 230 : 420, overflow: 'truncate' }, data: data.series.map((s) => s.name) },
    grid: { ...base.grid, top: 36 + 24 * legendRows(data, narrow) + (data.breaks.length > 0 ? 18 : 0) },
    xAxis: { ...categoryAxis(data.categories), boundaryGap: false },
    yAxis: { ...upright(data.unit, data.breaks.length > 0 ? 30 : 14), ...(data.within ? { min: data.within.least, max: data.within.most } : {}) },
    tooltip: { ...base.tooltip, trigger: 'axis', formatter: (items: { dataIndex: number }[]) => tip(data, items[0]?.dataIndex ?? 0) },
    series: data.series.flatMap((s, i) => [...band(s.name, s.lower, s.upper, i, 0.16), ...band(`${s.name}, within`, s.innerLower, s.innerUpper, i, 0.3), drawn(data, s, i)]),
  }
}

// How many rows the legend wraps to, by the length of its names: the plot begins below it.
function legendRows(data: LineData, narrow: boolean): number {
  if (data.series.length < 2) return 0
  const across = narrow ? 290 : 960
  let [rows, used] = [1, 0]
  for (const { name } of data.series) {
    const wide = 54 + Math.min(name.length * 7.6, narrow ? 230 : 420)
    if (used > 0 && used + wide > across) [rows, used] = [rows + 1, 0]
    used += wide
  }
  return rows
}

function drawn(data: LineData, series: Series, i: number): object {
  return {
    name: series.name,
    type: 'line',
    data: series.values,
    color: colours[i % colours.length],
    lineStyle: { width: 3, type: dashes[i % dashes.length] },
    symbol: symbols[i % symbols.length],
    symbolSize: 8,
    emphasis: { disabled: true },
    ...(i === 0 ? { markLine: breaks(data), markArea: incomplete(data) } : {}),
  }
}

// Two stacked lines: an unseen one at the lower end and a shaded one as tall as the interval.
function band(name: string, lower: Figure[] | undefined, upper: Figure[] | undefined, i: number, opacity: number): object[] {
  if (!lower || !upper) return []
  const common = {
    type: 'line', symbol: 'none', silent: true, stack: `interval ${i} ${name}`, stackStrategy: 'all', lineStyle: { opacity: 0 },
    tooltip: { show: false }, emphasis: { disabled: true },
  }
  const height = upper.map((u, at) => (u === null || lower[at] == null ? null : u - lower[at]))
  return [
    { ...common, name: `${name}, lower`, data: lower },
    { ...common, name: `${name}, upper`, data: height, areaStyle: { color: colours[i % colours.length], opacity } },
  ]
}

function breaks(data: LineData): object {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: ink, type: 'dashed', width: 1 },
    label: { ...text, fontSize: 13, formatter: (mark: { name: string }) => mark.name, position: 'end', rotate: 0, distance: 4 },
    data: data.breaks.map((b) => ({ name: b.says, xAxis: b.at })),
  }
}

function incomplete(data: LineData): object {
  if (!data.incompleteFrom) return { data: [] }
  const last = data.categories[data.categories.length - 1]
  return {
    silent: true,
    itemStyle: { color: 'rgba(28, 35, 33, 0.08)' },
    label: { ...text, fontSize: 13, color: quiet, position: 'insideTopRight' },
    data: [[{ name: 'not yet complete', xAxis: data.incompleteFrom }, { xAxis: last }]],
  }
}

function tip(data: LineData, at: number): string {
  const rows = data.series.map((s) => `${s.name}: ${write(s.values[at], data.unit)}${range(data, s, at)}`)
  return [data.categories[at] ?? '', ...rows].join('\n')
}

function range(data: LineData, series: Series, at: number): string {
  const wide = ends(data, series.lower?.[at], series.upper?.[at])
  const inner = ends(data, series.innerLower?.[at], series.innerUpper?.[at])
  return wide === '' ? '' : ` (${wide}${inner === '' ? '' : `; the middle half ${inner}`})`
}

function ends(data: LineData, lower: Figure | undefined, upper: Figure | undefined): string {
  return lower == null || upper == null ? '' : `${write(lower, data.unit)} to ${write(upper, data.unit)}`
}
