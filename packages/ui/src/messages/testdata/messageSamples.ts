import fc from 'fast-check'
import type { Shape } from './messageShapes.ts'

/** Counts that have a form of their own in some language, and two that no message has in it. */
const counts = [0, 1, 2, 4127, 5839]

const text = fc.stringMatching(/^[a-z]{6}$/).map((letters) => `«${letters}»`)
const write = (count: number): string => `⟦${count}⟧`

/** Returns arguments for a message: each text in it can be told from the words about it. */
export function argumentsOf(shapes: readonly Shape[]): fc.Arbitrary<unknown[]> {
  return fc.tuple(...shapes.map(samplesOf))
}

function samplesOf(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'text':
      return text
    case 'prefixed':
      return text.map((each) => `${shape.prefix}${each}`)
    case 'number':
      return fc.constantFrom(...counts)
    case 'write':
      return fc.constant(write)
    case 'value':
      return fc.constant(shape.value)
    case 'oneOf':
      return fc.oneof(...shape.shapes.map(samplesOf))
    case 'list':
      return fc.array(samplesOf(shape.of), { minLength: 1, maxLength: 3 })
    case 'object':
      return fc
        .tuple(...shape.fields.map(([, field]) => samplesOf(field)))
        .map((values) => Object.fromEntries(shape.fields.map(([name], i) => [name, values[i]])))
    default:
      return unreachable(shape)
  }
}

function unreachable(shape: never): never {
  throw new Error(`No samples are known of ${JSON.stringify(shape)}.`)
}

/** Returns what a message was given and says: its texts, and the counts that are unmistakable. */
export function givenIn(message: string): readonly string[] {
  return message.match(/«[a-z]{6}»|4127|5839/g) ?? []
}

/** Returns the words of a message without what it was given. */
export function ownWords(message: string): string {
  return message.replaceAll(/«[a-z]{6}»|⟦\d+⟧/g, '')
}

/** Every text, list and function of a catalogue, by its path. */
export function leavesOf(catalogue: object, path = ''): readonly (readonly [string, unknown])[] {
  return Object.entries(catalogue).flatMap(([key, entry]: [string, unknown]) => {
    const own = path === '' ? key : `${path}.${key}`
    const isBranch = typeof entry === 'object' && entry !== null && !Array.isArray(entry)
    return isBranch ? leavesOf(entry, own) : [[own, entry] as const]
  })
}
