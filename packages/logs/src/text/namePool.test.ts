import { expect, it } from 'vitest'
import { createNamePool } from './namePool.ts'

it('gives every name back as it is, whatever it is called', () => {
  const share = createNamePool()
  for (const name of ['loss', 'loss', '', '__proto__', 'constructor', '😀', '\uD83D', 'a\u202Eb']) {
    expect(share(name)).toBe(name)
  }
})

it('still gives names back when there are more of them than it remembers', () => {
  const share = createNamePool()
  for (let index = 0; index < 10_050; index += 1) expect(share(`m${index}`)).toBe(`m${index}`)
})
