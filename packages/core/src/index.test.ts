import { expect, it } from 'vitest'
import * as core from './index.ts'

it('exports exactly these names', () => {
  expect(Object.keys(core).toSorted()).toMatchInlineSnapshot(`
    [
      "RunoffError",
      "appendPoints",
      "bestRun",
      "canonicalMetric",
      "cleanModelName",
      "compareRunIds",
      "compareText",
      "defaultObjective",
      "defineRun",
      "defineSeries",
      "deltaFromBest",
      "diffParams",
      "goalOf",
      "groupRuns",
      "isBetter",
      "isLive",
      "joinSegments",
      "mergeSeries",
      "objectiveValue",
      "readEpochMs",
      "readNumber",
      "readText",
      "runToJson",
      "seriesFromJson",
      "seriesToJson",
      "splitSegments",
      "summarizeSeries",
    ]
  `)
})
