import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { RunSource } from '../../source.ts'
import { filesSource } from '../filesSource.ts'
import type { RunFile } from '../runFile.ts'

const numRuns = Number(process.env['RUNOFF_TRIALS'] ?? 30)

/** What may happen to a log between two looks at it. */
type Act =
  | { readonly kind: 'append'; readonly length: number }
  | { readonly kind: 'rotate' | 'copy' | 'empty' | 'look' }

const appended = fc.nat(50_000).map((length): Act => ({ kind: 'append', length }))
const others = fc
  .constantFrom('rotate' as const, 'copy' as const, 'empty' as const)
  .map((kind): Act => ({ kind }))
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: appended },
    { weight: 4, arbitrary: fc.constant<Act>({ kind: 'look' }) },
    { weight: 1, arbitrary: others },
  ),
  { maxLength: 12 },
)

const line = (i: number): string => `{'loss': ${i}.5, 'läge': ${i}, 'epoch': ${i}.0}\r\n`
const script = new TextEncoder().encode(Array.from({ length: 12_000 }, (_, i) => line(i)).join(''))

/** A disk with one log, which is written by a script that never goes back. */
function startDisk(startedAtMs: number): { act(act: Act): void; files(): readonly RunFile[] } {
  const logs = new Map<string, readonly [from: number, to: number]>([['a/run.log', [0, 0]]])
  let clock = startedAtMs
  const times = new Map<string, number>()
  const set = (path: string, from: number, to: number): void => {
    logs.set(path, [from, to])
    times.set(path, ++clock)
  }
  return {
    act(act) {
      const [from, to] = logs.get('a/run.log') ?? [0, 0]
      if (act.kind === 'append') set('a/run.log', from, Math.min(script.length, to + act.length))
      if (act.kind === 'empty') set('a/run.log', to, to)
      if (act.kind !== 'rotate' && act.kind !== 'copy') return
      const older = Array.from(logs.keys()).length
      for (let age = older; age > 1; age--) {
        const [start, end] = logs.get(`a/run.log.${age - 1}`) ?? [0, 0]
        set(`a/run.log.${age}`, start, end)
      }
      set('a/run.log.1', from, to)
      // Who copies a log empties it later, and until then the same lines stand in both.
      if (act.kind === 'rotate') set('a/run.log', to, to)
    },
    files: () =>
      Array.from(logs, ([path, [from, to]]) => ({
        path,
        size: to - from,
        modifiedAtMs: times.get(path) ?? 0,
        open: async () => new Blob([script.slice(from, to)]),
      })),
  }
}

async function seriesOf(source: RunSource): Promise<readonly unknown[]> {
  const { runs } = await source.listRuns({})
  const results = await source.readSeries(
    runs.flatMap(({ id, metrics }) =>
      Array.from(metrics.keys(), (metric) => ({ runId: id, metric })),
    ),
  )
  return results.map(({ request, series }) => [request, series?.steps, series?.values])
}

/** Metrics of which points were read twice. */
async function doublesOf(source: RunSource): Promise<readonly unknown[]> {
  const { runs } = await source.listRuns({})
  const results = await source.readSeries(runs.map(({ id }) => ({ runId: id, metric: 'läge' })))
  return results.filter(({ series }) => series?.total !== series?.steps.length)
}

it('shows after any schedule what whoever opened the files just now would see', async () => {
  await fc.assert(
    fc.asyncProperty(acts, fc.boolean(), async (schedule, isOld) => {
      const disk = startDisk(isOld ? 0 : Date.now())
      let change: (files: readonly RunFile[]) => void = () => {}
      const follow = (onChange: typeof change): (() => void) => {
        change = onChange
        return () => {}
      }
      const source = filesSource({ files: disk.files(), follow })
      source.watch?.({}, () => {})
      for (const act of [...schedule, { kind: 'look' } as const]) {
        disk.act(act)
        if (act.kind !== 'look') continue
        change(disk.files())
        expect(await seriesOf(source)).toEqual(await seriesOf(filesSource({ files: disk.files() })))
        expect(await doublesOf(source)).toEqual([])
      }
    }),
    { numRuns },
  )
})
