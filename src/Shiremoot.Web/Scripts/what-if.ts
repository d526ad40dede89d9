// An answer about the future: numbers become sliders, a changed number is asked for at once, and a sharper answer takes its place when it has come.
// Without script the form, the links and the tables do the same by themselves.
import { Chart } from './chart'

const settleMs = 500
const pollMs = 1500

interface Progress {
  says: string
  stages: string
  last: boolean
}

export class WhatIf {
  static readonly moduleName = 'app-what-if'

  private readonly form: HTMLFormElement | null
  private readonly told = document.createElement('p')
  private address = window.location.pathname + window.location.search
  private settling = 0
  private polling = 0
  private asked = 0

  constructor(private readonly root: HTMLElement) {
    this.form = root.querySelector<HTMLFormElement>('form.app-numbers')
    this.told.className = 'govuk-visually-hidden'
    this.told.setAttribute('role', 'status')
    // Said to those who listen; it is no part of what the page holds.
    this.told.dataset['tool'] = ''
    root.append(this.told)
    // What has come since stands in these; the form is left alone, so that whoever moves a slider keeps it.
    for (const input of this.form?.querySelectorAll<HTMLInputElement>('input[type="number"]') ?? []) this.slide(input)
    this.form?.addEventListener('input', () => this.settle())
    this.form?.addEventListener('submit', (event) => {
      event.preventDefault()
      this.settle(0)
    })
    this.poll()
  }

  // A slider beside the number: they move together.
  private slide(input: HTMLInputElement): void {
    const slider = document.createElement('input')
    const label = this.root.querySelector(`label[for="${CSS.escape(input.id)}"]`)?.textContent ?? input.name
    slider.type = 'range'
    slider.className = 'app-slider'
    slider.min = input.min
    slider.max = input.max
    slider.step = String((Number(input.max) - Number(input.min)) / 100)
    slider.value = input.value
    slider.setAttribute('aria-label', label)
    slider.addEventListener('input', () => (input.value = String(Number(Number(slider.value).toPrecision(4)))))
    input.addEventListener('input', () => (slider.value = input.value))
    input.after(slider)
  }

  // What the reader has set is asked for once they have stopped moving.
  private settle(wait = settleMs): void {
    window.clearTimeout(this.settling)
    this.settling = window.setTimeout(() => {
      if (!this.form?.reportValidity()) return
      const set = new URLSearchParams()
      for (const field of this.form.elements) {
        if (field instanceof HTMLInputElement && field.name && Number(field.value) !== Number(field.dataset['usual'])) set.set(field.name, field.value)
        if (field instanceof HTMLSelectElement && field.name) set.set(field.name, field.value)
      }
      this.address = `${this.form.getAttribute('action') ?? ''}?${set.toString()}`
      window.history.replaceState(null, '', this.address)
      void this.show('The answer to your numbers is in.')
    }, wait)
  }

  // Takes the answer out of the page as the server now writes it.
  private async show(says: string): Promise<void> {
    window.clearTimeout(this.polling)
    const turn = ++this.asked
    this.root.querySelector('[data-answer]')?.setAttribute('aria-busy', 'true')
    try {
      const answer = await fetch(this.address, { credentials: 'same-origin' })
      if (!answer.ok) throw new Error(`${this.address} answers ${answer.status}`)
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      if (turn !== this.asked) return
      for (const part of ['[data-headline]', '.app-awaiting', '[data-answer]']) {
        const then = page.querySelector(`#${this.root.id} ${part}`)
        if (then) this.root.querySelector(part)?.replaceWith(then)
      }
      const numbers = page.querySelector('.app-assumptions')
      if (numbers) document.querySelector('.app-assumptions')?.replaceWith(numbers)
      for (const chart of this.root.querySelectorAll<HTMLElement>(`[data-answer] [data-module="${Chart.moduleName}"]`)) new Chart(chart)
      this.told.textContent = says
    } catch (error) {
      console.error(`${WhatIf.moduleName} #${this.root.id}: ${String(error)}`)
    }
    this.root.querySelector('[data-answer]')?.removeAttribute('aria-busy')
    if (turn === this.asked) this.poll()
  }

  private poll(): void {
    const awaiting = this.root.querySelector<HTMLElement>('.app-awaiting')
    const from = awaiting?.dataset['awaiting']
    if (!awaiting || !from) return
    this.polling = window.setTimeout(() => void this.look(awaiting, from), pollMs)
  }

  private async look(awaiting: HTMLElement, from: string): Promise<void> {
    try {
      const answer = await fetch(from, { credentials: 'same-origin' })
      if (!answer.ok) return
      const progress = (await answer.json()) as Progress
      if (!awaiting.isConnected) return
      if (progress.stages !== awaiting.dataset['stages']) {
        await this.show(progress.last ? 'The sharper answer is in.' : 'A first answer is in.')
        return
      }
      const says = awaiting.querySelector('.app-awaiting__says')
      if (says && says.textContent !== progress.says) says.textContent = progress.says
    } catch (error) {
      console.error(`${WhatIf.moduleName} #${this.root.id}: ${String(error)}`)
    }
    if (awaiting.isConnected) this.poll()
  }
}
