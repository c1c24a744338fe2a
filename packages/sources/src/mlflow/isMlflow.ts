import { isObject, memberOf, textAt } from '../rest/readJson.ts'
import { identify } from '../trackers/identify.ts'
import type { IdentifyOptions } from '../trackers/trackerOptions.ts'

/** Whether an MLflow tracking server answers at an address. Asks one question, and changes nothing. */
export function isMlflow(baseUrl: string, options: IdentifyOptions = {}): Promise<boolean> {
  const question = {
    path: '/api/2.0/mlflow/experiments/get',
    query: new URLSearchParams({ experiment_id: '0' }),
  }
  return identify(baseUrl, question, { ...options, isOurs: isMlflowAnswer })
}

/** The experiment, or in MLflow's own words why it is not shown. */
function isMlflowAnswer(answer: unknown): boolean {
  if (!isObject(answer)) return false
  const experiment = memberOf(answer, 'experiment')
  if (isObject(experiment)) return textAt(experiment, 'experiment_id') !== null
  return textAt(answer, 'error_code') !== null
}
