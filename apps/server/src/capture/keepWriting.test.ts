import { describe, expect, it, vi } from 'vitest'
import { keepWriting } from './keepWriting.ts'
import { createRecorder, type LogSink } from './recorder.ts'

const ending = { status: 'completed', endedAt: 1 } as const

/** A sink that fails so many times, and keeps what comes then. */
function failingSink(times: number): LogSink & { readonly kept: string[] } {
  let left = times
  const kept: string[] = []
  const work = async (text: string): Promise<void> => {
    if (left-- > 0) throw new Error('The disk is full.')
    kept.push(text)
  }
  return {
    kept,
    begin: async () => undefined,
    append: (bytes) => work(Buffer.from(bytes).toString()),
    finish: () => work('end'),
  }
}

function record(times: number) {
  const sink = failingSink(times)
  const recorder = createRecorder(sink, () => 0)
  const notices: string[] = []
  const writing = keepWriting(recorder, (text) => notices.push(text), { retryMs: 1 })
  return { sink, recorder, notices, writing }
}

describe('what is printed', () => {
  it('is stored later where it could not be at once, in the pieces that were refused', async () => {
    const { sink, recorder, notices, writing } = record(3)
    recorder.push('out', Buffer.from('a\n'))
    await vi.waitFor(() => expect(notices).toHaveLength(1))
    recorder.push('out', Buffer.from('b\n'))
    recorder.end(ending)
    expect(await writing.stop()).toBe(true)
    expect(sink.kept).toEqual(['a\n', 'b\n', 'end'])
    expect(notices).toEqual(['What is printed cannot be stored yet, and waits: The disk is full.'])
  })

  it('is counted where it cannot be stored at all', async () => {
    const { recorder, notices, writing } = record(Infinity)
    recorder.push('out', Buffer.from('trained\n'))
    recorder.end(ending)
    expect(await writing.stop()).toBe(false)
    expect(notices.at(-1)).toBe('8 bytes of what was printed were not stored.')
    expect(notices).toHaveLength(2)
  })

  it('keeps the time of each second, however late it is stored', async () => {
    const times: number[] = []
    let now = 0
    const append: LogSink['append'] = async (_, printedAtMs) => void times.push(printedAtMs)
    const nothing = async (): Promise<void> => undefined
    const recorder = createRecorder({ begin: nothing, finish: nothing, append }, () => now)
    for (now = 0; now <= 5000; now += 500) recorder.push('err', Buffer.from('.\n'))
    await recorder.write()
    expect(times).toEqual([0, 1500, 3000, 4500])
  })
})
