import { expect, it } from 'vitest'
import * as parts from './index.ts'

it('exports exactly these names', () => {
  expect(Object.keys(parts).toSorted()).toEqual([
    'ChartGroup',
    'CompareBar',
    'LossChart',
    'MessagesProvider',
    'MetricChart',
    'RunComparison',
    'RunPicker',
    'RunStylesProvider',
    'SummaryTable',
    'defaultComparisonView',
    'defaultPickerView',
    'englishMessages',
    'useMessages',
  ])
})
