import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../testdata/arbitraries.ts'
import { defineRun } from './defineRun.ts'
import { groupRuns, type GroupBy } from './groupRuns.ts'

const ways: fc.Arbitrary<GroupBy> = fc.constantFrom(
  'model' as const,
  'dataset' as const,
  'group' as const,
  { param: '__proto__' },
  { tag: 'a' },
)

describe('groupRuns', () => {
  it('groups by exact model name and puts runs without a model last', () => {
    const groups = groupRuns(
      [
        defineRun({ id: '1', model: 'Qwen/Qwen2.5-7B' }),
        defineRun({ id: '2', model: 'Qwen/Qwen2.5-7B-Instruct' }),
        defineRun({ id: '3' }),
        defineRun({ id: '4', model: '/data/models/Qwen/Qwen2.5-7B' }),
        defineRun({ id: '5', model: 'zephyr' }),
      ],
      'model',
    )
    expect(Array.from(groups, ([name, group]) => [name, group.map((run) => run.id)])).toEqual([
      ['Qwen/Qwen2.5-7B', ['1', '4']],
      ['Qwen/Qwen2.5-7B-Instruct', ['2']],
      ['zephyr', ['5']],
      ['Unknown Model', ['3']],
    ])
  })

  it('groups by a parameter and by a tag', () => {
    const a = defineRun({ id: 'a', params: { lr: 0.1 }, tags: { who: 'x' } })
    const b = defineRun({ id: 'b' })
    expect([...groupRuns([a, b], { param: 'lr' }).keys()]).toEqual(['0.1', 'Not set'])
    expect([...groupRuns([a, b], { tag: 'who' }).keys()]).toEqual(['x', 'Not set'])
  })

  it.each([
    ['dataset', 'Unknown Dataset'],
    ['group', 'No group'],
  ] as const)('groups by %s in the order of the names, and puts %s last', (by, unknown) => {
    const given = ['b', 'z', 'a', null].map((name, i) => defineRun({ id: `${i}`, [by]: name }))
    expect([...groupRuns(given, by).keys()]).toEqual(['a', 'b', 'z', unknown])
  })

  it('files a parameter that is null with those that are not set', () => {
    const given = [defineRun({ id: 'a', params: { cap: null } }), defineRun({ id: 'b' })]
    expect([...groupRuns(given, { param: 'cap' }).keys()]).toEqual(['Not set'])
  })

  it('refuses what runs cannot be grouped by', () => {
    for (const json of ['"seed"', 'null', '{}']) {
      const by: GroupBy = JSON.parse(json)
      expect(() => groupRuns([defineRun({ id: 'a' })], by)).toThrow(
        expect.objectContaining({ code: 'bad-option' }),
      )
    }
  })

  it('puts each run in exactly one group, whatever the order of the runs', () => {
    fc.assert(
      fc.property(
        runs.chain((given) =>
          fc.tuple(
            fc.constant(given),
            fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length }),
          ),
        ),
        ways,
        ([given, shuffled], by) => {
          const groups = [...groupRuns(given, by)]
          expect([...groupRuns(shuffled, by)]).toEqual(groups)
          const members = groups.flatMap(([, group]) => group)
          expect(new Set(members)).toEqual(new Set(given))
          expect(members).toHaveLength(given.length)
        },
      ),
    )
  })
})
