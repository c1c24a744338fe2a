import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLineMerger } from './lineMerger.ts'

const output = fc.constantFrom('out' as const, 'err' as const)
const text = fc.array(fc.constantFrom('a', 'b', '\n', '\r', '€')).map((parts) => parts.join(''))

function linesOf(bytes: Buffer): readonly string[] {
  return bytes.toString('latin1').split(/(?<=[\n\r])/)
}

describe('two outputs that are joined', () => {
  it('keep every byte, and every line of both is whole and in its order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(output, text)), (writes) => {
        const merger = createLineMerger()
        const merged = writes.flatMap(([to, written]) => merger.push(to, Buffer.from(written)))
        const whole = Buffer.concat([...merged, ...merger.end()])
        const parts = (['out', 'err'] as const).map((to) =>
          Buffer.concat(
            writes.filter(([each]) => each === to).map(([, each]) => Buffer.from(each)),
          ),
        )
        expect(whole.length).toBe(parts.reduce((sum, part) => sum + part.length, 0))
        const isWhole = (line: string): boolean => /[\n\r]$/.test(line)
        const lines = parts.flatMap((part) => linesOf(part).filter(isWhole))
        expect(linesOf(whole).filter(isWhole).toSorted()).toEqual(lines.toSorted())
      }),
    )
  })

  it('are not cut in two by a bar that is drawn beside them', () => {
    const merger = createLineMerger()
    const merged = [
      ...merger.push('out', Buffer.from("{'loss': ")),
      ...merger.push('err', Buffer.from('\r 10%\r')),
      ...merger.push('out', Buffer.from('0.5}\n')),
    ]
    expect(Buffer.concat(merged).toString()).toBe("\r 10%\r{'loss': 0.5}\n")
  })

  it('hold no more of a line than a line can be long', () => {
    const merger = createLineMerger()
    const piece = new Uint8Array(40_000).fill(97)
    expect(merger.push('out', piece)).toEqual([])
    expect(merger.push('out', piece)).toHaveLength(2)
    expect(merger.end()).toEqual([])
  })
})
