import { RunoffError, type Notice } from '@runoff/core'

type JsonObject = Readonly<Record<string, unknown>>

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Returns a member of an object that is its own, `undefined` where there is none. */
export function memberOf(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

/** Returns a member that is text and not empty, else `null`. */
export function textAt(object: JsonObject, name: string): string | null {
  const value = memberOf(object, name)
  return typeof value === 'string' && value !== '' ? value : null
}

/** Returns a member that is a finite number, else `null`. */
export function numberAt(object: JsonObject, name: string): number | null {
  const value = memberOf(object, name)
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/**
 * Returns the objects in a list of an answer.
 *
 * @throws {RunoffError} `source-failed` when the answer has no such list.
 */
export function listAt(answer: unknown, name: string): readonly JsonObject[] {
  const list = isObject(answer) ? memberOf(answer, name) : undefined
  if (!Array.isArray(list)) throw wrongAnswer(`it has no list of ${name}`)
  return list.filter(isObject)
}

/** Returns the notices of an answer, none where it has none. */
export function noticesOf(answer: unknown): readonly Notice[] {
  const list = isObject(answer) ? memberOf(answer, 'notices') : undefined
  if (!Array.isArray(list)) return []
  return list.filter(isObject).flatMap((notice) => {
    const code = textAt(notice, 'code')
    const message = textAt(notice, 'message')
    if (code === null || message === null) return []
    const count = numberAt(notice, 'count')
    const path = textAt(notice, 'path')
    return [{ code, message, ...(count !== null && { count }), ...(path !== null && { path }) }]
  })
}

/** The error of an answer that has another shape than agreed. */
export function wrongAnswer(reason: string): RunoffError {
  return new RunoffError('source-failed', `The server's answer cannot be used: ${reason}.`)
}
