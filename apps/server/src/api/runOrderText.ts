import type { RunOrder } from '../store/metricStore.ts'
import { Problem } from './problem.ts'

const plainOrders = ['saved', 'name', 'status', 'started'] as const
const ends = ['last', 'min', 'max'] as const

/**
 * Returns the order that a text names: `saved`, `name`, `status`, `started`, or `metric:` with the
 * name of a metric and, after another colon, which of its numbers (`last` unless said). A `-`
 * before it turns it round.
 *
 * @throws {Problem} `bad-option` when it names none.
 */
export function readRunOrder(sort: string): {
  readonly order: RunOrder
  readonly isReversed: boolean
} {
  const isReversed = sort.startsWith('-')
  const text = isReversed ? sort.slice(1) : sort
  const plain = plainOrders.find((order) => order === text)
  if (plain !== undefined) return { order: plain, isReversed }
  if (!text.startsWith('metric:')) throw unknownOrder()
  const given = text.slice('metric:'.length)
  const colon = given.lastIndexOf(':')
  const of = ends.find((end) => colon >= 0 && given.slice(colon + 1) === end)
  const metric = of === undefined ? given : given.slice(0, colon)
  return { order: { metric, of: of ?? 'last' }, isReversed }
}

function unknownOrder(): Problem {
  return new Problem(
    'bad-option',
    'The query parameter "sort" must be saved, name, status, started or metric:<name>:<last, min or max>, ' +
      'and may begin with "-".',
  )
}
