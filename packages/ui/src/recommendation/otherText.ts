import type { OtherRun } from '@runoff/core'
import type { WordContext } from './answerText.ts'
import { deltaText } from './deltaText.ts'
import type { OtherWords } from './messages.ts'

/** Returns how another run does beside the recommended one, in a sentence without its point. */
export function otherText(
  { run, delta, considerArchiving }: OtherRun,
  { nameOf, objective, formatters }: Pick<WordContext, 'nameOf' | 'objective' | 'formatters'>,
  others: OtherWords,
): string {
  const name = nameOf(run)
  if (delta.absolute === 0) return others.equal(name, formatters.metricWords(objective.metric))
  const say = delta.absolute > 0 ? others.worse : others.better
  const sentence = say(name, deltaText(delta, formatters))
  return considerArchiving ? others.considerArchiving(sentence) : sentence
}
