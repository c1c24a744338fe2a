import { RunoffError } from '../errors.ts'
import { bandOf, type Band, type Center } from './aggregate/bandOf.ts'
import { memberReader, type Alignment } from './aggregate/memberReader.ts'
import type { MetricSeries } from './series.ts'
import { finish, type Work } from '../stats/work.ts'
import { unionWork } from './unionOfSteps.ts'

export interface AggregateOptions {
  /** @default 'mean' */
  readonly center?: Center
  /** What the band holds. @default 'ci95' */
  readonly band?: Band
  /** What a member counts between its own points. @default 'interpolate' */
  readonly align?: Alignment
}

/** Several series as one line and a band around it: columns of equal length. */
export interface AggregatedSeries {
  /** Every step that any member has, rising, each once. */
  readonly x: Float64Array
  /** `NaN` where no member has a value. */
  readonly center: Float64Array
  /** The lower end of the band, `NaN` where there are too few values for one. */
  readonly low: Float64Array
  readonly high: Float64Array
  /** How many members have a value at each x. */
  readonly n: Uint32Array
}

/** How many x are read at once: their values stay in the processor's cache. */
const block = 512

/**
 * Returns the center and the spread of several series at every step that any of them has.
 *
 * A member counts from its own first step to its own last, never before or beyond. At a step it
 * logged it has that value. Between two of its points it has, with `interpolate`, the place of its
 * drawn line, and nothing if either of them is not finite; with `carry`, its last finite value, which
 * also stands in for a logged value that is not finite; with `exact`, nothing. A value that is not
 * finite is never counted.
 *
 * With the mean, `sd` is one sample standard deviation on either side, `se` one standard error, and
 * `ci95` the 95 % confidence interval by Student's t: they need two values. With the median the band
 * is read from the sorted values, too: `sd` reaches from the 15.9th to the 84.1st percentile, which
 * is what one standard deviation on either side holds of normal values; `se` and `ci95` are the
 * narrowest pair of values, as far from the lowest as from the highest, that holds the true median in
 * at least 68.3 % and 95 % of samples. No pair does with less than 3 and 6 values.
 *
 * Units: those of the metric. A number past the largest there is comes back as infinite.
 *
 * @throws {RunoffError} `bad-option` for an unknown center, band or alignment.
 * @see Hahn & Meeker (1991), Statistical Intervals, section 5.3: the interval of the median.
 */
export function aggregate(
  seriesList: readonly MetricSeries[],
  options: AggregateOptions = {},
): AggregatedSeries {
  return finish(startAggregate(seriesList, options))
}

/**
 * Returns the same as work in steps of a few milliseconds: twenty series of a hundred thousand points,
 * each at its own steps, have two million places where every one of them is read.
 *
 * @throws {RunoffError} as `aggregate` does, before any of the work.
 */
export function startAggregate(
  seriesList: readonly MetricSeries[],
  options: AggregateOptions = {},
): Work<AggregatedSeries> {
  const { center = 'mean', band = 'ci95', align = 'interpolate' } = options
  checkChoice('center', center, ['mean', 'median'])
  checkChoice('band', band, ['minMax', 'sd', 'se', 'ci95'])
  checkChoice('align', align, ['interpolate', 'carry', 'exact'])
  return aggregateWork(seriesList, { center, band, align })
}

function* aggregateWork(
  seriesList: readonly MetricSeries[],
  { center, band, align }: Required<AggregateOptions>,
): Work<AggregatedSeries> {
  const x = yield* unionWork(seriesList.map(({ steps }) => steps))
  const result = {
    x,
    center: new Float64Array(x.length),
    low: new Float64Array(x.length),
    high: new Float64Array(x.length),
    n: new Uint32Array(x.length),
  }
  const members = seriesList.map((series) => memberReader(series, align))
  const summarise = bandOf(center, band)
  const width = members.length
  const rows = { data: new Float64Array(block * width), width }
  const row = { data: rows.data, start: 0, end: 0 }
  for (let start = 0; start < x.length; start += block) {
    const places = x.subarray(start, start + block)
    for (const [place, read] of members.entries()) read(places, rows, place)
    for (let i = 0; i < places.length; i++) {
      row.start = i * width
      row.end = row.start + width
      result.n[start + i] = summarise(row, result, start + i)
    }
    yield start / x.length
  }
  return result
}

function checkChoice(name: string, given: string, choices: readonly string[]): void {
  if (choices.includes(given)) return
  throw new RunoffError(
    'bad-option',
    `${name} is one of ${choices.join(', ')}, and got ${given}. Pass one of them.`,
  )
}
