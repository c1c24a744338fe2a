import { isObject, memberOf } from '../rest/readJson.ts'
import { identify } from '../trackers/identify.ts'
import type { IdentifyOptions } from '../trackers/trackerOptions.ts'

/** Whether a TensorBoard answers at an address. Asks one question. */
export function isTensorboard(baseUrl: string, options: IdentifyOptions = {}): Promise<boolean> {
  const isOurs = (answer: unknown): boolean =>
    isObject(answer) &&
    typeof memberOf(answer, 'data_location') === 'string' &&
    typeof memberOf(answer, 'window_title') === 'string'
  return identify(baseUrl, { path: '/data/environment' }, { ...options, isOurs })
}
