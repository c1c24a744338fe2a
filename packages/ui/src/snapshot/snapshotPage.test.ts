import { readSnapshot } from '@runoff/sources/snapshot'
import { describe, expect, it } from 'vitest'
import { completeView, defaultObjective } from '@runoff/core'
import { memorySource } from '@runoff/sources/memory'
import { hostileName, keptRuns, keptSource } from '../keep/testdata/keptRuns.ts'
import { snapshotHtml } from './snapshotHtml.ts'
import { snapshotPage } from './snapshotPage.ts'

const app = {
  script: 'document.title="<!doctype html>"',
  style: 'b{}',
  scriptHash: 'sha256-AAA=',
  styleHash: 'sha256-BBB=',
}
const options = {
  objective: defaultObjective,
  policy: 'composite',
  view: completeView({ selectedIds: ['low-a'] }),
  createdAtMs: 5,
  title: 't',
  noScript: 'n',
  loadApp: async () => app,
} as const

describe('snapshotPage', () => {
  it('allows its own script and stylesheet, and nothing else', () => {
    const { before } = snapshotPage({ title: 't', noScript: 'n', app })
    expect(before).toContain(
      'content="default-src &#39;none&#39;; script-src &#39;sha256-AAA=&#39;; ' +
        'style-src &#39;sha256-BBB=&#39;; img-src data: blob:; ' +
        'base-uri &#39;none&#39;; form-action &#39;none&#39;"',
    )
    expect(before).not.toContain('unsafe')
    // The policy stands before everything that it must hold for.
    expect(before.indexOf('Content-Security-Policy')).toBeLessThan(before.indexOf('<style'))
  })

  it('lets no title be more than a title', () => {
    const { before } = snapshotPage({ title: hostileName, noScript: hostileName, app })
    expect(before).not.toMatch(/<script>alert|<img/)
  })
})

describe('snapshotHtml', () => {
  it('holds the runs with all points, and reads back as they were', async () => {
    const source = keptSource()
    const runs = await keptRuns(source)
    const { file, snapshot } = await snapshotHtml({ ...options, source, runs })
    const again = readSnapshot(await file.text())
    expect(again).toEqual(snapshot)
    expect(again.runs).toEqual(runs)
    expect(again.view.selectedIds).toEqual(['low-a'])
    const [results] = await source.readSeries([{ runId: 'low-b', metric: 'train/loss' }])
    const kept = again.series.find((each) => each.runId === 'low-b' && each.metric === 'train/loss')
    expect(kept?.series).toEqual(results?.series)
    expect(again.series).toHaveLength(12)
  })

  it('says what could not be read, and holds the rest', async () => {
    const whole = keptSource()
    const source = {
      ...whole,
      readSeries: async (requests: Parameters<typeof whole.readSeries>[0]) => {
        if (requests.some(({ runId }) => runId === 'high-b')) throw new Error('gone')
        return whole.readSeries(requests)
      },
    }
    const all = await keptRuns(whole)
    const alone = await snapshotHtml({ ...options, source, runs: all.slice(0, 3) })
    expect(alone.snapshot.failures).toEqual([])
    const { snapshot } = await snapshotHtml({ ...options, source, runs: all })
    expect(snapshot.failures[0]).toMatchObject({ message: 'gone' })
    expect(snapshot.runs).toHaveLength(4)
  })

  it('tells how far it is, and stops when it is told to', async () => {
    const told: number[] = []
    const source = keptSource()
    const runs = await keptRuns(source)
    const onProgress = (progress: number): void => void told.push(progress)
    await snapshotHtml({ ...options, source, runs, onProgress })
    expect(told.at(-1)).toBe(1)
    const controller = new AbortController()
    controller.abort(new Error('stop'))
    const stopped = snapshotHtml({ ...options, source, runs, signal: controller.signal })
    await expect(stopped).rejects.toThrow('stop')
  })

  it('can be made of no runs', async () => {
    const { file } = await snapshotHtml({
      ...options,
      source: memorySource({ runs: [] }),
      runs: [],
    })
    expect(readSnapshot(await file.text()).runs).toEqual([])
  })
})
