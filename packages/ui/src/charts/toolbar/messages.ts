import type { Alignment, Band, Center, XScale, YRange, YScale } from '@runoff/core'
import type { WriteCount } from '../../format/formatters.ts'
import type { SmoothingKind, SmoothingParameter } from './smoothingParameter.ts'

/** How many runs the lines of a chart stand for, from the fewest to the most. */
export interface GroupSizes {
  readonly least: number
  readonly most: number
}

/** Words of the toolbar, and what the charts say of what is set there. */
export interface ToolbarMessages {
  /** The name of the whole. */
  readonly label: string
  readonly xAxis: string
  readonly xScale: string
  readonly yScale: string
  readonly yRange: string
  readonly smoothing: string
  readonly groups: string
  readonly noGroups: string
  readonly center: string
  readonly band: string
  readonly members: string
  readonly scales: Readonly<Record<XScale | YScale, string>>
  readonly ranges: Readonly<Record<YRange, string>>
  readonly kinds: Readonly<Record<SmoothingKind, string>>
  /** The number that a smoothing takes. */
  readonly parameters: Readonly<Record<SmoothingParameter['name'], string>>
  readonly centers: Readonly<Record<Center, string>>
  readonly bands: Readonly<Record<Band, string>>
  /** An algorithm with its number: 'TensorBoard EMA, weight 0.6'. */
  readonly smoothingName: (
    kind: string,
    parameter: SmoothingParameter['name'],
    value: string,
  ) => string
  /** What a chart says of its smoothing; `name` is as above. */
  readonly smoothed: (name: string, hasRawBehind: boolean) => string
  /** What a chart says of lines that stand for several runs. */
  readonly grouped: (center: Center, band: Band, sizes: GroupSizes, write: WriteCount) => string
  /** What a run of a group counts between two of its points. */
  readonly aligned: Readonly<Record<Alignment, string>>
  readonly cutToPercentiles: string
  readonly logY: string
  /** `threshold` is where it becomes linear. */
  readonly symlogY: (threshold: string) => string
}

const sizeText = ({ least, most }: GroupSizes, write: WriteCount): string =>
  least === most ? `${write(most)} runs` : `${write(least)} to ${write(most)} runs`

const bandTexts: Readonly<Record<Band, string>> = {
  ci95: 'its 95 % confidence band',
  se: 'a band of one standard error',
  sd: 'a band of one standard deviation',
  minMax: 'a band from the lowest to the highest',
}

export const toolbarMessages: ToolbarMessages = {
  label: 'Chart settings',
  xAxis: 'X axis',
  xScale: 'X scale',
  yScale: 'Y scale',
  yRange: 'Outliers',
  smoothing: 'Smoothing',
  groups: 'Groups',
  noGroups: 'Off',
  center: 'Line',
  band: 'Band',
  members: 'Show single runs',
  scales: { linear: 'Linear', log: 'Log', symlog: 'Symlog' },
  ranges: { full: 'Full range', percentile: '1st to 99th percentile' },
  kinds: {
    none: 'None',
    ema: 'TensorBoard EMA',
    timeWeightedEma: 'Time-weighted EMA',
    gaussian: 'Gaussian',
    runningAverage: 'Running average',
  },
  parameters: { weight: 'Weight', sigma: 'Sigma in points', window: 'Window in points' },
  centers: { mean: 'Mean', median: 'Median' },
  bands: {
    ci95: '95 % confidence',
    se: 'Standard error',
    sd: 'Standard deviation',
    minMax: 'Lowest to highest',
  },
  smoothingName: (kind, parameter, value) => {
    if (parameter === 'weight') return `${kind}, weight ${value}`
    return parameter === 'sigma' ? `${kind}, sigma ${value} points` : `${kind} of ${value} points`
  },
  smoothed: (name, hasRawBehind) => `Smoothed: ${name}${hasRawBehind ? '; raw lines behind' : ''}.`,
  grouped: (center, band, sizes, write) =>
    `${center === 'mean' ? 'Mean' : 'Median'} of ${sizeText(sizes, write)} with ${bandTexts[band]}.`,
  aligned: {
    interpolate:
      'Between its points a run counts with its line; it counts for nothing beyond its end.',
    carry:
      'Between its points a run counts with its last value; it counts for nothing beyond its end.',
    exact: 'A run counts only where it has a point.',
  },
  cutToPercentiles:
    'The axis reaches from the 1st to the 99th percentile; what lies beyond is cut off and marked.',
  logY: 'Logarithmic y axis.',
  symlogY: (threshold) => `Symmetric logarithmic y axis, linear within ±${threshold}.`,
}
