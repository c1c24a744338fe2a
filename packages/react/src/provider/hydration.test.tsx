import { cleanup, render, waitFor } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, it, vi } from 'vitest'
import { memorySource } from '@runoff/sources/memory'
import { useRuns } from '../runs/useRuns.ts'
import { useMultiJobMetrics } from '../series/useMultiJobMetrics.ts'
import { runOf } from '../testdata/liveSource.ts'
import { RunoffProvider } from './RunoffProvider.tsx'

afterEach(cleanup)

function Page() {
  const { status, runs } = useRuns()
  const { isLoading, metricsMap } = useMultiJobMetrics(runs.map((run) => run.id))
  return <p>{[status, runs.length, isLoading, metricsMap.size].join(' ')}</p>
}

it('takes over what a server rendered, without a mismatch', async () => {
  const errors = vi.spyOn(console, 'error')
  const page = (
    <RunoffProvider source={memorySource({ runs: [runOf('a', [1])] })}>
      <Page />
    </RunoffProvider>
  )
  const container = document.createElement('div')
  container.innerHTML = renderToString(page)
  expect(container.textContent).toBe('loading 0 false 0')
  document.body.append(container)
  render(page, { container, hydrate: true })
  await waitFor(() => expect(container.textContent).toBe('ready 1 false 1'))
  expect(errors).not.toHaveBeenCalled()
})
