import type { EChartsCoreOption } from 'echarts/core'
import type { SankeyData } from './data'
import { base, colours, quiet, text, write } from './look'

interface Item {
  dataType: 'node' | 'edge'
  name: string
  value: number
  data: { source?: string; target?: string }
}

/** Flows from step to step, read from the left; on a narrow screen from the top. Nodes go by their number, for two steps may have nodes of one name. */
export function sankey(data: SankeyData, narrow: boolean): EChartsCoreOption {
  const name = (id: string | undefined): string => data.nodes[Number(id)]?.name ?? ''
  const last = Math.max(...data.nodes.map((n) => n.step))
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      trigger: 'item',
      formatter: (item: Item) => `${item.dataType === 'edge' ? `${name(item.data.source)} → ${name(item.data.target)}` : name(item.name)}\n${write(item.value, data.unit)} ${data.unit.label}`,
    },
    series: [
      {
        type: 'sankey',
        orient: narrow ? 'vertical' : 'horizontal',
        left: 8,
        right: narrow ? 8 : 215,
        top: 8,
        bottom: narrow ? 40 : 12,
        nodeGap: 14,
        nodeWidth: 16,
        draggable: false,
        layoutIterations: 32,
        emphasis: { disabled: true },
        label: { ...text, fontSize: 14, width: narrow ? 80 : 205, overflow: 'break', formatter: (item: { name: string }) => name(item.name) },
        lineStyle: { color: quiet, opacity: 0.28, curveness: 0.5 },
        data: data.nodes.map((node, i) => ({ name: String(i), depth: node.step, itemStyle: { color: colours[0], borderColor: colours[0], opacity: node.step === last ? 0.75 : 1 } })),
        links: data.links.map((link) => ({ source: String(link.from), target: String(link.to), value: link.value })),
      },
    ],
  }
}
