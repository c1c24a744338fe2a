import { isObject, memberOf, numberAt } from '../rest/readJson.ts'
import { identify } from '../trackers/identify.ts'
import type { IdentifyOptions } from '../trackers/trackerOptions.ts'

/** Whether a Trackio dashboard answers at an address. Asks one question. */
export function isTrackio(baseUrl: string, options: IdentifyOptions = {}): Promise<boolean> {
  const isOurs = (answer: unknown): boolean =>
    isObject(answer) &&
    typeof memberOf(answer, 'version') === 'string' &&
    numberAt(answer, 'api_version') !== null &&
    typeof memberOf(answer, 'api_transport') === 'string'
  return identify(baseUrl, { path: '/version' }, { ...options, isOurs })
}
