import { compareText } from '../text/compareText.ts'
import type { Run } from './run.ts'

/** Orders runs by id and source, which no two runs share: the order that settles every tie. */
export function compareRunIds(a: Run, b: Run): number {
  return compareText(a.id, b.id) || compareText(a.source, b.source)
}
