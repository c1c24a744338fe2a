import { describe, expect, it } from 'vitest'
import { runName, runsWithRepeatedName } from './runNames.ts'

const named = (name: string, id: string) => ({ id, name })

describe('runName', () => {
  it('is the id where the name is blank, and nothing where both are', () => {
    expect(runName(named('sft', 'a'))).toBe('sft')
    expect(runName(named(' ', 'a'))).toBe('a')
    expect(runName(named('', ''))).toBeNull()
  })
})

describe('runsWithRepeatedName', () => {
  it('finds names that are the same, or only look so', () => {
    const runs = [
      named('sft', '1'),
      named('sft ', '2'),
      named('\uff53ft', '3'),
      named('dpo', '4'),
      named('__proto__', '5'),
    ]
    expect([...runsWithRepeatedName(runs)].map(({ id }) => id)).toEqual(['1', '2', '3'])
  })

  it('tells names apart that differ in what is shown as an escape', () => {
    expect(runsWithRepeatedName([named('sft', '1'), named('sft\u200b', '2')]).size).toBe(0)
  })
})
