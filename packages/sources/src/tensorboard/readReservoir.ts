import { isObject, memberOf } from '../rest/readJson.ts'
import type { RestContext } from '../rest/restContext.ts'
import { objectAt } from '../trackers/answerParts.ts'
import { askTracker } from '../trackers/askTracker.ts'

/** What TensorBoard keeps of a series where nobody told it otherwise. */
const usualSize = 1000

/**
 * Returns how many points TensorBoard keeps of a series, `Infinity` where it keeps all; where it
 * does not tell, as older ones do not, it is taken to be 1000.
 */
export async function readReservoir(context: RestContext, signal?: AbortSignal): Promise<number> {
  try {
    const answer = await askTracker(context, { path: '/data/environment' }, signal)
    const flags = objectAt(objectAt(isObject(answer) ? answer : {}, 'debug'), 'flags')
    const size = memberOf(objectAt(flags, 'samples_per_plugin'), 'scalars')
    if (size === 0) return Infinity
    return typeof size === 'number' && size > 0 ? size : usualSize
  } catch {
    signal?.throwIfAborted()
    return usualSize
  }
}
