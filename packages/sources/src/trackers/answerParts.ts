import { readNumber, RunoffError } from '@runoff/core'
import { isObject, listAt, memberOf } from '../rest/readJson.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** Returns the objects in a list of an answer; none where it leaves the list out. */
export function listIn(answer: unknown, name: string): readonly JsonObject[] {
  return isObject(answer) && memberOf(answer, name) === undefined ? [] : listAt(answer, name)
}

/** Returns a member that is an object; one without members where there is none. */
export function objectAt(object: JsonObject, name: string): JsonObject {
  const value = memberOf(object, name)
  return isObject(value) ? value : {}
}

/** Returns a member that is or spells a number, `NaN` where there is none. */
export function valueAt(object: JsonObject, name: string): number {
  return readNumber(memberOf(object, name)) ?? NaN
}

/** The error of a cursor that this source did not give. */
export function foreignCursor(): RunoffError {
  return new RunoffError(
    'bad-option',
    'The cursor is none that this source gave. Pass the nextCursor of the page before, or null.',
  )
}

/** Returns the number that was logged, also one that JSON has no word for; `null` for all else. */
export function numberIn(value: unknown): number | null {
  if (typeof value === 'number') return value
  return typeof value === 'string' ? (nonFinite.get(value) ?? null) : null
}

const nonFinite: ReadonlyMap<string, number> = new Map([
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
])
