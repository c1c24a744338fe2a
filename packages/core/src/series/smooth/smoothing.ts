import { RunoffError } from '../../errors.ts'

/** How a line is smoothed. */
export type Smoothing =
  | { readonly kind: 'none' }
  /** TensorBoard's: `weight` is what the average before a point counts, 0 to 0.999. */
  | { readonly kind: 'ema'; readonly weight: number }
  /** The same, to the power of the distance in steps, 0 to 0.999. */
  | { readonly kind: 'timeWeightedEma'; readonly weight: number }
  /** `sigma` is the standard deviation in points, 0 to 10 000. */
  | { readonly kind: 'gaussian'; readonly sigma: number }
  /** `window` is how many points around each one count, 1 to 100 000. */
  | { readonly kind: 'runningAverage'; readonly window: number }

const mostWeight = 0.999
const mostSigma = 10_000
const mostWindow = 100_000

/**
 * Returns the smoothing as it is, or `none` where its parameter leaves every value alone.
 *
 * @throws {RunoffError} `bad-option` for a parameter out of its range, and for an unknown kind.
 */
export function checkSmoothing(smoothing: Smoothing): Smoothing {
  switch (smoothing.kind) {
    case 'none':
      return smoothing
    case 'ema':
    case 'timeWeightedEma':
      return checked(smoothing, {
        value: smoothing.weight,
        isFine: smoothing.weight >= 0 && smoothing.weight <= mostWeight,
        isNone: smoothing.weight === 0,
        wanted: `weight from 0 to ${mostWeight}`,
        example: `{ kind: '${smoothing.kind}', weight: 0.6 }`,
      })
    case 'gaussian':
      return checked(smoothing, {
        value: smoothing.sigma,
        isFine: smoothing.sigma >= 0 && smoothing.sigma <= mostSigma,
        isNone: smoothing.sigma === 0,
        wanted: `sigma from 0 to ${mostSigma} points`,
        example: `{ kind: 'gaussian', sigma: 5 }`,
      })
    case 'runningAverage':
      return checked(smoothing, {
        value: smoothing.window,
        isFine:
          Number.isInteger(smoothing.window) &&
          smoothing.window >= 1 &&
          smoothing.window <= mostWindow,
        isNone: smoothing.window === 1,
        wanted: `window of 1 to ${mostWindow} whole points`,
        example: `{ kind: 'runningAverage', window: 21 }`,
      })
    default:
      return unknownKind(smoothing)
  }
}

interface Check {
  readonly value: number
  readonly isFine: boolean
  readonly isNone: boolean
  readonly wanted: string
  readonly example: string
}

function checked(smoothing: Smoothing, check: Check): Smoothing {
  if (check.isFine) return check.isNone ? { kind: 'none' } : smoothing
  throw new RunoffError(
    'bad-option',
    `The smoothing '${smoothing.kind}' needs a ${check.wanted}, and got ${check.value}. ` +
      `Pass one, such as ${check.example}.`,
  )
}

/** @throws {RunoffError} `bad-option`, always. */
export function unknownKind(smoothing: never): never {
  const { kind } = smoothing as { readonly kind?: unknown }
  throw new RunoffError(
    'bad-option',
    `There is no smoothing '${String(kind)}'. Pass one of the kinds none, ema, timeWeightedEma, ` +
      "gaussian and runningAverage, such as { kind: 'ema', weight: 0.6 }.",
  )
}

const parameterNames: Readonly<Record<Smoothing['kind'], string | null>> = {
  none: null,
  ema: 'weight',
  timeWeightedEma: 'weight',
  gaussian: 'sigma',
  runningAverage: 'window',
}

/** Whether something read from JSON is a smoothing with a parameter within its bounds. */
export function isSmoothing(given: unknown): given is Smoothing {
  if (typeof given !== 'object' || given === null || !('kind' in given)) return false
  const { kind } = given
  if (typeof kind !== 'string' || !Object.hasOwn(parameterNames, kind)) return false
  const name = parameterNames[kind as Smoothing['kind']]
  if (name === null) return true
  const value: unknown = Reflect.get(given, name)
  return typeof value === 'number' && isWithin(kind as Smoothing['kind'], value)
}

function isWithin(kind: Smoothing['kind'], value: number): boolean {
  if (kind === 'gaussian') return value >= 0 && value <= mostSigma
  if (kind === 'runningAverage') {
    return Number.isInteger(value) && value >= 1 && value <= mostWindow
  }
  return value >= 0 && value <= mostWeight
}
