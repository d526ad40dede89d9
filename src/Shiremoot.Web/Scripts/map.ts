// A map of areas: the server draws it whole. Here are only the read-out under the pointer and the choice of an area by name.
export class AreaMap {
  static readonly moduleName = 'app-map'

  private readonly areas: readonly SVGElement[]
  private readonly readout: HTMLElement
  private readonly chooser: HTMLSelectElement

  constructor(root: HTMLElement) {
    this.areas = [...root.querySelectorAll<SVGElement>('.app-map__area')]
    this.readout = need(root, '.app-map__readout')
    this.chooser = need(root, 'select')
    if (this.areas.length === 0) return

    for (const tool of root.querySelectorAll<HTMLElement>('[data-tool]')) tool.hidden = false
    this.chooser.addEventListener('change', () => this.pick(this.chooser.value))
    for (const area of this.areas) {
      area.addEventListener('pointerenter', () => this.tell(area))
      area.addEventListener('click', () => this.pick((this.chooser.value = area.dataset['code'] ?? '')))
    }
    root.querySelector('svg')?.addEventListener('pointerleave', () => this.tell(this.picked()))
  }

  private pick(code: string): void {
    for (const area of this.areas) {
      area.classList.toggle('app-map__area--picked', area.dataset['code'] === code)
      area.classList.toggle('app-map__area--dim', code !== '' && area.dataset['code'] !== code)
    }
    // Later shapes are drawn over earlier ones: bring the picked outline to the front.
    const picked = this.picked()
    picked?.parentNode?.appendChild(picked)
    this.tell(picked)
  }

  private picked(): SVGElement | undefined {
    return this.areas.find((area) => area.dataset['code'] === this.chooser.value)
  }

  private tell(area: SVGElement | undefined): void {
    this.readout.textContent = area?.querySelector('title')?.textContent ?? ''
  }
}

function need<T extends Element>(root: Element, selector: string): T {
  const found = root.querySelector<T>(selector)
  if (!found) throw new Error(`has no ${selector}`)
  return found
}
