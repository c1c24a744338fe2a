import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { germanMessages } from './de/index.ts'
import { englishMessages } from './messages.ts'
import { isLoan } from './testdata/loanWords.ts'
import { argumentsOf, givenIn, leavesOf, ownWords } from './testdata/messageSamples.ts'
import { readMessageShapes } from './testdata/messageShapes.ts'
import { chineseMessages } from './zh/index.ts'

const shapes = readMessageShapes()
const english = leavesOf(englishMessages)
const catalogues = [
  ['German', germanMessages],
  ['Chinese', chineseMessages],
] as const

type Language = (typeof catalogues)[number][0]
type Message = (...values: unknown[]) => string

const isMessage = (leaf: unknown): leaf is Message => typeof leaf === 'function'
const messages = english.flatMap(([path, leaf]) => (isMessage(leaf) ? [[path, leaf] as const] : []))
/** What must be the same in each language: of which kind an entry is, and how long a list is. */
const kindOf = (leaf: unknown): string =>
  Array.isArray(leaf) ? `list of ${leaf.length}` : typeof leaf

/** The texts and lists that a translation has in common with English. */
const sameTexts = (catalogue: object): (readonly [path: string, text: string])[] => {
  const texts = new Map(leavesOf(catalogue).map(([path, leaf]) => [path, JSON.stringify(leaf)]))
  return english
    .map(([path, leaf]) => [path, JSON.stringify(leaf) ?? ''] as const)
    .filter(([path, text]) => texts.get(path) === text && text !== '')
}

describe('the samples', () => {
  it('know of every message what it takes', () => {
    expect(messages.length).toBeGreaterThan(200)
    expect(messages.map(([path]) => path).filter((path) => !shapes.has(path))).toEqual([])
  })
})

describe.each(catalogues)('%s', (language, catalogue) => {
  const leaves = new Map(leavesOf(catalogue))

  it('has every entry of the English catalogue, of the same kind, and no other', () => {
    const kinds = (of: typeof english): string[] =>
      of.map(([path, leaf]) => `${path}: ${kindOf(leaf)}`).toSorted()
    expect(kinds(Array.from(leaves))).toEqual(kinds(english))
  })

  it('leaves nothing in English but loanwords', () => {
    expect(sameTexts(catalogue).filter(([, text]) => !isLoan(text, language))).toEqual([])
  })

  it.each(messages)('%s says all that it says in English, in other words', (path, message) => {
    const translated = leaves.get(path)
    if (!isMessage(translated)) throw new Error(`${path} is no function.`)
    fc.assert(
      fc.property(argumentsOf(shapes.get(path) ?? []), (values) => {
        const [own, other] = [translated(...values), message(...values)]
        expect(faultsOf(own, other, language)).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

/** What is wrong with a translated text, beside the English one of the same values. */
function faultsOf(own: string, other: string, language: Language): string[] {
  const isSame = own === other && !isLoan(ownWords(other), language)
  return [
    ...givenIn(other)
      .filter((given) => !own.includes(given))
      .map((given) => `lacks ${given}: ${own}`),
    ...((own.trim() === '') === (other.trim() === '') ? [] : [`says ${own} for ${other}`]),
    ...(/undefined|\[object|=>/.test(own) ? [`says a value as code: ${own}`] : []),
    ...(isSame ? [`is English: ${own}`] : []),
  ]
}
