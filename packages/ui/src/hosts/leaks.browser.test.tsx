import '../styles.css'
import { memorySource } from '@runoff/sources/memory'
import { cleanup, render, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, expect, it, onTestFinished } from 'vitest'
import { cdp } from 'vitest/browser'
import { nextFrames } from '../charts/testdata/pixels.ts'
import { RunComparison } from '../comparison/RunComparison.tsx'
import { fiveRuns } from '../comparison/testdata/generatedRuns.ts'
import { watchPage } from './testdata/watched.ts'

afterEach(cleanup)

/** What of the browser's own protocol is asked here. */
interface DevTools {
  send(method: 'HeapProfiler.collectGarbage'): Promise<void>
  send(
    method: 'Memory.getDOMCounters',
  ): Promise<{ readonly jsEventListeners: number; readonly nodes: number }>
  send(
    method: 'Runtime.getHeapUsage',
  ): Promise<{ readonly usedSize: number; readonly backingStorageSize: number }>
}

/** What the page holds once everything that nobody holds is gone. */
async function held(): Promise<{ listeners: number; nodes: number; heap: number }> {
  const session = cdp() as unknown as DevTools
  await nextFrames(3)
  for (let turn = 0; turn < 3; turn++) await session.send('HeapProfiler.collectGarbage')
  const { jsEventListeners, nodes } = await session.send('Memory.getDOMCounters')
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage')
  return { listeners: jsEventListeners, nodes, heap: usedSize + backingStorageSize }
}

const source = memorySource({ runs: fiveRuns.slice(0, 2) })

/** Every eighth page is read to its end; the others go while they are still reading. */
async function mountOnce(cycle: number): Promise<void> {
  render(
    <StrictMode>
      <RunComparison source={source} />
    </StrictMode>,
  )
  if (cycle % 8 === 0) await screen.findByRole('figure', { name: 'Loss' }, { timeout: 10_000 })
  else await nextFrames(1)
  cleanup()
}

/** Two hundred were flat as well; so many are enough to see a slope. */
const cycles = 40

it('leaves nothing behind however often it comes and goes', async () => {
  const page = watchPage()
  onTestFinished(page.stop)
  for (let cycle = 0; cycle < 12; cycle++) await mountOnce(cycle)
  const before = await held()
  const alive = page.alive()
  for (let cycle = 0; cycle < cycles; cycle++) await mountOnce(cycle)
  const after = await held()
  expect(page.alive()).toEqual(alive)
  // The place of the last root, with all that React listens to there, may still be held.
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 150)
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 50)
  // A page with its charts takes megabytes; kilobytes are what engines keep of code that ran.
  expect((after.heap - before.heap) / cycles).toBeLessThan(32 * 1024)
}, 180_000)
