import { isObject, textAt } from '../rest/readJson.ts'

/** Returns what the next page is asked for with, `null` on the last. */
export function nextToken(answer: unknown): string | null {
  return isObject(answer) ? textAt(answer, 'next_page_token') : null
}
