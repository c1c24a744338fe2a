import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { hostname } from 'node:os'
import { defineRun, type RunStatus } from '@runoff/core'
import { expect, it } from 'vitest'
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts'
import { closeLostRuns, recorderMark, recorderTag } from './lostRuns.ts'

it('a run whose recorder is gone is no longer taken for running; any other is left alone', async () => {
  const ended = spawn(process.execPath, ['--version'])
  await once(ended, 'exit')
  const [host, pid, began] = recorderMark().split(' ')
  const marks: Readonly<Record<string, string | null>> = {
    gone: `${host} ${ended.pid}`,
    again: `${host} ${pid} ${Number(began ?? 0) + 1}`,
    ours: recorderMark(),
    elsewhere: `not-${host} ${ended.pid}`,
    odd: `${host} 0`,
    none: null,
  }
  expect(host).toBe(hostname())
  const store = openSqliteStore(':memory:')
  const { id } = await store.createExperiment('trials')
  for (const [name, mark] of Object.entries(marks)) {
    const tags = mark === null ? {} : { [recorderTag]: mark }
    await store.createRun(id, defineRun({ id: name, status: 'running', tags }))
  }
  const done = defineRun({ id: 'done', status: 'failed', tags: { recorder: marks['gone'] ?? '' } })
  await store.createRun(id, done)

  expect(await closeLostRuns(store)).toBe(2)
  const { runs } = await store.listRuns({ experimentId: id, limit: 10 })
  const statuses = new Map<string, RunStatus>(runs.map((run) => [run.id, run.status]))
  expect(Object.fromEntries(statuses)).toEqual({
    gone: 'failed',
    again: 'failed',
    ours: 'running',
    elsewhere: 'running',
    odd: 'running',
    none: 'running',
    done: 'failed',
  })
  expect(await closeLostRuns(store)).toBe(0)
  await store.close()
})
