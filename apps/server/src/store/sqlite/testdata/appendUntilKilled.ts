// Adds one point after another and says each one that was acknowledged, until it is killed.
import { writeSync } from 'node:fs'
import { defineRun, defineSeries } from '@runoff/core'
import { openSqliteStore } from '../sqliteStore.ts'

const store = openSqliteStore(process.argv[2] ?? '')
const { id: experimentId } = await store.createExperiment('trials')
const run = defineRun({ id: 'a' })
await store.saveRun({ experimentId, run, series: new Map(), contentHash: 'as first written' })
for (let step = 0; ; step++) {
  await store.appendPoints(run.id, new Map([['loss', defineSeries([{ step, value: step }])]]))
  writeSync(1, `${step}\n`)
}
