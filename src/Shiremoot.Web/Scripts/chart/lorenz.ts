import type { EChartsCoreOption } from 'echarts/core'
import type { LorenzData } from './data'
import { base, colours, linesOnly, quiet, upright, valueAxis, write } from './look'

/** The share of demand held by the busiest share of people; the straight line is what equal shares would give. */
export function lorenz(data: LorenzData): EChartsCoreOption {
  const percent = (label: string): object => ({ ...valueAxis({ label, prefix: '', suffix: '%', decimals: 0 }), min: 0, max: 100 })
  const unit = { label: '', prefix: '', suffix: '%', decimals: 1 }
  return {
    ...base,
    grid: { ...base.grid, top: 64, bottom: 30 },
    legend: { ...base.legend, ...linesOnly, data: ['As it is', 'If all held the same'] },
    xAxis: { ...percent(data.people), nameLocation: 'middle', nameGap: 32 },
    yAxis: { ...upright({ label: data.share, prefix: '', suffix: '%', decimals: 0 }), min: 0, max: 100 },
    tooltip: {
      ...base.tooltip,
      trigger: 'axis',
      formatter: (items: { value: [number, number] }[]) => (items[0] ? `${data.people}: ${write(items[0].value[0], unit)}\n${data.share}: ${write(items[0].value[1], unit)}` : ''),
    },
    series: [
      { name: 'As it is', type: 'line', data: data.points, symbol: 'none', color: colours[0], lineStyle: { width: 3 }, areaStyle: { opacity: 0.08 }, emphasis: { disabled: true } },
      { name: 'If all held the same', type: 'line', data: [[0, 0], [100, 100]], symbol: 'none', color: quiet, lineStyle: { width: 2, type: 'dashed' }, silent: true, emphasis: { disabled: true } },
    ],
  }
}
