// Apache ECharts with the parts we use, drawing SVG.
import { BarChart, CustomChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { bar, isLong, longHeight } from './bar'
import type { ChartData } from './data'
import { forest, forestHeight } from './forest'
import { funnel } from './funnel'
import { line } from './line'
import { lorenz } from './lorenz'
import { sankey } from './sankey'
import { tornado } from './tornado'
import { waterfall } from './waterfall'

use([AriaComponent, BarChart, CustomChart, GridComponent, LegendComponent, LineChart, MarkAreaComponent, MarkLineComponent, SankeyChart, ScatterChart, SVGRenderer, TooltipComponent])

export function draw(drawing: HTMLElement, data: ChartData): void {
  const chart = init(drawing, null, { renderer: 'svg' })
  const redraw = (): void => {
    const narrow = drawing.clientWidth < 520
    if (data.kind === 'bar' && isLong(data)) drawing.style.height = `${longHeight(data, narrow)}px`
    if (data.kind === 'forest') drawing.style.height = `${forestHeight(data, narrow)}px`
    chart.resize()
    chart.setOption(option(data, narrow, drawing.clientWidth), { notMerge: true })
  }
  redraw()
  const watch = new ResizeObserver(redraw)
  watch.observe(drawing)
  const paper = drawing.closest<HTMLElement>('[data-paper]')?.dataset['paper']
  if (paper) fitToPaper(chart, data, paper, watch, drawing, redraw)
}

// A drawing has the size of the window it stands in; before printing it takes the size it has on paper, written as width x height in pixels.
function fitToPaper(chart: EChartsType, data: ChartData, paper: string, watch: ResizeObserver, drawing: HTMLElement, redraw: () => void): void {
  const [width = 0, height = 0] = paper.split('x').map(Number)
  window.addEventListener('beforeprint', () => {
    watch.disconnect()
    chart.resize({ width, height })
    chart.setOption(option(data, width < 520, width), { notMerge: true })
    chart.getZr().flush()
    // With a box of its own the drawing shrinks to its column on paper, letters and all.
    drawing.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${height}`)
  })
  window.addEventListener('afterprint', () => {
    drawing.querySelector('svg')?.removeAttribute('viewBox')
    redraw()
    watch.observe(drawing)
  })
}

function option(data: ChartData, narrow: boolean, width: number): EChartsCoreOption {
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
      return sankey(data, narrow, width)
    case 'tornado':
      return tornado(data, narrow)
    case 'waterfall':
      return waterfall(data, narrow)
  }
}
