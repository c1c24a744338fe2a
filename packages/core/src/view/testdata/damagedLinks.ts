import fc from 'fast-check'
import { deflateSync, strToU8 } from 'fflate'
import { fromBase64Url, toBase64Url } from '../base64Url.ts'
import { defaultComparisonView } from '../comparisonView.ts'
import { encodeView } from '../viewLink.ts'
import { anyView } from './viewArbitraries.ts'

/** Returns a link with any text in the place of a view. */
export function linkOf(text: string): string {
  return `1.${toBase64Url(deflateSync(strToU8(text)))}`
}

const links = fc.constantFrom(...fc.sample(anyView, { numRuns: 300, seed: 1 }).map(encodeView))
const place = fc.nat(9999)
const digit = fc.constantFrom('A', 'z', '0', '-', '_', '.', '%', '=', '+', ' ', '\u0000', '\u00e9')

/** A letter changed, left out or put in, an end cut off, or a stretch written twice. */
const damagedText = fc
  .tuple(links, place, digit, fc.constantFrom('change', 'drop', 'insert', 'cut', 'repeat'))
  .map(([link, where, letter, kind]) => {
    const at = where % link.length
    const [before, after] = [link.slice(0, at), link.slice(at)]
    if (kind === 'change') return before + letter + after.slice(1)
    if (kind === 'drop') return before + after.slice(1)
    if (kind === 'insert') return before + letter + after
    return kind === 'cut' ? before : link + after
  })

/** Some bits turned over in what is deflated. */
const damagedBytes = fc
  .tuple(links, fc.array(fc.tuple(place, fc.integer({ min: 1, max: 255 })), { maxLength: 4 }))
  .map(([link, turned]) => {
    const bytes = fromBase64Url(link.slice(2)) ?? new Uint8Array()
    const changes = new Map(turned.map(([where, bits]) => [where % bytes.length, bits]))
    return `1.${toBase64Url(bytes.map((byte, i) => byte ^ (changes.get(i) ?? 0)))}`
  })

const names = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'kind', 'metric'),
  fc.constantFrom(...Object.keys(defaultComparisonView)),
)
const { value: strangeValue } = fc.letrec<{ readonly value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.jsonValue(),
    fc.constantFrom(1e300, true, null, 'polluted'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(names, tie('value')), { maxLength: 4 }).map(Object.fromEntries),
  ),
}))

/** A well-made link to something that is no view. */
const strange = fc.oneof(
  strangeValue.map((value) => linkOf(JSON.stringify(value))),
  fc.string().map(linkOf),
  fc.nat(2000).map((depth) => linkOf('['.repeat(depth) + ']'.repeat(depth))),
  fc.nat(3000).map((count) => linkOf(JSON.stringify({ selectedIds: Array(count).fill('a') }))),
  fc.nat(200_000).map((size) => linkOf(`{"picker":{"search":"${' '.repeat(size)}"}}`)),
  fc.string().map((text) => `1.${text}`),
  fc.string(),
)

/** Any text that somebody may have made of a link. */
export const damagedLink: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: damagedText, weight: 4 },
  { arbitrary: damagedBytes, weight: 4 },
  { arbitrary: strange, weight: 2 },
)
