import { defineRun, type Run } from '@runoff/core'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { useRunNames } from './useRunNames.ts'

function Names({ runs }: { readonly runs: readonly Run[] }): ReactNode {
  const nameOf = useRunNames(runs)
  return runs.map(nameOf).join(' | ')
}

const namesOf = (names: readonly string[]): readonly string[] => {
  const runs = names.map((name, i) => defineRun({ id: `id-${i}`, name }))
  return renderToStaticMarkup(<Names runs={runs} />).split(' | ')
}

describe('useRunNames', () => {
  it('keeps the ends of long names, where the runs of a sweep differ', () => {
    const long = [1, 2].map((seed) => `outputs/qwen2.5-7b-instruct-lora-r16-alpha32-lr-seed${seed}`)
    const [first, second] = namesOf(long)
    expect(first).toMatch(/^outputs\/.*….*seed1$/)
    expect(second).toMatch(/seed2$/)
  })

  it('keeps the middle where it is what differs', () => {
    const cut = ['a', 'b'].map((middle) => `${'x'.repeat(40)}${middle}${'y'.repeat(40)}`)
    const names = namesOf(cut)
    expect(names[0]).toMatch(/^….*a.*…$/)
    expect(names[1]).toMatch(/^….*b.*…$/)
    for (const name of names) expect(name.length).toBeLessThanOrEqual(40)
  })

  it('adds the id where two names are one, and where there are too many to compare', () => {
    expect(namesOf(['x', 'x', 'y'])).toEqual(['x (id-0)', 'x (id-1)', 'y'])
    const many = Array.from({ length: 300 }, (_, i) => `${'x'.repeat(40)}${i}${'y'.repeat(40)}`)
    expect(namesOf(many)[7]).toContain('id-7')
  })

  it('leaves short names alone', () => {
    expect(namesOf(['lr-1e-3', 'lr-3e-4'])).toEqual(['lr-1e-3', 'lr-3e-4'])
  })
})
