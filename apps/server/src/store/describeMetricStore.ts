import { describe } from 'vitest'
import { describeAppending } from './suite/describeAppending.ts'
import { describeChanges } from './suite/describeChanges.ts'
import { describeListing } from './suite/describeListing.ts'
import { describeLogs } from './suite/describeLogs.ts'
import { describeRecording } from './suite/describeRecording.ts'
import { describeRuns } from './suite/describeRuns.ts'
import { describeSeries } from './suite/describeSeries.ts'
import { trials } from './testing.ts'
import { storeFixture, type OpenStore } from './suite/storeFixture.ts'

/**
 * What every `MetricStore` must do; each implementation runs it. `effort` is how often laws are
 * tried, `1` where each write takes no time.
 */
export function describeMetricStore(name: string, open: OpenStore, effort: number = 1): void {
  describe(`${name} as a MetricStore`, { timeout: 20_000 + trials(0) * 500 }, () => {
    const at = storeFixture(open, effort)
    describe('saving runs', () => {
      describeRuns(at)
    })
    describe('recording runs', () => {
      describeRecording(at)
    })
    describe('listing runs', () => {
      describeListing(at)
    })
    describe('keeping series', () => {
      describeSeries(at)
    })
    describe('appending points', () => {
      describeAppending(at)
    })
    describe('keeping logs', () => {
      describeLogs(at)
    })
    describe('telling changes', () => {
      describeChanges(at)
    })
  })
}
