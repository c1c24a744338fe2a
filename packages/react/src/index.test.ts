import { expect, it } from 'vitest'
import * as hooks from './index.ts'

it('exports exactly these names', () => {
  expect(Object.keys(hooks).toSorted()).toMatchInlineSnapshot(`
    [
      "RunoffProvider",
      "readLink",
      "runInSlices",
      "useArchive",
      "useBestRun",
      "useComparisonView",
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
      "writeLink",
    ]
  `)
})
