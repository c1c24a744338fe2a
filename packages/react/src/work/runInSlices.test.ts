import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { runInSlices, type SliceOptions, type StartWork } from './runInSlices.ts'

/** A page by hand: a clock that only the work moves, and slices run one by one. */
function page(options: SliceOptions = {}) {
  let nowMs = 1000
  let next: (() => void) | null = null
  const wait = (callback: () => void): (() => void) => {
    expect(next).toBeNull()
    next = callback
    return () => {
      next = null
    }
  }
  return {
    options: { now: () => nowMs, wait, ...options },
    takes: (ms: number) => {
      nowMs += ms
    },
    isWaiting: () => next !== null,
    /** Runs the next slice, whether there was one. */
    slice: (): boolean => {
      const callback = next
      next = null
      callback?.()
      return callback !== null
    },
  }
}

/** Work of so many steps that says how much is done after each. */
function* steps(count: number, step: () => void): Generator<number, string, void> {
  for (let i = 1; i <= count; i += 1) {
    step()
    yield i / count
  }
  return 'done'
}

const listener = () => ({
  onProgress: vi.fn<(progress: number) => void>(),
  onDone: vi.fn<(value: unknown) => void>(),
  onError: vi.fn<(error: unknown) => void>(),
})

/** How many steps each slice took of work whose steps take so long. */
function sliceSizes(stepsMs: readonly number[], options: SliceOptions): readonly number[] {
  const hand = page(options)
  const sizes: number[] = []
  let taken = 0
  const start = (): Generator<number, string, void> =>
    steps(stepsMs.length, () => hand.takes(stepsMs[taken++] ?? 0))
  runInSlices(start, listener(), hand.options)
  for (let before = 0; hand.slice(); before = taken) sizes.push(taken - before)
  return sizes
}

describe('slices', () => {
  it('end with the step that fills 8 ms', () => {
    expect(sliceSizes([3, 3, 3, 3, 3, 3, 3], {})).toEqual([3, 3, 1])
  })

  it('end at the budget exactly, and not just under it', () => {
    expect(sliceSizes([2, 2, 2], { budgetMs: 4 })).toEqual([2, 1])
    expect(sliceSizes([2, 1.9, 2], { budgetMs: 4 })).toEqual([3, 0])
  })

  it('take one step where each step is longer than the budget, or nothing is left', () => {
    expect(sliceSizes([20, 20], { budgetMs: 4 })).toEqual([1, 1, 0])
    expect(sliceSizes([1, 1], { budgetMs: 0 })).toEqual([1, 1, 0])
  })

  it('never go on after the budget, and do every step once', () => {
    const stepsMs = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 })
    fc.assert(
      fc.property(stepsMs, fc.integer({ min: 1, max: 12 }), (durations, budgetMs) => {
        let first = 0
        for (const size of sliceSizes(durations, { budgetMs })) {
          const own = durations.slice(first, first + size)
          const withoutLast = own.slice(0, -1).reduce((sum, ms) => sum + ms, 0)
          expect(withoutLast).toBeLessThan(budgetMs)
          first += size
        }
        expect(first).toBe(durations.length)
      }),
    )
  })

  it('come one at a time, and the work is not begun before the first', () => {
    const hand = page()
    const start = vi.fn<StartWork<string>>(() => steps(2, () => hand.takes(8)))
    const told = listener()
    runInSlices(start, told, hand.options)
    expect(start).not.toHaveBeenCalled()
    expect([hand.slice(), hand.slice(), hand.slice(), hand.slice()]).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(start).toHaveBeenCalledOnce()
    expect(told.onDone.mock.calls).toEqual([['done']])
    expect(told.onError).not.toHaveBeenCalled()
  })

  it('give way to what waits, by the real clock', async () => {
    let stepCount = 0
    let turns = 0
    const turn = setInterval(() => (turns += 1), 1)
    const busy = (): void => {
      stepCount += 1
      const until = performance.now() + 2
      while (performance.now() < until);
    }
    const value = await new Promise((resolve, reject) =>
      runInSlices(() => steps(40, busy), { ...listener(), onDone: resolve, onError: reject }),
    )
    clearInterval(turn)
    expect(value).toBe('done')
    expect(stepCount).toBe(40)
    // 40 steps of 2 ms are at most 4 to a slice, so 10 slices at least, and a pause before each.
    expect(turns).toBeGreaterThanOrEqual(9)
  })

  it('do work without a step in the first of them', () => {
    const hand = page()
    const told = listener()
    runInSlices(() => steps(0, () => expect.unreachable()), told, hand.options)
    hand.slice()
    expect(told.onDone).toHaveBeenCalledOnce()
    expect(hand.isWaiting()).toBe(false)
  })
})

