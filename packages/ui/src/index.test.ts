import { expect, it } from 'vitest'
import * as parts from './index.ts'

it('exports exactly these names', () => {
  expect(Object.keys(parts).toSorted()).toEqual([
    'ChartGroup',
    'CompareBar',
    'CostChart',
    'LossChart',
    'MessagesProvider',
    'MetricChart',
    'ParallelCoordinates',
    'ParamImportance',
    'ParamScatter',
    'RecommendationPanel',
    'RecommendationProvider',
    'RunComparison',
    'RunPicker',
    'RunStylesProvider',
    'SignificanceTable',
    'StoppingAdviceList',
    'StoppingNote',
    'SummaryTable',
    'defaultComparisonView',
    'defaultPickerView',
    'englishMessages',
    'useMessages',
  ])
})
