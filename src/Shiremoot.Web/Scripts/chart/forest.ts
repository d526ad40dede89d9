import type { EChartsCoreOption } from 'echarts/core'
import type { ForestData } from './data'
import { base, categoryAxis, colours, ink, onAxis, quiet, rule, text, write } from './look'

interface Api {
  value(dimension: number): number
  coord(point: number[]): number[]
}

/** Ratios with their intervals beside one another, on a scale where twice and half are equally far from one. A filled mark is beyond chance, a hollow one is not. */
export function forest(data: ForestData, narrow: boolean): EChartsCoreOption {
  const known = [...data.lower, ...data.upper].filter((v): v is number => v !== null && v > 0)
  const far = Math.max(2, ...known.map((v) => Math.max(v, 1 / v)))
  // Even about one, so that the eye reads more and less alike; nobody reads a twentieth.
  const most = Math.min(20, Math.ceil(far * 1.05 * 2) / 2)
  return {
    ...base,
    legend: { show: false },
    grid: { ...base.grid, top: 30, right: 28, bottom: 30 },
    xAxis: {
      type: 'log',
      logBase: 2,
      min: 1 / most,
      max: most,
      name: data.unit.label,
      nameLocation: 'middle',
      nameGap: 32,
      nameTextStyle: { ...text, color: quiet },
      axisLabel: { ...text, color: quiet, hideOverlap: true, showMinLabel: false, showMaxLabel: false, formatter: (value: number) => (value < 1 ? `1/${onAxis(Math.round((1 / value) * 100) / 100, data.unit)}` : onAxis(Math.round(value * 100) / 100, data.unit)) },
      splitLine: { lineStyle: { color: rule } },
    },
    yAxis: { ...categoryAxis(data.categories), inverse: true, axisLabel: { ...text, fontSize: 14, color: ink, interval: 0, width: narrow ? 120 : 340, overflow: 'break', lineHeight: 16 } },
    tooltip: { ...base.tooltip, trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: (items: { dataIndex: number }[]) => tip(data, items[0]?.dataIndex ?? 0) },
    series: [whiskers(data), marks(data)],
  }
}

/** How tall a drawing of so many things is, in pixels. */
export function forestHeight(data: ForestData, narrow: boolean): number {
  return Math.max(220, 90 + data.categories.length * (narrow ? 58 : 34))
}

function marks(data: ForestData): object {
  return {
    name: data.unit.label,
    type: 'scatter',
    symbolSize: 13,
    z: 6,
    data: data.values.map((value, at) => ({ value: [value, at], itemStyle: { color: isBeyond(data, at) ? colours[0] : '#ffffff', borderColor: colours[0], borderWidth: 2 } })),
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: ink, type: 'dashed', width: 2 },
      label: { ...text, fontSize: 13, formatter: data.reference, position: 'start', distance: 4 },
      data: [{ xAxis: 1 }],
    },
  }
}

function whiskers(data: ForestData): object {
  return {
    name: data.unit.label,
    type: 'custom',
    silent: true,
    tooltip: { show: false },
    z: 5,
    clip: true,
    data: data.categories.map((_, at) => [at, data.lower[at] ?? NaN, data.upper[at] ?? NaN]),
    encode: { y: 0, x: [1, 2] },
    renderItem: (_: unknown, api: Api) => {
      const [from, to] = [1, 2].map((d) => api.coord([Math.max(api.value(d), 0.001), api.value(0)])) as [number[], number[]]
      const line = (x1: number, y1: number, x2: number, y2: number): object => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: ink, lineWidth: 2 } })
      const [x1, x2, y] = [from[0] ?? 0, to[0] ?? 0, from[1] ?? 0]
      return { type: 'group', children: [line(x1, y, x2, y), line(x1, y - 5, x1, y + 5), line(x2, y - 5, x2, y + 5)] }
    },
  }
}

function isBeyond(data: ForestData, at: number): boolean {
  return (data.lower[at] ?? 0) > 1 || (data.upper[at] ?? Infinity) < 1
}

function tip(data: ForestData, at: number): string {
  return [data.categories[at] ?? '', `${data.unit.label}: ${write(data.values[at], data.unit)} (${write(data.lower[at], data.unit)} to ${write(data.upper[at], data.unit)})`].join('\n')
}
