/** The part of Plotly that the bench calls; its bundles come without types. */
declare module 'plotly.js-basic-dist-min' {
  interface Plotly {
    newPlot(place: HTMLElement, traces: object[], layout: object, config: object): Promise<unknown>
    react(place: HTMLElement, traces: object[], layout: object, config: object): Promise<unknown>
    relayout(place: HTMLElement, change: object): Promise<unknown>
    purge(place: HTMLElement): void
  }
  const plotly: Plotly
  export default plotly
}
