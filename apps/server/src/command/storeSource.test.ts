import { defineRun } from '@runoff/core'
import { describeSource } from '@runoff/sources/testing'
import { seriesOf } from '../api/testing.ts'
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts'
import { storeSource } from './storeSource.ts'

describeSource('storeSource', async () => {
  const store = openSqliteStore(':memory:')
  const loss = seriesOf([3, 2, NaN, 1, 0.5])
  for (const [experiment, ids] of [
    ['empty', []],
    ['first', ['a', 'b', 'c']],
    ['second', ['d']],
  ] as const) {
    const { id: experimentId } = await store.createExperiment(experiment)
    for (const id of ids) {
      await store.saveRun({
        experimentId,
        run: defineRun({ id, name: `ÜBUNG ${id}`, archived: id === 'c', status: 'completed' }),
        series: new Map([['train/loss', loss]]),
        contentHash: id,
      })
    }
  }
  return { source: storeSource(store), metric: 'train/loss', close: () => store.close() }
})
