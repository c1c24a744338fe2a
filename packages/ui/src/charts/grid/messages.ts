/** Words of a grid of charts; `title` is the chart's. */
export interface GridMessages {
  /** The button that shows how the charts can be arranged. */
  readonly arrange: string
  /** The name of the buttons that arrange one chart. */
  readonly arrangeOf: (title: string) => string
  readonly earlier: string
  readonly later: string
  readonly wide: string
  readonly earlierOf: (title: string) => string
  readonly laterOf: (title: string) => string
  readonly wideOf: (title: string) => string
  /** Said when a chart was moved: 'Learning rate is chart 2 of 4'. */
  readonly moved: (title: string, place: number, count: number) => string
  /** In place of a chart that is far from what is in sight. */
  readonly waiting: string
}

export const gridMessages: GridMessages = {
  arrange: 'Arrange charts',
  arrangeOf: (title) => `Arrange ${title}`,
  earlier: '← Earlier',
  later: 'Later →',
  wide: 'Wide',
  earlierOf: (title) => `Move ${title} earlier`,
  laterOf: (title) => `Move ${title} later`,
  wideOf: (title) => `Make ${title} wide`,
  moved: (title, place, count) => `${title} is chart ${place} of ${count}`,
  waiting: 'Loads when it comes into sight',
}
