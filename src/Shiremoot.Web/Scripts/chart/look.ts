// What all charts share: colours that differ in lightness, line kinds and symbols so that colour is never alone, and how a figure is written.
import type { Figure, Unit } from './data'

export const ink = '#1c2321'
export const quiet = '#515c58'
export const rule = '#d6d1c4'
export const colours = ['#1b4a42', '#c2610c', '#5a3a75', '#2c7fb0', '#8a2846', '#6b6b6b', '#8f6a00'] as const
export const dashes = ['solid', 'dashed', 'dotted', [10, 4, 2, 4], [14, 5], [2, 6]] as const
export const symbols = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect'] as const

export const text = { fontFamily: '"Source Sans 3 Variable", system-ui, sans-serif', fontSize: 15, color: ink }

export function write(value: Figure | undefined, unit: Unit): string {
  if (value === null || value === undefined) return 'no figure'
  const digits = { minimumFractionDigits: unit.decimals, maximumFractionDigits: unit.decimals }
  return `${value < 0 ? '−' : ''}${unit.prefix}${Math.abs(value).toLocaleString('en-GB', digits)}${unit.suffix}`
}

export function onAxis(value: number, unit: Unit): string {
  return `${value < 0 ? '−' : ''}${unit.prefix}${Math.abs(value).toLocaleString('en-GB', { maximumFractionDigits: Math.max(unit.decimals, 1) })}${unit.suffix}`
}

// Where lines have no symbols their legend shows the line alone; ECharts would put a dot on it, so the dot is made too small to see.
export const linesOnly = { itemHeight: 2 } as const

export const base = {
  animation: false,
  textStyle: text,
  grid: { left: 8, right: 20, top: 44, bottom: 8, containLabel: true },
  legend: { top: 0, left: 0, itemWidth: 34, textStyle: text, icon: 'inherit' },
  // Drawn within the SVG: an HTML tooltip would need style attributes, which the page's policy refuses.
  tooltip: { renderMode: 'richText', confine: true, textStyle: { ...text, fontSize: 14 }, borderColor: ink, borderWidth: 1, backgroundColor: '#ffffff' },
} as const

export function valueAxis(unit: Unit, name = unit.label): object {
  return {
    type: 'value',
    name,
    nameTextStyle: { ...text, color: quiet },
    axisLabel: { ...text, color: quiet, hideOverlap: true, formatter: (value: number) => onAxis(value, unit) },
    splitLine: { lineStyle: { color: rule } },
  }
}

/** An upright axis with its name above it, starting where the axis does. */
export function upright(unit: Unit, above = 14): object {
  return { ...valueAxis(unit), nameGap: above, nameTextStyle: { ...text, color: quiet, align: 'left', padding: [0, 0, 0, -24] } }
}

export function categoryAxis(categories: string[]): object {
  return {
    type: 'category',
    data: categories,
    axisLabel: { ...text, color: quiet, hideOverlap: true },
    axisLine: { lineStyle: { color: quiet } },
    axisTick: { alignWithLabel: true },
  }
}
