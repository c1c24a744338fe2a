import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { whenIdle } from './whenIdle.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('in a browser that knows priorities', () => {
  type PostTask = (callback: () => void, options: object) => Promise<void>

  function stubScheduler() {
    const postTask = vi.fn<PostTask>(() => Promise.resolve())
    vi.stubGlobal('scheduler', { postTask })
    // Whatever else there is stays unused.
    vi.stubGlobal('requestIdleCallback', () => expect.unreachable())
    const runTasks = (): void => postTask.mock.calls.forEach(([callback]) => callback())
    return { postTask, runTasks }
  }

  it('is a task of the lowest priority, behind the work of React', () => {
    const { postTask, runTasks } = stubScheduler()
    const callback = vi.fn<() => void>()
    whenIdle(callback)
    expect(postTask.mock.calls.map(([, options]) => options)).toEqual([{ priority: 'background' }])
    expect(callback).not.toHaveBeenCalled()
    runTasks()
    expect(callback).toHaveBeenCalledOnce()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('does nothing once it was called off', () => {
    const { runTasks } = stubScheduler()
    whenIdle(() => expect.unreachable())()
    expect(runTasks).not.toThrow()
  })
})

it('is an idle period in a browser without priorities, waited for 200 ms at most', () => {
  vi.stubGlobal('scheduler', {})
  const request = vi.fn<(callback: () => void, options: object) => number>(() => 7)
  const cancel = vi.fn<(handle: number) => void>()
  vi.stubGlobal('requestIdleCallback', request)
  vi.stubGlobal('cancelIdleCallback', cancel)
  const callback = vi.fn<() => void>()
  const callOff = whenIdle(callback)
  expect(request.mock.calls).toEqual([[callback, { timeout: 200 }]])
  expect(cancel).not.toHaveBeenCalled()
  callOff()
  expect(cancel.mock.calls).toEqual([[7]])
  expect(vi.getTimerCount()).toBe(0)
})

describe('elsewhere', () => {
  it('is a timer, never at once', () => {
    const callback = vi.fn<() => void>()
    whenIdle(callback)
    expect(callback).not.toHaveBeenCalled()
    vi.runAllTimers()
    expect(callback).toHaveBeenCalledOnce()
  })

  it('leaves no timer behind when called off', () => {
    const callback = vi.fn<() => void>()
    whenIdle(callback)()
    expect(vi.getTimerCount()).toBe(0)
    vi.runAllTimers()
    expect(callback).not.toHaveBeenCalled()
  })
})
