import { expect, it } from 'vitest'
import { sharedTask } from './sharedTask.ts'

it('does its work once for all who ask', async () => {
  let count = 0
  const task = sharedTask(async () => ++count)
  expect(await Promise.all([task(), task(), task(new AbortController().signal)])).toEqual([1, 1, 1])
  expect(await task()).toBe(1)
})

it('begins anew after a failure', async () => {
  let count = 0
  const task = sharedTask(async () => {
    if (++count === 1) throw new Error('first')
    return count
  })
  await expect(task()).rejects.toThrow('first')
  expect(await task()).toBe(2)
})

it('goes on while one of those who asked still waits', async () => {
  let signal: AbortSignal | null = null
  let finish: (text: string) => void = () => {}
  const task = sharedTask((given) => {
    signal = given
    return new Promise<string>((resolve) => (finish = resolve))
  })
  const controller = new AbortController()
  void task(controller.signal)
  const other = task()
  controller.abort()
  expect(signal).toMatchObject({ aborted: false })
  finish('done')
  expect(await other).toBe('done')
})

it('calls the work off when nobody waits any more', async () => {
  const signals: AbortSignal[] = []
  const task = sharedTask((given) => {
    signals.push(given)
    return new Promise<never>((_, reject) => {
      given.addEventListener('abort', () => reject(given.reason))
    })
  })
  const controller = new AbortController()
  const asked = task(controller.signal)
  controller.abort('enough')
  await expect(asked).rejects.toBe('enough')
  void task().catch(() => {})
  expect(signals.map((signal) => signal.aborted)).toEqual([true, false])
})
