import { defineRun, type RunInput } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEqual, shareRuns, type RunPages } from './shareRuns.ts'

const pagesOf = (...pages: readonly (readonly RunInput[])[]): RunPages => ({
  pages: pages.map((runs, i) => ({
    runs: runs.map(defineRun),
    nextCursor: i === pages.length - 1 ? null : String(i),
    total: null,
  })),
  pageParams: pages.map((_, i) => (i === 0 ? null : String(i))),
})

const a = { id: 'a', metrics: { 'train/loss': NaN }, params: { lr: 0.1 } }
const b = { id: 'b', tags: { team: 'x' } }

describe('shareRuns', () => {
  it('returns the very pages that were held where they say the same', () => {
    const held = pagesOf([a], [b])
    expect(shareRuns(held, pagesOf([a], [b]))).toBe(held)
  })

  it('keeps each run that is the same, wherever it now stands', () => {
    const held = pagesOf([a], [b])
    const next = shareRuns(held, pagesOf([{ id: 'new' }, a], [{ ...b, tags: { team: 'y' } }]))
    expect(next.pages[0]?.runs[1]).toBe(held.pages[0]?.runs[0])
    expect(next.pages[1]?.runs[0]).not.toBe(held.pages[1]?.runs[0])
    expect(next.pages[1]?.runs[0]?.tags.get('team')).toBe('y')
  })

  it('keeps the page that is the same beside one that is not', () => {
    const held = pagesOf([a], [b])
    const next = shareRuns(held, pagesOf([a], [b, { id: 'c' }]))
    expect(next).not.toBe(held)
    expect(next.pages[0]).toBe(held.pages[0])
  })

  it('says what the new pages say, whatever was held', () => {
    const run = fc.record({
      id: fc.constantFrom('a', 'b', '__proto__'),
      metrics: fc.dictionary(fc.string(), fc.double()),
      params: fc.dictionary(fc.string(), fc.constantFrom(0, 1, 'x')),
    })
    const runs = fc.array(run, { maxLength: 3 })
    fc.assert(
      fc.property(runs, runs, (before, now) => {
        const next = pagesOf(now)
        expect(shareRuns(pagesOf(before), next)).toEqual(next)
      }),
    )
  })
})

describe('isEqual', () => {
  it.each([
    [new Map([['a', 1]]), new Map([['a', 2]])],
    [new Map(), {}],
    [[], {}],
    [{ a: undefined }, {}],
    [{ a: undefined }, { b: undefined }],
    [0, -0],
    [null, {}],
    ['1', 1],
  ])('tells %o and %o apart', (x, y) => {
    expect(isEqual(x, y)).toBe(false)
    expect(isEqual(y, x)).toBe(false)
  })
})
