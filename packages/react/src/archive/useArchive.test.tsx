import { act, cleanup, renderHook } from '@testing-library/react'
import type { RunSource } from '@runoff/sources'
import { memorySource } from '@runoff/sources/memory'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RunoffProvider } from '../provider/RunoffProvider.tsx'
import { useRuns } from '../runs/useRuns.ts'
import { liveSource, runOf } from '../testdata/liveSource.ts'
import { pass, renderWith } from '../testdata/renderWith.tsx'
import { useArchive } from './useArchive.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

interface SlowSource {
  readonly source: RunSource
  readonly calls: readonly (readonly [readonly string[], boolean])[]
  /** Lets the change asked for longest ago be made, or fail so. */
  readonly answer: (error?: Error) => void
}

/** A source whose changes wait for the test. */
function slowSource(count = 3): SlowSource {
  const ids = Array.from({ length: count }, (_, i) => String.fromCharCode(97 + i))
  const inner = memorySource({ runs: ids.map((id) => ({ id, status: 'completed' as const })) })
  const calls: [readonly string[], boolean][] = []
  const waiting: ((error?: Error) => void)[] = []
  return {
    source: {
      ...inner,
      setArchived: (runIds, archived) => {
        calls.push([runIds, archived])
        return new Promise((resolve, reject) => {
          waiting.push((error) => {
            if (error !== undefined) return reject(error)
            resolve(inner.setArchived?.(runIds, archived))
          })
        })
      },
    },
    calls,
    answer: (error) => waiting.shift()?.(error),
  }
}

function renderLists(source: RunSource) {
  return renderWith(source, () => ({
    archive: useArchive(),
    all: useRuns({ includeArchived: true }),
    current: useRuns(),
  }))
}

type Lists = ReturnType<typeof renderLists>['result']

const archivedIds = ({ current }: Lists): readonly string[] =>
  current.all.runs.filter((run) => run.archived).map((run) => run.id)
const currentIds = ({ current }: Lists): readonly string[] =>
  current.current.runs.map((run) => run.id)

