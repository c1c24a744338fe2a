import type { MetricSeries, SeriesFeed } from '@runoff/core'
import type { ChartLine } from './model/chartLine.ts'

/** Series by run id, or a feed of them whose new points are drawn without a render. */
export type SeriesInput = ReadonlyMap<string, MetricSeries> | SeriesFeed

/** The lines of a chart, and how to hear of new points in them. */
export interface LineSource {
  /** The same list until a point was added. */
  readonly get: () => readonly ChartLine[]
  /** `null` where points come with a render alone. */
  readonly subscribe: ((listener: () => void) => () => void) | null
}

export type SeriesMap = ReadonlyMap<string, MetricSeries>

/** Returns the lines that are made of some series, made again only where a series is another. */
export function lineSource(
  inputs: readonly SeriesInput[],
  linesOf: (series: readonly SeriesMap[]) => readonly ChartLine[],
): LineSource {
  let held: { readonly maps: readonly SeriesMap[]; readonly lines: readonly ChartLine[] } | null =
    null
  const feeds = inputs.filter(isFeed)
  return {
    get() {
      const maps = inputs.map((input) => (isFeed(input) ? input.get() : input))
      const isSame = held !== null && maps.every((map, index) => map === held?.maps[index])
      if (held === null || !isSame) held = { maps, lines: linesOf(maps) }
      return held.lines
    },
    subscribe:
      feeds.length === 0
        ? null
        : (listener) => {
            const stops = feeds.map((feed) => feed.subscribe(listener))
            return () => {
              for (const stop of stops) stop()
            }
          },
  }
}

function isFeed(input: SeriesInput): input is SeriesFeed {
  return 'subscribe' in input
}
