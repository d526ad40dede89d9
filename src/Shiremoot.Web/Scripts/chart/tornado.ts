import type { EChartsCoreOption } from 'echarts/core'
import type { TornadoData } from './data'
import { base, categoryAxis, colours, ink, text, valueAxis, write } from './look'

interface Api {
  value(dimension: number): number
  coord(point: number[]): number[]
  size(point: number[]): number[]
}

const ends = ['The number at its low end (5%)', 'At its high end (95%)'] as const

/** What each number moves by itself, about the mean of all draws. The low end is hollow and the high end filled, so that colour is never alone. */
export function tornado(data: TornadoData, narrow: boolean): EChartsCoreOption {
  return {
    ...base,
    legend: { ...base.legend, data: [...ends], itemWidth: 18, icon: 'rect', orient: narrow ? 'vertical' : 'horizontal' },
    grid: { ...base.grid, top: narrow ? 62 : 38, right: 24 },
    xAxis: { ...valueAxis(data.unit, ''), scale: true },
    yAxis: { ...categoryAxis(data.categories), inverse: true, axisLabel: { ...text, fontSize: narrow ? 13 : 14, color: ink, interval: 0, width: narrow ? 150 : 280, overflow: 'break', lineHeight: 14 } },
    tooltip: { ...base.tooltip, trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: (items: { dataIndex: number }[]) => tip(data, items[0]?.dataIndex ?? 0) },
    series: [side(data, data.low, 0), side(data, data.high, 1)],
  }
}

function side(data: TornadoData, values: number[], end: 0 | 1): object {
  const style = end === 0 ? { fill: '#ffffff', stroke: colours[0], lineWidth: 2 } : { fill: colours[0], stroke: colours[0], lineWidth: 2 }
  return {
    name: ends[end],
    type: 'custom',
    itemStyle: { color: style.fill, borderColor: style.stroke, borderWidth: 2 },
    emphasis: { disabled: true },
    data: values.map((value, i) => [i, data.reference, value]),
    encode: { x: [1, 2], y: 0 },
    renderItem: (_: unknown, api: Api) => {
      const i = api.value(0)
      const [from, to] = [1, 2].map((d) => api.coord([api.value(d), i])) as [number[], number[]]
      const tall = Math.min(26, (api.size([0, 1])[1] ?? 0) * 0.6)
      const [left, right] = [Math.min(from[0] ?? 0, to[0] ?? 0), Math.max(from[0] ?? 0, to[0] ?? 0)]
      return { type: 'rect', shape: { x: left, y: (from[1] ?? 0) - tall / 2, width: Math.max(1, right - left), height: tall }, style }
    },
    ...(end === 1 ? { markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: ink, type: 'dashed', width: 2 }, data: [{ xAxis: data.reference }] } } : {}),
  }
}

function tip(data: TornadoData, i: number): string {
  return [data.categories[i] ?? '', `${ends[0]}: ${write(data.low[i], data.unit)}`, `${ends[1]}: ${write(data.high[i], data.unit)}`].join('\n')
}