describe('useArchive', () => {
  it('says whether the source can archive, and why not where it is asked all the same', async () => {
    const { source } = liveSource([runOf('a', [])])
    const { result } = renderLists(source)
    await pass()
    expect(result.current.archive.canArchive).toBe(false)
    act(() => void result.current.archive.archive(['a']))
    await pass()
    expect(result.current.archive.error).toMatchObject({ code: 'bad-option' })
    expect(archivedIds(result)).toEqual([])
  })

  it('shows the change in every list before the source has answered', async () => {
    const { source, answer, calls } = slowSource()
    const { result } = renderLists(source)
    await pass()
    act(() => void result.current.archive.archive(['a', 'c']))
    await pass()
    expect(result.current.archive).toMatchObject({ canArchive: true, isBusy: true })
    expect([archivedIds(result), currentIds(result)]).toEqual([['a', 'c'], ['b']])
    expect(result.current.current.total).toBe(1)
    answer()
    await pass()
    expect(result.current.archive).toMatchObject({
      isBusy: false,
      error: null,
      lastAction: { runIds: ['a', 'c'], archived: true },
    })
    expect([archivedIds(result), currentIds(result)]).toEqual([['a', 'c'], ['b']])
    expect(calls).toEqual([[['a', 'c'], true]])
  })

  it('takes the change back where the source refuses it, and says why', async () => {
    const { source, answer } = slowSource()
    const { result } = renderLists(source)
    await pass()
    const done: boolean[] = []
    act(() => void result.current.archive.archive(['b']).then((isDone) => done.push(isDone)))
    for (const delayMs of [50, 300, 800]) {
      await pass(delayMs)
      expect(currentIds(result)).toEqual(['a', 'c'])
      answer(new Error('read only'))
    }
    await pass()
    expect(done).toEqual([false])
    expect([archivedIds(result), currentIds(result)]).toEqual([[], ['a', 'b', 'c']])
    expect(result.current.archive).toMatchObject({ isBusy: false, lastAction: null })
    expect(result.current.archive.error?.message).toContain('read only')
  })

  it('undoes what was done, once', async () => {
    const { source, calls, answer } = slowSource()
    const { result } = renderLists(source)
    await pass()
    act(() => void result.current.archive.archive(['a', 'b']))
    await pass()
    answer()
    await pass()
    act(() => {
      void result.current.archive.undo()
      void result.current.archive.undo()
    })
    await pass()
    answer()
    await pass()
    expect(result.current.archive.lastAction).toBeNull()
    expect([archivedIds(result), currentIds(result)]).toEqual([[], ['a', 'b', 'c']])
    expect(calls).toEqual([
      [['a', 'b'], true],
      [['a', 'b'], false],
    ])
  })

  it('undoes while the change is on its way, after it', async () => {
    const { source, calls, answer } = slowSource()
    const { result } = renderLists(source)
    await pass()
    act(() => void result.current.archive.archive(['a']))
    await pass()
    act(() => void result.current.archive.undo())
    await pass()
    expect(calls).toEqual([[['a'], true]])
    expect(archivedIds(result)).toEqual([])
    answer()
    await pass()
    answer()
    await pass()
    expect(calls).toEqual([
      [['a'], true],
      [['a'], false],
    ])
    expect(archivedIds(result)).toEqual([])
  })

  it('undoes no more than it did: what was archived before stays so', async () => {
    const { source, answer } = slowSource()
    await act(async () => {
      void source.setArchived?.(['a'], true)
      answer()
    })
    const { result } = renderLists(source)
    await pass()
    act(() => void result.current.archive.archive(['a', 'b', 'b']))
    await pass()
    answer()
    await pass()
    expect(result.current.archive.lastAction).toEqual({ runIds: ['b'], archived: true })
    act(() => void result.current.archive.undo())
    await pass()
    answer()
    await pass()
    expect(archivedIds(result)).toEqual(['a'])
  })

  it('asks for nothing where the runs are as wanted', async () => {
    const { source, calls } = slowSource()
    const { result } = renderLists(source)
    await pass()
    act(() => void result.current.archive.unarchive(['a', 'b']))
    act(() => void result.current.archive.archive([]))
    await pass()
    expect(calls).toEqual([])
    expect(result.current.archive.lastAction).toBeNull()
  })

  it('keeps two sources apart, also where one answers late', async () => {
    const [first, second] = [slowSource(), slowSource()]
    let source = first.source
    const wrapper = ({ children }: { readonly children: ReactNode }): ReactNode => (
      <RunoffProvider source={source}>{children}</RunoffProvider>
    )
    const { result, rerender } = renderHook(() => useArchive(), { wrapper })
    act(() => void result.current.archive(['a']))
    await pass()
    expect(result.current.isBusy).toBe(true)
    source = { ...second.source, id: 'second' }
    rerender()
    expect(result.current).toMatchObject({ isBusy: false, lastAction: null, error: null })
    act(() => void result.current.archive(['b']))
    await pass()
    expect(second.calls).toEqual([[['b'], true]])
    first.answer()
    await pass()
    const lastAction = { runIds: ['b'], archived: true }
    // The change of the first source is done, that of the second is not.
    expect(result.current).toMatchObject({ isBusy: true, lastAction })
    second.answer()
    await pass()
    expect(result.current).toMatchObject({ isBusy: false, lastAction, error: null })
    act(() => void result.current.archive(['c']))
    await pass()
    expect(result.current.isBusy).toBe(true)
    second.answer()
    await pass()
    expect(result.current.isBusy).toBe(false)
  })

  it('makes a change of a list that nobody looks at any more', async () => {
    const { source, calls, answer } = slowSource()
    const { result, unmount } = renderLists(source)
    await pass()
    act(() => void result.current.archive.archive(['a']))
    await pass()
    unmount()
    answer()
    await pass()
    expect(calls).toHaveLength(1)
    expect((await source.listRuns({})).runs.map((run) => run.id)).toEqual(['b', 'c'])
  })
})