describe('progress', () => {
  /** What was told of work whose steps each take a slice of so many ms. */
  function progressOf(stepMs: number, yields: readonly number[], options: SliceOptions = {}) {
    const hand = page({ budgetMs: 1, ...options })
    const told = listener()
    const start: StartWork<null> = function* () {
      for (const progress of yields) {
        hand.takes(stepMs)
        yield progress
      }
      return null
    }
    runInSlices(start, told, hand.options)
    while (hand.slice());
    return told.onProgress.mock.calls.map(([progress]) => progress)
  }

  it('is told each 100 ms at most, the first time 100 ms after the beginning', () => {
    expect(progressOf(50, [0.1, 0.2, 0.3, 0.4, 0.5])).toEqual([0.2, 0.4])
    expect(progressOf(49, [0.1, 0.2, 0.3])).toEqual([0.3])
    expect(progressOf(33, [0.1, 0.2, 0.3])).toEqual([])
  })

  it('is told as often as asked', () => {
    expect(progressOf(5, [0.1, 0.2, 0.3], { progressEveryMs: 10 })).toEqual([0.2])
  })

  it('is between 0 and 1, whatever the work says', () => {
    expect(progressOf(100, [-1, NaN, 0.5, 1, 7, Infinity])).toEqual([0, 0, 0.5, 1, 1, 0])
  })
})

describe('calling off', () => {
  it('before the first slice leaves the work unbegun', () => {
    const hand = page()
    const start = vi.fn<StartWork<string>>(() => steps(1, () => hand.takes(1)))
    runInSlices(start, listener(), hand.options)()
    expect(hand.isWaiting()).toBe(false)
    expect(start).not.toHaveBeenCalled()
  })

  it('between slices stops the work, and nobody is told', () => {
    const hand = page()
    const told = listener()
    let taken = 0
    const start = (): Generator<number, string, void> =>
      steps(5, () => {
        taken += 1
        hand.takes(200)
      })
    const callOff = runInSlices(start, told, hand.options)
    hand.slice()
    expect(told.onProgress).toHaveBeenCalledOnce()
    callOff()
    expect(hand.slice()).toBe(false)
    expect(taken).toBe(1)
    expect(told.onProgress).toHaveBeenCalledOnce()
    expect(told.onDone).not.toHaveBeenCalled()
  })

  it('from within a report stops it as well', () => {
    const hand = page()
    const callOff = runInSlices(
      () => steps(5, () => hand.takes(200)),
      { ...listener(), onProgress: () => callOff() },
      hand.options,
    )
    hand.slice()
    expect(hand.isWaiting()).toBe(false)
  })

  it('after the end changes nothing', () => {
    const hand = page()
    const told = listener()
    const callOff = runInSlices(() => steps(0, () => expect.unreachable()), told, hand.options)
    hand.slice()
    callOff()
    expect(told.onDone).toHaveBeenCalledOnce()
  })
})

describe('errors', () => {
  it('of a step are told, and the work is over', () => {
    const hand = page()
    const told = listener()
    const error = new Error('bad step')
    const start = (): Generator<number, string, void> =>
      steps(3, () => {
        throw error
      })
    runInSlices(start, told, hand.options)
    hand.slice()
    expect(told.onError.mock.calls).toEqual([[error]])
    expect(hand.isWaiting()).toBe(false)
    expect(told.onDone).not.toHaveBeenCalled()
  })

  it('of the beginning are told as well', () => {
    const hand = page()
    const told = listener()
    const start = (): never => {
      throw new Error('bad option')
    }
    runInSlices(start, told, hand.options)
    hand.slice()
    expect(told.onError.mock.calls).toEqual([[new Error('bad option')]])
  })

  it('of who is told are no errors of the work', () => {
    const hand = page()
    const told = listener()
    told.onDone.mockImplementation(() => {
      throw new Error('bad listener')
    })
    runInSlices(() => steps(0, () => expect.unreachable()), told, hand.options)
    expect(() => hand.slice()).toThrow('bad listener')
    expect(told.onError).not.toHaveBeenCalled()
  })
})
