import type { MetricSeries, RunInput } from '@runoff/core'
import { afterEach, beforeEach } from 'vitest'
import type { Experiment, MetricStore } from '../metricStore.ts'
import { recordOf, trials } from '../testing.ts'

/** One store as the suite needs it: empty, on a disk of its own. */
export interface StoreUnderTest {
  readonly store: MetricStore
  /** Opens the same store a second time, as another program would, beside the first. */
  another(): Promise<MetricStore>
  /** Stops in the middle of everything, as a power cut does, and opens what is on the disk. */
  crash(): Promise<MetricStore>
  cleanUp(): Promise<void>
}

/** What a store is opened with for one test. */
export interface OpenOptions {
  /** How many of the latest changes it is to know; as many as it likes, where it is not said. */
  readonly keptChanges?: number
}

export type OpenStore = (options?: OpenOptions) => Promise<StoreUnderTest>

/** What the tests of one store share: opened anew for each of them. */
export interface StoreFixture {
  readonly open: OpenStore
  readonly under: StoreUnderTest
  readonly store: MetricStore
  readonly experimentId: string
  /** Returns how often a law is tried, of how often it is where a store is quick. */
  trials(count: number): number
  /** Returns an id that no run has yet. */
  freshId(): string
  /** Returns an experiment without runs. */
  freshExperiment(): Promise<Experiment>
  /** Saves a run and returns its id. */
  saveRun(
    input: RunInput & { readonly id: string },
    series?: ReadonlyMap<string, MetricSeries>,
  ): Promise<string>
  read(runId: string, metric: string): Promise<MetricSeries | undefined>
}

export function storeFixture(open: OpenStore, effort: number): StoreFixture {
  let under: StoreUnderTest
  let experimentId: string
  let count = 0
  beforeEach(async () => {
    under = await open()
    experimentId = (await under.store.createExperiment('trials')).id
  })
  afterEach(() => under.cleanUp())

  return {
    open,
    get under() {
      return under
    },
    get store() {
      return under.store
    },
    get experimentId() {
      return experimentId
    },
    trials: (count) => trials(Math.ceil(count * effort)),
    freshId: () => `run ${count++}`,
    freshExperiment: () => under.store.createExperiment(`experiment ${count++}`),
    async saveRun(input, series) {
      const record = recordOf(experimentId, input, series)
      await under.store.saveRun(record)
      return record.run.id
    },
    async read(runId, metric) {
      return (await under.store.readSeries(runId, { metrics: [metric] }))[0]?.series
    },
  }
}
