import { describe, expect, it } from 'vitest'
import { pickerItems, type PickerItem } from './pickerItems.ts'
import { runOf } from './testdata/runs.ts'

const sections = [
  { model: '__proto__', runs: [runOf('a'), runOf('b')], best: null },
  { model: 'constructor', runs: [runOf('c'), runOf('d')], best: null },
]
const nothing: ReadonlySet<string> = new Set()

function textOf(item: PickerItem): string {
  return item.kind === 'group' ? `# ${item.section.model}` : `${item.position} ${item.run.id}`
}

function linesOf(collapsed: ReadonlySet<string>, maxRuns: number): readonly string[] {
  return pickerItems(sections, { collapsedModels: collapsed, maxRuns }).map(textOf)
}

describe('pickerItems', () => {
  it('puts a header before the runs of each model', () => {
    expect(linesOf(nothing, Infinity)).toEqual([
      '# __proto__',
      '1 a',
      '2 b',
      '# constructor',
      '1 c',
      '2 d',
    ])
  })

  it('keeps the header of a folded group', () => {
    expect(linesOf(new Set(['__proto__']), Infinity)).toEqual([
      '# __proto__',
      '# constructor',
      '1 c',
      '2 d',
    ])
  })

  it('stops at the limit and lists no header without a run below it', () => {
    expect(linesOf(nothing, 3)).toEqual(['# __proto__', '1 a', '2 b', '# constructor', '1 c'])
    expect(linesOf(nothing, 2)).toEqual(['# __proto__', '1 a', '2 b'])
  })

  it('counts the runs of a folded group as not shown', () => {
    expect(linesOf(new Set(['__proto__']), 1)).toEqual(['# __proto__', '# constructor', '1 c'])
  })

  it('gives different keys to runs of different sources with the same id', () => {
    const runs = [runOf('a', { source: 'x' }), runOf('a', { source: 'y' })]
    const items = pickerItems([{ model: null, runs, best: null }], {
      collapsedModels: nothing,
      maxRuns: 9,
    })
    expect(new Set(items.map((item) => item.key)).size).toBe(2)
  })
})
