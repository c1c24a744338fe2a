import { Component, StrictMode, type ReactElement, type ReactNode } from 'react'
import { act, cleanup, render, renderHook } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pass } from '../testdata/renderWith.tsx'
import type { StartWork } from './runInSlices.ts'
import { useSlicedWork, type WorkResult } from './useSlicedWork.ts'

// Timers are by hand, so a slice is what happens between two of them; the clock is the work's own.
let nowMs = 0
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** Doubles a number in so many steps, each of which takes a slice of so many milliseconds. */
function* double(input: number, steps: number, stepMs = 10): Generator<number, number, void> {
  for (let i = 1; i <= steps; i += 1) {
    nowMs += stepMs
    yield i / steps
  }
  return input * 2
}

const slice = async (): Promise<void> => {
  await act(async () => {
    await vi.advanceTimersToNextTimerAsync()
  })
}

describe('a result', () => {
  it('is working until the work is done', async () => {
    const { result } = renderHook(() => useSlicedWork(() => double(4, 2), []))
    expect(result.current).toEqual({ status: 'working', progress: 0, value: null })
    await slice()
    await slice()
    expect(result.current).toEqual({ status: 'working', progress: 0, value: null })
    await slice()
    expect(result.current).toEqual({ status: 'ready', progress: 1, value: 8 })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('says how far the work is, once in 100 ms', async () => {
    const { result } = renderHook(() => useSlicedWork(() => double(4, 4, 50), []))
    await slice()
    expect(result.current).toEqual({ status: 'working', progress: 0, value: null })
    await slice()
    expect(result.current).toEqual({ status: 'working', progress: 0.5, value: null })
  })

  it('keeps its identity and the work where the inputs stay', async () => {
    const start = vi.fn<StartWork<number>>(() => double(4, 1))
    const { result, rerender } = renderHook(() => useSlicedWork(() => start(), ['a', NaN]))
    rerender()
    await slice()
    await slice()
    const before = result.current
    expect(before.status).toBe('ready')
    rerender()
    expect(result.current).toBe(before)
    await pass()
    expect(start).toHaveBeenCalledOnce()
  })

  it('can be a function, a null or undefined', async () => {
    for (const value of [() => 1, null, undefined]) {
      // oxlint-disable-next-line require-yield
      const start = function* (): Generator<number, unknown, void> {
        return value
      }
      const { result } = renderHook(() => useSlicedWork(start, []))
      await pass()
      expect(result.current).toEqual({ status: 'ready', progress: 1, value })
    }
  })
})

describe('other inputs', () => {
  const render = (first: number) =>
    renderHook(({ input }) => useSlicedWork(() => double(input, 2, 100), [input]), {
      initialProps: { input: first },
    })

  it('begin new work and keep the last value meanwhile', async () => {
    const { result, rerender } = render(4)
    await pass()
    expect(result.current.value).toBe(8)
    rerender({ input: 5 })
    expect(result.current).toEqual({ status: 'working', progress: 0, value: 8 })
    await slice()
    expect(result.current).toEqual({ status: 'working', progress: 0.5, value: 8 })
    await pass()
    expect(result.current).toEqual({ status: 'ready', progress: 1, value: 10 })
  })

  it('drop the work under way', async () => {
    const { result, rerender } = render(4)
    await slice()
    rerender({ input: 5 })
    expect(vi.getTimerCount()).toBe(1)
    expect(result.current).toEqual({ status: 'working', progress: 0, value: null })
    const seen: (number | null)[] = []
    for (let i = 0; i < 4; i += 1) {
      await slice()
      seen.push(result.current.value)
    }
    expect(seen).toEqual([null, null, 10, 10])
  })

  it('may be more or fewer than before', async () => {
    const { result, rerender } = renderHook(
      ({ inputs }) =>
        useSlicedWork(
          () =>
            double(
              inputs.reduce((a, b) => a + b, 0),
              1,
            ),
          inputs,
        ),
      { initialProps: { inputs: [1] } },
    )
    await pass()
    expect(result.current.value).toBe(2)
    rerender({ inputs: [1, 2] })
    await pass()
    expect(result.current.value).toBe(6)
    rerender({ inputs: [1] })
    await pass()
    expect(result.current.value).toBe(2)
  })

  it('that come back before the work is done still get their answer', async () => {
    const { result, rerender } = render(4)
    await pass()
    rerender({ input: 5 })
    rerender({ input: 4 })
    expect(result.current).toEqual({ status: 'working', progress: 0, value: 8 })
    await pass()
    expect(result.current).toEqual({ status: 'ready', progress: 1, value: 8 })
  })
})

describe('a component', () => {
  it('that goes leaves no work and no timer behind', async () => {
    const { unmount } = renderHook(() => useSlicedWork(() => double(4, 3), []))
    await slice()
    const before = nowMs
    unmount()
    expect(vi.getTimerCount()).toBe(0)
    await vi.runAllTimersAsync()
    expect(nowMs).toBe(before)
  })

  it('does the work once under StrictMode', async () => {
    const start = vi.fn<StartWork<number>>(() => double(4, 2))
    const { result } = renderHook(() => useSlicedWork(start, []), { wrapper: StrictMode })
    expect(vi.getTimerCount()).toBe(1)
    await pass()
    expect(result.current).toEqual({ status: 'ready', progress: 1, value: 8 })
    expect(start).toHaveBeenCalledOnce()
  })

  it('does nothing on a server', () => {
    const start = vi.fn<StartWork<number>>(() => double(4, 2))
    const Page = (): ReactElement => {
      const { status, progress, value } = useSlicedWork(start, [])
      return <p>{`${status} ${progress} ${value}`}</p>
    }
    expect(renderToString(<Page />)).toBe('<p>working 0 null</p>')
    expect(vi.getTimerCount()).toBe(0)
    expect(start).not.toHaveBeenCalled()
  })
})

describe('an error', () => {
  class Boundary extends Component<{ readonly children: ReactNode }> {
    override state: { readonly error: Error | null } = { error: null }
    static getDerivedStateFromError = (error: Error) => ({ error })
    override render(): ReactNode {
      return this.state.error === null ? this.props.children : `failed: ${this.state.error.message}`
    }
  }

  it('of the work reaches the error boundary', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    // React 18 reports it to the window as well.
    const quiet = (event: Event): void => event.preventDefault()
    window.addEventListener('error', quiet)
    const start = function* (): Generator<number, number, void> {
      yield 0.5
      throw new Error('no such metric')
    }
    const Page = (): ReactElement => <p>{useSlicedWork(start, []).status}</p>
    const { container } = render(
      <Boundary>
        <Page />
      </Boundary>,
    )
    expect(container.textContent).toBe('working')
    await pass()
    window.removeEventListener('error', quiet)
    expect(container.textContent).toBe('failed: no such metric')
    expect(vi.getTimerCount()).toBe(0)
  })
})

it('tells by its status whether there is a value', () => {
  const read = (result: WorkResult<number>): number | null =>
    result.status === 'ready' ? result.value + 1 : result.value
  expect(read({ status: 'ready', progress: 1, value: 1 })).toBe(2)
  expect(read({ status: 'working', progress: 0, value: null })).toBeNull()
})
