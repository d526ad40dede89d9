// Reviewing by keyboard: 1, 2 and 3 press the buttons of the decision, R goes to the reason. Without script the form works as it stands, and the buttons have access keys.
export class ReviewKeys {
  static readonly moduleName = 'app-review'

  constructor(root: HTMLElement) {
    const reason = root.querySelector<HTMLTextAreaElement>('textarea')
    if (!reason) return
    reason.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') reason.blur()
    })
    document.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || ReviewKeys.isWriting(event.target)) return
      if (event.key.toLowerCase() === 'r') {
        event.preventDefault()
        reason.focus()
        return
      }
      const button = root.querySelector<HTMLButtonElement>(`button[data-key="${CSS.escape(event.key)}"]`)
      if (!button) return
      event.preventDefault()
      if (reason.value.trim() === '') reason.focus()
      else button.click()
    })
  }

  private static isWriting(target: EventTarget | null): boolean {
    return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  }
}
