import { cleanup, render, renderHook, screen } from '@testing-library/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { RunSource } from '@runoff/sources'
import { memorySource } from '@runoff/sources/memory'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useRuns } from '../runs/useRuns.ts'
import { liveSource, runOf } from '../testdata/liveSource.ts'
import { pass, renderWith } from '../testdata/renderWith.tsx'
import { thrownBy } from '../testdata/thrownBy.ts'
import { RunoffProvider } from './RunoffProvider.tsx'
import { useSource } from './useSource.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function Names() {
  return (
    <p>
      {useRuns()
        .runs.map((run) => run.name)
        .join(' ')}
    </p>
  )
}

it('hands on the very source that it was given', () => {
  const source = memorySource({ runs: [] })
  expect(renderWith(source, () => useSource()).result.current).toBe(source)
})

it('names the hook and what to do where there is no provider', () => {
  const error = thrownBy(() => renderHook(() => useSource()))
  expect(error).toMatchObject({
    code: 'bad-option',
    message: expect.stringMatching(/^useSource .*<RunoffProvider source/),
  })
})

it('refuses an interval that is no time to wait', () => {
  const source = memorySource({ runs: [] })
  for (const pollIntervalMs of [-1, NaN]) {
    const error = thrownBy(() => renderWith(source, () => useSource(), { pollIntervalMs }))
    expect(error).toMatchObject({ code: 'bad-option' })
  }
})

it('lets the nearest of nested providers count', async () => {
  const outer = memorySource({ id: 'outer', runs: [runOf('far', [])] })
  const inner = memorySource({ id: 'inner', runs: [runOf('near', [])] })
  render(
    <RunoffProvider source={outer}>
      <Names />
      <RunoffProvider source={inner}>
        <Names />
      </RunoffProvider>
    </RunoffProvider>,
  )
  await pass()
  expect(screen.getAllByRole('paragraph').map((p) => p.textContent)).toEqual(['far', 'near'])
})

it('keeps two sources apart that share an id, a client and the ids of their runs', async () => {
  const client = new QueryClient()
  const first = memorySource({ id: 'same', runs: [runOf('a', [], { name: 'first' })] })
  const second = memorySource({ id: 'same', runs: [runOf('a', [], { name: 'second' })] })
  render(
    <>
      <RunoffProvider source={first} queryClient={client}>
        <Names />
      </RunoffProvider>
      <RunoffProvider source={second} queryClient={client}>
        <Names />
      </RunoffProvider>
    </>,
  )
  await pass()
  expect(screen.getAllByRole('paragraph').map((p) => p.textContent)).toEqual(['first', 'second'])
  client.clear()
})

it('shows nothing of the source before when it gets another', async () => {
  const first = memorySource({ runs: [runOf('a', [], { name: 'first' })] })
  const second = liveSource([runOf('a', [], { name: 'second' })])
  second.hold()
  const page = (source: RunSource) => (
    <RunoffProvider source={source}>
      <Names />
    </RunoffProvider>
  )
  const { rerender } = render(page(first))
  await pass()
  rerender(page(second.source))
  expect(screen.getByRole('paragraph').textContent).toBe('')
  second.release()
  await pass()
  expect(screen.getByRole('paragraph').textContent).toBe('second')
  rerender(page(first))
  expect(screen.getByRole('paragraph').textContent).toBe('first')
})

it('never meets the query client of the host, whatever its defaults', async () => {
  const host = new QueryClient({ defaultOptions: { queries: { enabled: false } } })
  render(
    <QueryClientProvider client={host}>
      <RunoffProvider source={memorySource({ runs: [runOf('a', [])] })}>
        <Names />
      </RunoffProvider>
    </QueryClientProvider>,
  )
  await pass()
  expect(screen.getByRole('paragraph').textContent).toBe('a')
  expect(host.getQueryCache().getAll()).toEqual([])
})

it('keeps what it read in a client that is handed in, and obeys no defaults of it', async () => {
  const queryClient = new QueryClient({
    defaultOptions: { queries: { enabled: false, throwOnError: true, retry: 5 } },
  })
  const { source, lists } = liveSource([runOf('a', [])])
  const first = renderWith(source, () => useRuns(), { queryClient })
  await pass()
  expect(first.result.current.runs.map((run) => run.id)).toEqual(['a'])
  first.unmount()
  const again = renderWith(source, () => useRuns(), { queryClient })
  expect(again.result.current.status).toBe('ready')
  expect(lists).toHaveLength(1)
  again.unmount()
  queryClient.clear()
})

it('leaves nothing running and nothing kept behind when it goes', async () => {
  const { source, lists } = liveSource([runOf('a', [1], { status: 'running' })])
  const { unmount } = renderWith(source, () => useRuns())
  await pass(6000)
  expect(lists).toHaveLength(2)
  unmount()
  await pass(0)
  expect(vi.getTimerCount()).toBe(0)
})

it('calls off what is under way when it goes, also between two tries', async () => {
  const live = liveSource([runOf('a', [])])
  live.hold()
  const waiting = renderWith(live.source, () => useRuns())
  await pass()
  waiting.unmount()
  await pass(0)
  expect(live.calledOff()).toBe(1)
  live.release()

  live.failWith(new Error('down'))
  const retrying = renderWith(live.source, () => useRuns())
  await pass(20)
  retrying.unmount()
  await pass(0)
  expect(vi.getTimerCount()).toBe(0)
  expect(live.lists).toHaveLength(2)
})

it('works under StrictMode without a word on the console', async () => {
  const errors = vi.spyOn(console, 'error')
  const { source } = liveSource([runOf('a', [1], { status: 'running' })])
  const { result, unmount } = renderWith(source, () => useRuns(), { isStrict: true })
  await pass(6000)
  expect(result.current.runs.map((run) => run.id)).toEqual(['a'])
  unmount()
  await pass(0)
  expect(vi.getTimerCount()).toBe(0)
  expect(errors).not.toHaveBeenCalled()
})
