import { expect } from 'vitest'
import type { Run } from '@runoff/core'
import type { RunQuery } from '../source.ts'
import { hostileIds, readAllRuns, type Claim } from './sourceUnderTest.ts'

const idsOf = (runs: readonly Run[]): readonly string[] => runs.map((run) => run.id)
const badOption = { name: 'RunoffError', code: 'bad-option' }

/** What `listRuns` of every source does. */
export const listClaims: readonly Claim[] = [
  [
    'lists runs whose ids are unique and not empty',
    async ({ source }) => {
      const runs = await readAllRuns(source)
      expect(runs.length).toBeGreaterThanOrEqual(2)
      expect(new Set(idsOf(runs)).size).toBe(runs.length)
      expect(runs.filter((run) => run.id === '' || run.name === '' || run.source === '')).toEqual(
        [],
      )
    },
  ],
  [
    'visits every run exactly once in pages of one',
    async ({ source }) => {
      const all = idsOf(await readAllRuns(source))
      const single = idsOf(await readAllRuns(source, 1))
      expect(single.toSorted()).toEqual(all.toSorted())
    },
  ],
  [
    'tells the number of runs, or that it does not know it',
    async ({ source }) => {
      const all = await readAllRuns(source)
      const { total } = await source.listRuns({})
      expect([all.length, null]).toContain(total)
    },
  ],
  [
    'gives the same list when asked again',
    async ({ source }) => {
      expect(await readAllRuns(source)).toEqual(await readAllRuns(source))
    },
  ],
  [
    'finds a run by a part of its name in another letter case',
    async ({ source }) => {
      for (const { id, name } of (await readAllRuns(source)).slice(0, 5)) {
        const { runs } = await source.listRuns({ search: name.toUpperCase(), ids: [id] })
        expect(idsOf(runs)).toEqual([id])
      }
      expect((await source.listRuns({ search: 'no run is named like this' })).runs).toEqual([])
    },
  ],
  [
    'gives exactly the runs that were asked for by id, and leaves out unknown ones',
    async ({ source }) => {
      const wanted = idsOf(await readAllRuns(source)).slice(1, 3)
      const { runs } = await source.listRuns({ ids: [...hostileIds, ...wanted] })
      expect(idsOf(runs).toSorted()).toEqual(wanted.toSorted())
      expect((await source.listRuns({ ids: [] })).runs).toEqual([])
    },
  ],
  [
    'narrows by status',
    async ({ source }) => {
      const all = await readAllRuns(source)
      for (const status of new Set(all.map((run) => run.status))) {
        const { runs } = await source.listRuns({ status: [status], ids: idsOf(all) })
        const expected = all.filter((run) => run.status === status)
        expect(idsOf(runs).toSorted()).toEqual(idsOf(expected).toSorted())
      }
    },
  ],
  [
    'hides archived runs unless they are wanted',
    async ({ source }) => {
      const { runs } = await source.listRuns({})
      expect(runs.filter((run) => run.archived)).toEqual([])
    },
  ],
  [
    'archives a run and takes it back, where it can archive at all',
    async ({ source }) => {
      const [run] = await readAllRuns(source)
      if (source.setArchived === undefined || run === undefined) return
      const query: RunQuery = { ids: [run.id] }
      await source.setArchived([run.id], true)
      const hidden = await source.listRuns(query)
      const shown = await source.listRuns({ ...query, includeArchived: true })
      await source.setArchived([run.id], false)
      expect(hidden.runs).toEqual([])
      expect(shown.runs.map(({ archived }) => archived)).toEqual([true])
      expect(idsOf((await source.listRuns(query)).runs)).toEqual([run.id])
    },
  ],
  [
    'refuses pages that could hold no run',
    async ({ source }) => {
      for (const limit of [0, -1, 1.5, NaN, Infinity]) {
        await expect(source.listRuns({ limit })).rejects.toMatchObject(badOption)
      }
    },
  ],
  [
    'refuses a cursor that it did not give',
    async ({ source }) => {
      const answer = source.listRuns({ cursor: 'no cursor of anybody' })
      await expect(answer).rejects.toMatchObject({ name: 'RunoffError' })
    },
  ],
]
