import { expect, it } from 'vitest'
import * as hooks from './index.ts'

it('exports exactly these names', () => {
  expect(Object.keys(hooks).toSorted()).toMatchInlineSnapshot(`
    [
      "RunoffProvider",
      "runInSlices",
      "useBestRun",
      "useCost",
      "useMultiJobMetrics",
      "useParamDiff",
      "useParamImportance",
      "useRecommendation",
      "useRunGroups",
      "useRunSelection",
      "useRuns",
      "useSeriesDetail",
      "useSignificance",
      "useSlicedWork",
      "useSource",
      "useStoppingAdvice",
      "useVerdict",
    ]
  `)
})
