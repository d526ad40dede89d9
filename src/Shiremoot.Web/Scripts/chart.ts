// A chart: the server writes its figures as JSON beside an empty drawing and a table. The engine is fetched only by pages that have a chart.
import type { ChartData } from './chart/data'

export class Chart {
  static readonly moduleName = 'app-chart'

  constructor(private readonly root: HTMLElement) {
    const drawing = root.querySelector<HTMLElement>('.app-chart__drawing')
    const written = root.querySelector('script[type="application/json"]')?.textContent
    if (!drawing || !written) return
    void this.draw(drawing, JSON.parse(written) as ChartData)
  }

  private async draw(drawing: HTMLElement, data: ChartData): Promise<void> {
    try {
      const { draw } = await import('./chart/engine')
      drawing.dataset['drawn'] = ''
      draw(drawing, data)
      // The table stands open for those without script; with the chart drawn it can fold away.
      this.root.querySelector('details[data-folds]')?.removeAttribute('open')
    } catch (error) {
      delete drawing.dataset['drawn']
      console.error(`${Chart.moduleName} #${this.root.id}: ${String(error)}`)
    }
  }
}
