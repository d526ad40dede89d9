// govuk-frontend ships no types. These are the parts we use.
declare module 'govuk-frontend' {
  interface GovukComponent {
    readonly moduleName: string
    new (root: HTMLElement): unknown
  }
  export const ErrorSummary: GovukComponent
  export const ServiceNavigation: GovukComponent
  export const SkipLink: GovukComponent
  export function createAll(component: GovukComponent): unknown[]
}
