import type { Goal } from '@runoff/core'
import type { WriteCount } from '../../format/formatters.ts'

/** Names stand isolated between U+2068 and U+2069. */
const beginsInHan = /^\u2068?\p{Script=Han}/u
const endsInHan = /\p{Script=Han}\u2069?$/u

/**
 * Returns a text of pieces and values: a tag for templates. Around a value that is in Chinese there
 * is no space, around any other there is; write it always.
 */
export function spaced(pieces: TemplateStringsArray, ...values: readonly string[]): string {
  return values.reduce((text, value, place) => {
    const piece = pieces[place + 1] ?? ''
    const before = beginsInHan.test(value) ? withoutEnd(text) : text
    return `${before}${value}${endsInHan.test(value) ? withoutStart(piece) : piece}`
  }, pieces[0] ?? '')
}

/** Beside a sign or a number the space stays. */
const withoutEnd = (text: string): string => text.replace(/(?<=\p{Script=Han}\u2069?) $/u, '')
const withoutStart = (text: string): string => text.replace(/^ (?=\p{Script=Han})/u, '')

/** Of a metric's value. */
export const lowest = (goal: Goal): string => (goal === 'min' ? '最低' : '最高')

export const runs = (count: number, write: WriteCount): string => `${write(count)} 个运行`
