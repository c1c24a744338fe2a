import { expect, it } from 'vitest'
import * as core from './index.ts'

it('exports exactly these names', () => {
  expect(Object.keys(core).toSorted()).toMatchInlineSnapshot(`
    [
      "RunoffError",
      "appendPoints",
      "bestRun",
      "buildPyramid",
      "canonicalMetric",
      "cleanModelName",
      "collectExtent",
      "columnBorder",
      "compareRunIds",
      "compareText",
      "defaultObjective",
      "defineRun",
      "defineSeries",
      "deltaFromBest",
      "diffParams",
      "extentOf",
      "firstAbove",
      "firstAtLeast",
      "goalOf",
      "groupRuns",
      "growPyramid",
      "holdsNaN",
      "holdsNegativeInfinity",
      "holdsPositiveInfinity",
      "isBetter",
      "isLive",
      "joinSegments",
      "mergeSeries",
      "objectiveValue",
      "placeOfExtreme",
      "readEpochMs",
      "readNumber",
      "readText",
      "runToJson",
      "seriesFromJson",
      "seriesToJson",
      "splitSegments",
      "summarizeSeries",
      "windowOf",
    ]
  `)
})
