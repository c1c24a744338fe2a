import { afterAll, beforeAll, describe, vi } from 'vitest'
import { describeMetricStore } from '../describeMetricStore.ts'
import type { MetricStore } from '../metricStore.ts'
import type { OpenStore } from '../suite/storeFixture.ts'
import { openClickHouseStore } from './clickHouseStore.ts'
import { describeClickHouse } from './describeClickHouse.ts'
import { clusterName, type RunningServers } from './startServers.ts'

export interface TestedEngine {
  readonly name: string
  /** Whether it is installed; else its tests are skipped. */
  readonly isHere: boolean
  readonly start: () => Promise<RunningServers>
}

/** What a ClickHouse store must do on an engine, each test in a database of its own. */
export function describeEngine({ name, isHere, start }: TestedEngine): void {
  // A busy machine makes each of many requests slow.
  vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
  describe.skipIf(!isHere)(`${name}, where it is installed`, () => {
    let servers: RunningServers
    let count = 0
    beforeAll(async () => {
      servers = await start()
    }, 60_000)
    afterAll(() => servers.stop(), 60_000)

    const openStore: OpenStore = async (options) => {
      const database = `trial_${count++}`
      const opened: MetricStore[] = []
      const open = async (): Promise<MetricStore> => {
        const cluster = { name: clusterName, urls: servers.urls }
        const store = await openClickHouseStore({
          ...options,
          ...(servers.urls.length > 1 ? { cluster } : {}),
          url: servers.urls[0] ?? '',
          database,
        })
        opened.push(store)
        return store
      }
      return {
        store: await open(),
        another: open,
        async crash() {
          await servers.crash()
          return open()
        },
        async cleanUp() {
          await Promise.all(opened.map((store) => store.close()))
          await Promise.all(servers.urls.map((url) => dropDatabase(url, database)))
        },
      }
    }

    // Every write waits for a server and its disk.
    describeMetricStore(name, openStore, 0.05)
    describe('with others', () => {
      describeClickHouse(openStore)
    })
  })
}

async function dropDatabase(url: string, database: string): Promise<void> {
  await fetch(url, { method: 'POST', body: `DROP DATABASE IF EXISTS ${database}` })
}
