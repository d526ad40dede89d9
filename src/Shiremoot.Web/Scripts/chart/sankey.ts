import type { EChartsCoreOption } from 'echarts/core'
import type { SankeyData } from './data'
import { base, colours, quiet, text, write } from './look'

interface Item {
  dataType: 'node' | 'edge'
  name: string
  value: number
  data: { source?: string; target?: string; says?: string }
}

const widestLabel = 205
const nodeWidth = 16

/** Flows from step to step, read from the left; on a narrow screen from the top. Nodes go by their number, for two steps may have nodes of one name. */
export function sankey(data: SankeyData, narrow: boolean, width: number): EChartsCoreOption {
  const node = (id: string | undefined) => data.nodes[Number(id)]
  const last = Math.max(...data.nodes.map((n) => n.step))
  // Names stand to the right of their nodes, over the flows: no wider than the way to the next step.
  const beside = last > 3 ? 130 : 215
  const between = (width - 8 - beside - nodeWidth) / Math.max(1, last)
  const labelWidth = narrow ? 80 : Math.min(widestLabel, beside - 10, between - nodeWidth - 6)
  const small = last > 3
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      trigger: 'item',
      formatter: (item: Item) =>
        item.dataType === 'edge'
          ? `${node(item.data.source)?.name ?? ''} → ${node(item.data.target)?.name ?? ''}\n${item.data.says ?? write(item.value, data.unit)} ${data.unit.label}`
          : `${node(item.name)?.name ?? ''}\n${node(item.name)?.says ?? write(item.value, data.unit)} ${data.unit.label}`,
    },
    series: [
      {
        type: 'sankey',
        orient: narrow ? 'vertical' : 'horizontal',
        left: 8,
        right: narrow ? 8 : beside,
        top: 8,
        bottom: narrow ? 40 : 12,
        nodeGap: small ? 30 : 14,
        nodeWidth,
        draggable: false,
        layoutIterations: 32,
        emphasis: { disabled: true },
        label: { ...text, fontSize: small ? 13 : 14, lineHeight: small ? 15 : undefined, width: labelWidth, overflow: 'break', formatter: (item: { name: string }) => [node(item.name)?.name, node(item.name)?.says].filter(Boolean).join('\n') },
        lineStyle: { color: quiet, opacity: 0.28, curveness: 0.5 },
        data: data.nodes.map((n, i) => ({ name: String(i), depth: n.step, itemStyle: { color: colours[0], borderColor: colours[0], opacity: n.step === last ? 0.75 : 1 } })),
        links: data.links.map((link) => ({ source: String(link.from), target: String(link.to), value: link.value, says: link.says, ...coloured(link.change) })),
      },
    ],
  }
}

// More and fewer differ in lightness too, and the signed figures beside the nodes say which is which.
function coloured(change: 'more' | 'fewer' | undefined): object {
  return change ? { lineStyle: { color: change === 'more' ? colours[3] : colours[1], opacity: 0.9 } } : {}
}
