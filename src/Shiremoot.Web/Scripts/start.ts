// The list of components a page may hold. Each is found by its data-module and given its root element.
import { createAll, ErrorSummary, ServiceNavigation, SkipLink } from 'govuk-frontend'
import { AreaMap } from './map'
import { Chart } from './chart'
import { ReviewKeys } from './review'
import { WhatIf } from './what-if'

interface Component {
  readonly moduleName: string
  new (root: HTMLElement): unknown
}

const components: readonly Component[] = [Chart, AreaMap, ReviewKeys, WhatIf]

// govuk-frontend asks for both classes before it starts anything.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const component of [ErrorSummary, ServiceNavigation, SkipLink]) createAll(component)

for (const component of components)
  for (const root of document.querySelectorAll<HTMLElement>(`[data-module="${component.moduleName}"]`)) {
    try {
      new component(root)
    } catch (error) {
      console.error(`${component.moduleName} #${root.id || '(no id)'}: ${String(error)}`)
    }
  }
