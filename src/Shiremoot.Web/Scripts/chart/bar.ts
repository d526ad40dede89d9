import type { EChartsCoreOption } from 'echarts/core'
import type { BarData, Series } from './data'
import { base, categoryAxis, colours, ink, text, upright, valueAxis, write } from './look'

interface Api {
  value(dimension: number): number
  coord(point: number[]): number[]
}

/** Bars with intervals as whiskers. Several series are told apart by pattern as well as colour. */
export function bar(data: BarData, narrow: boolean): EChartsCoreOption {
  const category = { ...categoryAxis(data.categories), ...(data.horizontal ? { inverse: true, axisLabel: isLong(data) ? longLabel(narrow) : label(narrow) } : {}) }
  const value = valueAxis(data.unit, data.horizontal ? '' : data.unit.label)
  const several = data.series.length > 1
  return {
    ...base,
    aria: { enabled: several, decal: { show: several }, label: { enabled: false } },
    legend: { ...base.legend, show: several, data: data.series.map((s) => s.name) },
    grid: { ...base.grid, top: (several ? 36 : 0) + (data.horizontal && !data.reference ? 8 : 30), right: 28 },
    xAxis: data.horizontal ? value : category,
    yAxis: data.horizontal ? category : upright(data.unit),
    tooltip: { ...base.tooltip, trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: (items: { dataIndex: number }[]) => tip(data, items[0]?.dataIndex ?? 0) },
    series: data.series.flatMap((s, i) => [drawn(data, s, i), ...whiskers(data, s, i)]),
  }
}

/** So many bars, or names so long, that the drawing grows with them, or the names would lie upon one another. */
export function isLong(data: BarData): boolean {
  const count = data.categories.length
  return data.horizontal && (count > 20 || (count > 10 && data.categories.some((name) => name.length > 36)))
}

/** How tall a drawing of so many bars is, in pixels. */
export function longHeight(data: BarData, narrow: boolean): number {
  return Math.max(480, 60 + data.categories.length * (narrow ? 48 : 25))
}

// Beside many bars a name has one line where there is room, three where there is not; none is left out.
function longLabel(narrow: boolean): object {
  return { ...text, fontSize: 14, color: ink, interval: 0, width: narrow ? 150 : 420, overflow: narrow ? 'break' : 'truncate', lineHeight: 15 }
}

function label(narrow: boolean): object {
  return { ...text, color: ink, width: narrow ? 110 : 240, overflow: 'break', lineHeight: 17 }
}

function drawn(data: BarData, series: Series, i: number): object {
  const picked = (name: string | undefined): object => (data.highlight === undefined || name === data.highlight ? {} : { itemStyle: { color: '#9db5ae', borderColor: '#1b4a42', borderWidth: 1 } })
  return {
    name: series.name,
    type: 'bar',
    barMaxWidth: 34,
    color: colours[i % colours.length],
    emphasis: { disabled: true },
    data: series.values.map((value, at) => ({ value, ...picked(data.categories[at]) })),
    ...(i === 0 && data.reference ? { markLine: reference(data, data.reference) } : {}),
  }
}

function reference(data: BarData, at: { says: string; value: number }): object {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: ink, type: 'dashed', width: 2 },
    label: { ...text, fontSize: 13, formatter: `${at.says}: ${write(at.value, data.unit)}`, position: data.horizontal ? 'start' : 'insideEndTop', rotate: 0, distance: 4 },
    data: [data.horizontal ? { xAxis: at.value } : { yAxis: at.value }],
  }
}

// One custom series a set of bars; with several series the whisker stands at the middle of its own bar.
function whiskers(data: BarData, series: Series, i: number): object[] {
  const { lower, upper } = series
  if (!lower || !upper) return []
  return [
    {
      name: series.name,
      type: 'custom',
      silent: true,
      tooltip: { show: false },
      data: data.categories.map((_, at) => [at, lower[at] ?? NaN, upper[at] ?? NaN]),
      encode: data.horizontal ? { y: 0, x: [1, 2] } : { x: 0, y: [1, 2] },
      renderItem: (_: unknown, api: Api & { barLayout(o: object): { offsetCenter: number }[] }) => {
        const offset = api.barLayout({ count: data.series.length, barMaxWidth: 34 })[i]?.offsetCenter ?? 0
        const [from, to] = [1, 2].map((d) => api.coord(data.horizontal ? [api.value(d), api.value(0)] : [api.value(0), api.value(d)])) as [number[], number[]]
        return whisker(from, to, offset, data.horizontal)
      },
      z: 5,
    },
  ]
}

function whisker(from: number[], to: number[], offset: number, horizontal: boolean): object {
  const at = (point: number[], across: number): number[] => (horizontal ? [point[0] ?? 0, (point[1] ?? 0) + offset + across] : [(point[0] ?? 0) + offset + across, point[1] ?? 0])
  const strokes = (stroke: string, lineWidth: number): object[] =>
    [[at(from, 0), at(to, 0)], [at(from, -5), at(from, 5)], [at(to, -5), at(to, 5)]].map(([a, b]) => ({
      type: 'line',
      shape: { x1: a?.[0], y1: a?.[1], x2: b?.[0], y2: b?.[1] },
      style: { stroke, lineWidth },
    }))
  // A white edge keeps the whisker in sight on a dark bar.
  return { type: 'group', children: [...strokes('#ffffff', 5), ...strokes(ink, 2)] }
}

function tip(data: BarData, at: number): string {
  const range = (s: Series): string => (s.lower?.[at] == null || s.upper?.[at] == null ? '' : ` (${write(s.lower[at], data.unit)} to ${write(s.upper[at], data.unit)})`)
  return [data.categories[at] ?? '', ...data.series.map((s) => `${s.name}: ${write(s.values[at], data.unit)}${range(s)}`)].join('\n')
}
