// Measures a store of the server: how fast points are acknowledged, how long series, lists and
// changes take to read, and how that grows with what is there. It asserts nothing: machines are
// noisy.
//
// node --conditions=@runoff/source bench/src/store/run.mjs [--runs 100000] [--points 10000000]
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
// @boundaries-ignore the server is measured from its sources, as its tests read it
import { openClickHouseStore } from '../../../apps/server/src/store/clickhouse/clickHouseStore.ts'
// @boundaries-ignore as above
import { hasServer, startServers } from '../../../apps/server/src/store/clickhouse/startServers.ts'
// @boundaries-ignore as above
import { openSqliteStore } from '../../../apps/server/src/store/sqlite/sqliteStore.ts'
import { lineOf } from '../picker/summary.ts'
import { measureStore } from './measureStore.mjs'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    points: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '7' },
  },
})

const folder = mkdtempSync(join(tmpdir(), 'runoff-bench-'))
const path = join(folder, 'runoff.db')
const stores = [
  { name: 'SQLite', store: openSqliteStore(path), files: () => [path, `${path}-wal`] },
]
const servers = hasServer ? await startServers(1) : null
if (servers !== null) {
  const store = await openClickHouseStore({ url: servers.urls[0] })
  stores.push({ name: 'ClickHouse, one server', store, files: () => filesIn(servers.folder) })
}

try {
  for (const { name, store, files } of stores) {
    console.log(`\n${name}`)
    for await (const line of measureStore(store, files, sizesOf(values))) {
      console.log(typeof line === 'string' ? line : lineOf(...line))
    }
  }
} finally {
  await Promise.all(stores.map(({ store }) => store.close()))
  await servers?.stop()
  rmSync(folder, { recursive: true })
}

function sizesOf({ runs, points, rounds }) {
  return { runs: Number(runs), points: Number(points), rounds: Number(rounds) }
}

function filesIn(place) {
  const entries = readdirSync(place, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
