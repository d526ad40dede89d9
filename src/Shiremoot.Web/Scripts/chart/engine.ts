// Apache ECharts with the parts we use, drawing SVG.
import { BarChart, CustomChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { bar, isLong, longHeight } from './bar'
import type { ChartData } from './data'
import { forest, forestHeight } from './forest'
import { funnel } from './funnel'
import { line } from './line'
import { lorenz } from './lorenz'
import { sankey } from './sankey'

use([AriaComponent, BarChart, CustomChart, GridComponent, LegendComponent, LineChart, MarkAreaComponent, MarkLineComponent, SankeyChart, ScatterChart, SVGRenderer, TooltipComponent])

export function draw(drawing: HTMLElement, data: ChartData): void {
  const chart = init(drawing, null, { renderer: 'svg' })
  const redraw = (): void => {
    const narrow = drawing.clientWidth < 520
    if (data.kind === 'bar' && isLong(data)) drawing.style.height = `${longHeight(data, narrow)}px`
    if (data.kind === 'forest') drawing.style.height = `${forestHeight(data, narrow)}px`
    chart.resize()
    chart.setOption(option(data, narrow), { notMerge: true })
  }
  redraw()
  new ResizeObserver(redraw).observe(drawing)
}

function option(data: ChartData, narrow: boolean): EChartsCoreOption {
  switch (data.kind) {
    case 'line':
      return line(data, narrow)
    case 'bar':
      return bar(data, narrow)
    case 'forest':
      return forest(data, narrow)
    case 'funnel':
      return funnel(data, narrow)
    case 'lorenz':
      return lorenz(data)
    case 'sankey':
      return sankey(data, narrow)
  }
}
