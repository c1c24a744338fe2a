import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLog } from './parseLog.ts'
import { createLogParser } from './parser.ts'
import { countWork } from './testdata/countWork.ts'
import { familySamples } from './testdata/familySamples.ts'

const dict = "{'loss': 0.5, 'learning_rate': 1e-05, 'epoch': 0.1}"

function repeatTo(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
}

function workPerCharacter(text: string): number {
  return countWork(() => void parseLog(text)) / text.length
}

/** The lines of each family, and what they begin with, all of it on one line. */
function familyUnits(): string[] {
  const lines = [...familySamples.values()].flat()
  return [...lines, ...lines.map((line) => line.slice(0, 24))]
}

describe('the cost of a log', () => {
  it.each([
    "{'a': ",
    "{'a': [",
    "{'a': <",
    "{'a': tensor(",
    "{'k':\"",
    "{'k':\"{'k':\"",
    "{'",
    '{"{\'',
    '{',
    "{'a': 1, ",
    "{'a': 1{'b",
    String.raw`{'\'`,
    String.raw`{'\"{"\'`,
    String.raw`{'a':[\":`,
    '\u001B]0;',
    '\u001B[1',
    '\u001B',
    '\r',
    '\n',
    '9',
    ' ',
    dict,
  ])('grows with its length and no faster where %j comes again and again', (unit) => {
    const short = workPerCharacter(repeatTo(unit, 2000))
    const long = workPerCharacter(repeatTo(unit, 32_000))
    expect(long).toBeLessThan(short * 1.1 + 1)
  })

  it.each(familyUnits())('grows no faster where %j of a family comes again and again', (unit) => {
    const short = workPerCharacter(repeatTo(unit, 4000))
    const long = workPerCharacter(repeatTo(unit, 64_000))
    expect(long).toBeLessThan(short * 1.3 + 2)
  })

  it('grows no faster whatever pieces of families one line is made of', () => {
    const pieces = [...familySamples.values()]
      .flat()
      .flatMap((line) => line.match(/.{1,9}/gsu) ?? [])
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }),
        (tokens) => {
          const short = workPerCharacter(repeatTo(tokens.join(''), 4000))
          const long = workPerCharacter(repeatTo(tokens.join(''), 64_000))
          expect(long).toBeLessThan(short * 1.3 + 2)
        },
      ),
      { numRuns: Number(process.env['RUNOFF_TRIALS'] ?? 25) },
    )
  })

  it('is at most a handful of looks at each character, whatever is repeated', () => {
    const signs = ['{', '}', "'", '"', ':', ',', '[', ']', '(', ')', '<', '\\', ' ', '1', 'a']
    const words = ['{"', "{'", "':", '":', "{'a':", '\u001B]', '\u001B[', '\r', '\n', 'tensor(']
    const token = fc.constantFrom(...signs, ...words)
    fc.assert(
      fc.property(fc.array(token, { minLength: 1, maxLength: 12 }), (tokens) => {
        expect(workPerCharacter(repeatTo(tokens.join(''), 4000))).toBeLessThan(30)
      }),
      { numRuns: 150 },
    )
  })

  it('does not grow with the number of chunks that a line comes in', () => {
    const text = `${' '.repeat(20_000)}${dict}`
    const work = countWork(() => {
      const parser = createLogParser()
      for (const character of text) parser.push(character)
      expect(parser.end()).toHaveLength(1)
    })
    expect(work / text.length).toBeLessThan(40)
  })

  it('lets ten million characters without a line end pass, and finds what is behind them', () => {
    const text = `${repeatTo("{'a': ", 10_000_000)}\n${dict}`
    const { records, notices } = parseLog(text)
    expect(records).toMatchObject([{ line: 2 }])
    expect(notices.map(({ code }) => code)).toContain('line-too-long')
  })
})
