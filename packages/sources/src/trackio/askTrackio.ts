import { isObject, memberOf, wrongAnswer } from '../rest/readJson.ts'
import type { RestContext } from '../rest/restContext.ts'
import { listIn } from '../trackers/answerParts.ts'
import { askTracker } from '../trackers/askTracker.ts'

/**
 * Returns what one of Trackio's functions answers.
 *
 * @throws {RunoffError} as `askTracker` does.
 */
export async function askTrackio(
  context: RestContext,
  name: string,
  { signal, ...given }: Readonly<Record<string, unknown>> & { readonly signal?: AbortSignal },
): Promise<unknown> {
  const answer = await askTracker(context, { path: `/api/${name}`, body: given }, signal)
  if (!isObject(answer)) throw wrongAnswer('it is no object')
  return memberOf(answer, 'data')
}

export interface TrackioQuery {
  readonly project: string
  readonly sql: string
  readonly signal?: AbortSignal
}

/** Returns the rows that a read-only query finds in the database of a project. */
export async function queryRows(
  context: RestContext,
  { project, sql, signal }: TrackioQuery,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const options = { project, query: sql, ...(signal && { signal }) }
  return listIn(await askTrackio(context, 'query_project', options), 'rows')
}

/** Returns text as SQL writes it. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''").replaceAll('\0', '')}'`
}
