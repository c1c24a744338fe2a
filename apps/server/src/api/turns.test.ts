import { describe, expect, it } from 'vitest'
import { createTurns } from './turns.ts'

describe('createTurns', () => {
  it('does one piece of work after the other, and lets others have the event loop between', async () => {
    const inTurn = createTurns()
    const seen: string[] = []
    const work = (name: string) => async (): Promise<string> => {
      setImmediate(() => seen.push(`after ${name}`))
      seen.push(name)
      return name
    }
    expect(await Promise.all(['a', 'b'].map((name) => inTurn(work(name))))).toEqual(['a', 'b'])
    expect(seen).toEqual(['a', 'after a', 'b'])
  })

  it('goes on behind work that failed, and tells whoever asked for it', async () => {
    const inTurn = createTurns()
    const failing = inTurn(() => Promise.reject(new Error('no')))
    const next = inTurn(async () => 'yes')
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('yes')
  })
})
