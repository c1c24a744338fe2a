// Records a run step by step, from where the store has it, and says each step that was
// acknowledged, until it is killed, has done so many steps or a write is refused.
import { writeSync } from 'node:fs'
import { defineRun } from '@runoff/core'
import type { MetricStore } from '../../metricStore.ts'
import { openSqliteStore } from '../sqliteStore.ts'
import { trialLine, trialLog, trialPoints } from './trialRun.ts'

const [path = '', id = 'a', most = 'Infinity'] = process.argv.slice(2)

async function record(store: MetricStore): Promise<void> {
  const { id: experimentId } = await store.createExperiment('trials')
  const run = await store.createRun(experimentId, defineRun({ id }))
  // The last of its points may have come without its line: it is sent again.
  const first = Math.max(0, (run.metrics.get('eval/loss')?.count ?? 0) - 1)
  let offset = Buffer.byteLength(trialLog(first))
  for (let step = first; step < first + Number(most); step++) {
    await store.appendPoints(run.id, trialPoints(step))
    offset = await store.appendLog(run.id, { offset, bytes: Buffer.from(trialLine(step)) })
    writeSync(1, `${step}\n`)
  }
}

try {
  const store = openSqliteStore(path)
  await record(store)
  await store.close()
} catch (error) {
  writeSync(2, String(error))
}
