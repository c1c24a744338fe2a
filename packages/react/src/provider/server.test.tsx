// @vitest-environment node
import { renderToString } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { useRuns } from '../runs/useRuns.ts'
import { useMultiJobMetrics } from '../series/useMultiJobMetrics.ts'
import { useRunSelection } from '../selection/useRunSelection.ts'
import { liveSource, runOf } from '../testdata/liveSource.ts'
import { RunoffProvider } from './RunoffProvider.tsx'

function Page() {
  const { status, runs } = useRuns()
  const { isLoading, metricsMap } = useMultiJobMetrics(['a'])
  const { selectedIds } = useRunSelection({ defaultSelectedIds: ['a'] })
  return <p>{[status, runs.length, isLoading, metricsMap.size, selectedIds.join()].join(' ')}</p>
}

it('renders the loading state on a server, and asks for nothing there', () => {
  vi.useFakeTimers()
  const errors = vi.spyOn(console, 'error')
  const { source, lists, reads } = liveSource([runOf('a', [1])])
  const html = renderToString(
    <RunoffProvider source={source}>
      <Page />
    </RunoffProvider>,
  )
  expect(html).toBe('<p>loading 0 true 0 a</p>')
  expect([...lists, ...reads]).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
  expect(errors).not.toHaveBeenCalled()
  vi.useRealTimers()
})
