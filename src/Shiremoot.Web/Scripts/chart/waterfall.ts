import type { EChartsCoreOption } from 'echarts/core'
import type { WaterfallData } from './data'
import { base, categoryAxis, colours, ink, quiet, text, valueAxis, write } from './look'

interface Api {
  value(dimension: number): number
  coord(point: number[]): number[]
  size(point: number[]): number[]
}

/** Steps from nought to a total, each beginning where the last one ended. Gains and losses are told apart by sign as well as colour. */
export function waterfall(data: WaterfallData, narrow: boolean): EChartsCoreOption {
  let at = 0
  const bars = data.steps.map((step, i) => {
    const from = step.isTotal ? 0 : at
    at = step.isTotal ? step.value : at + step.value
    return [i, from, at]
  })
  return {
    ...base,
    grid: { ...base.grid, top: 8, right: narrow ? 64 : 90 },
    xAxis: valueAxis(data.unit, ''),
    yAxis: { ...categoryAxis(data.steps.map((s) => s.name)), inverse: true, axisLabel: { ...text, color: ink, interval: 0, width: narrow ? 110 : 260, overflow: 'break', lineHeight: 17 } },
    tooltip: { ...base.tooltip, trigger: 'item', formatter: (item: { dataIndex: number }) => tip(data, item.dataIndex) },
    series: [
      {
        type: 'custom',
        data: bars,
        encode: { x: [1, 2], y: 0 },
        emphasis: { disabled: true },
        renderItem: (_: unknown, api: Api) => drawn(data, api),
        markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: quiet, type: 'solid', width: 1 }, data: [{ xAxis: 0 }] },
      },
    ],
  }
}

function drawn(data: WaterfallData, api: Api): object {
  const i = api.value(0)
  const step = data.steps[i]
  const [from, to] = [1, 2].map((d) => api.coord([api.value(d), i])) as [number[], number[]]
  const [left, right] = [Math.min(from[0] ?? 0, to[0] ?? 0), Math.max(from[0] ?? 0, to[0] ?? 0)]
  const band = api.size([0, 1])[1] ?? 0
  const tall = Math.min(34, band * 0.62)
  const middle = from[1] ?? 0
  const fill = step?.isTotal ? colours[0] : (step?.value ?? 0) < 0 ? colours[1] : colours[3]
  const children: object[] = [
    { type: 'rect', shape: { x: left, y: middle - tall / 2, width: Math.max(1, right - left), height: tall }, style: { fill } },
    { type: 'text', style: { ...text, text: said(data, i), x: right + 6, y: middle, verticalAlign: 'middle', fill: ink, font: `14px ${text.fontFamily}` } },
  ]
  // A thread down to where the next step begins.
  if (i < data.steps.length - 1) children.push({ type: 'line', shape: { x1: to[0], y1: middle + tall / 2, x2: to[0], y2: middle + band - tall / 2 }, style: { stroke: quiet, lineWidth: 1, lineDash: [3, 3] } })
  return { type: 'group', children }
}

function said(data: WaterfallData, i: number): string {
  const step = data.steps[i]
  return `${step && !step.isTotal && step.value > 0 ? '+' : ''}${write(step?.value, data.unit)}`
}

function tip(data: WaterfallData, i: number): string {
  return `${data.steps[i]?.name ?? ''}\n${said(data, i)}`
}
