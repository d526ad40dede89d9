import type { EChartsCoreOption } from 'echarts/core'
import type { FunnelData } from './data'
import { base, colours, dashes, ink, linesOnly, quiet, text, upright, valueAxis, write } from './look'

/** Areas by size and rate, with the lines chance alone would keep them within. */
export function funnel(data: FunnelData, narrow: boolean): EChartsCoreOption {
  const count = { label: data.size, prefix: '', suffix: '', decimals: 0 }
  const [named, plain] = [data.points.filter((p) => p.highlight), data.points.filter((p) => !p.highlight)]
  return {
    ...base,
    legend: { ...base.legend, ...linesOnly, data: [...new Set([data.centreName, ...data.limits.map((l) => l.name)])] },
    grid: { ...base.grid, top: narrow ? 96 : 68, bottom: 30 },
    xAxis: { ...valueAxis(count), nameLocation: 'middle', nameGap: 32, min: 0, splitNumber: narrow ? 3 : 6 },
    yAxis: { ...upright(data.unit), scale: true },
    tooltip: { ...base.tooltip, trigger: 'item' },
    series: [points(data, 'Areas', plain, false), points(data, 'Chosen areas', named, true), centre(data), ...data.limits.map((limit, i) => bound(limit, i))],
  }
}

function points(data: FunnelData, name: string, of: FunnelData['points'], picked: boolean): object {
  return {
    name,
    type: 'scatter',
    symbol: picked ? 'diamond' : 'circle',
    symbolSize: picked ? 16 : 9,
    color: picked ? colours[1] : colours[0],
    itemStyle: { borderColor: '#ffffff', borderWidth: 1 },
    label: { show: picked, formatter: '{b}', position: 'right', ...text, textBorderColor: '#ffffff', textBorderWidth: 3 },
    labelLayout: { hideOverlap: true },
    z: picked ? 6 : 4,
    data: of.map((p) => ({ name: p.name, value: [p.x, p.y] })),
    tooltip: { formatter: (item: { name: string; value: [number, number] }) => `${item.name}\n${write(item.value[1], data.unit)}\n${data.size}: ${item.value[0].toLocaleString('en-GB')}` },
  }
}

function centre(data: FunnelData): object {
  const far = Math.max(...data.points.map((p) => p.x), ...data.limits.flatMap((l) => l.points.map((p) => p[0])))
  return { ...straight, name: data.centreName, color: ink, lineStyle: { width: 2 }, data: [[0, data.centre], [far, data.centre]] }
}

// Each limit is a pair of curves; a gap between upper and lower comes as a separate limit of the same name.
function bound(limit: FunnelData['limits'][number], i: number): object {
  const kind = /(^|\s)99/.test(limit.name) ? 2 : limit.name.includes('%') ? 1 : 3
  return { ...straight, name: limit.name, color: quiet, lineStyle: { width: 2, type: dashes[kind] ?? dashes[i % dashes.length] }, data: limit.points }
}

const straight = { type: 'line', symbol: 'none', silent: true, emphasis: { disabled: true }, tooltip: { show: false }, z: 3 } as const
