// What the server writes for a chart: the C# records of Parts/Drawings.cs, field for field.
export interface Unit {
  label: string
  prefix: string
  suffix: string
  decimals: number
}

export type Figure = number | null

export interface Series {
  name: string
  values: Figure[]
  lower?: Figure[]
  upper?: Figure[]
  innerLower?: Figure[]
  innerUpper?: Figure[]
}

export interface Marker {
  at: string
  says: string
}

export interface LineData {
  kind: 'line'
  unit: Unit
  categories: string[]
  series: Series[]
  breaks: Marker[]
  incompleteFrom?: string
  within?: { least: number; most: number }
}

export interface BarData {
  kind: 'bar'
  unit: Unit
  categories: string[]
  series: Series[]
  horizontal: boolean
  highlight?: string
  reference?: { says: string; value: number }
}

export interface FunnelData {
  kind: 'funnel'
  unit: Unit
  size: string
  points: { name: string; x: number; y: number; highlight: boolean }[]
  limits: { name: string; points: [number, number][] }[]
  centre: number
  centreName: string
}

export interface LorenzData {
  kind: 'lorenz'
  people: string
  share: string
  points: [number, number][]
}

export interface SankeyData {
  kind: 'sankey'
  unit: Unit
  nodes: { name: string; step: number; says?: string }[]
  links: { from: number; to: number; value: number; change?: 'more' | 'fewer'; says?: string }[]
  key?: { more: string; fewer: string }
}

export interface WaterfallData {
  kind: 'waterfall'
  unit: Unit
  steps: { name: string; value: number; isTotal: boolean }[]
}

export interface TornadoData {
  kind: 'tornado'
  unit: Unit
  categories: string[]
  low: number[]
  high: number[]
  reference: number
}

export interface ForestData {
  kind: 'forest'
  unit: Unit
  categories: string[]
  values: Figure[]
  lower: Figure[]
  upper: Figure[]
  reference: string
}

export type ChartData = LineData | BarData | ForestData | FunnelData | LorenzData | SankeyData | TornadoData | WaterfallData
