import { afterEach, describe, expect, it, vi } from 'vitest'
import { createFrameLoop } from './frameLoop.ts'
import { nextFrames } from './testdata/pixels.ts'

afterEach(() => vi.restoreAllMocks())

describe('createFrameLoop', () => {
  it('runs each task once a frame, however often it was asked for', async () => {
    const frames = vi.spyOn(window, 'requestAnimationFrame')
    const loop = createFrameLoop()
    const one = vi.fn<() => void>()
    const other = vi.fn<() => void>()
    for (const task of [one, other, one]) loop.request(task)
    expect(frames).toHaveBeenCalledTimes(1)
    await nextFrames()
    expect(one).toHaveBeenCalledTimes(1)
    expect(other).toHaveBeenCalledTimes(1)
  })

  it('gives a task that asks again the next frame', async () => {
    const loop = createFrameLoop()
    let left = 2
    const task = vi.fn<() => void>(() => {
      if (--left > 0) loop.request(task)
    })
    loop.request(task)
    await nextFrames()
    expect(task).toHaveBeenCalledTimes(2)
  })

  it('runs no task that was called off, and the others still', async () => {
    const loop = createFrameLoop()
    const gone = vi.fn<() => void>()
    const kept = vi.fn<() => void>()
    loop.request(gone)
    loop.request(kept)
    loop.cancel(gone)
    await nextFrames()
    expect(gone).not.toHaveBeenCalled()
    expect(kept).toHaveBeenCalledTimes(1)
  })

  it('draws the other charts when one fails, and reports the failure', async () => {
    const report = vi.spyOn(window, 'reportError').mockReturnValue()
    const loop = createFrameLoop()
    const kept = vi.fn<() => void>()
    const failure = new Error('no picture')
    loop.request(() => {
      throw failure
    })
    loop.request(kept)
    await nextFrames()
    expect(kept).toHaveBeenCalledTimes(1)
    expect(report).toHaveBeenCalledWith(failure)
  })
})
