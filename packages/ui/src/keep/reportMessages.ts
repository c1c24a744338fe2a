import type { Basis } from '@runoff/core'

/** Above what a difference has a name and a gap is marked, written out. */
export interface ReportLimits {
  readonly slight: string
  readonly moderate: string
  readonly severe: string
  readonly gap: string
}

/** Words of the report, beside those of the answer. */
export interface ReportMessages {
  /** The tag of the language, as the `lang` of a page has it. */
  readonly language: string
  /** Where the runs have no name in common. */
  readonly title: string
  readonly made: (dateTime: string, source: string, version: string) => string
  readonly answer: string
  readonly noAnswer: string
  readonly why: string
  readonly others: string
  readonly evidence: string
  readonly checkpoint: string
  readonly numbers: string
  readonly params: string
  readonly parameter: string
  readonly value: string
  readonly different: string
  readonly same: string
  readonly noParams: string
  readonly charts: string
  /** Where a format has no charts. */
  readonly noCharts: string
  readonly origin: string
  readonly originNote: string
  readonly run: string
  readonly runId: string
  readonly status: string
  readonly metric: string
  readonly points: string
  readonly basis: string
  readonly bases: Readonly<Record<Basis, string>>
  /** How differences to the best are marked. */
  readonly thresholds: (limits: ReportLimits) => string
  readonly remarks: string
  /** Of text that was cut. */
  readonly notListed: (count: string) => string
}

export const reportMessages: ReportMessages = {
  language: 'en',
  title: 'Comparison of training runs',
  made: (dateTime, source, version) =>
    `Made ${dateTime} by Runoff ${version} from the source “${source}”.`,
  answer: 'Answer',
  noAnswer: 'No run can be recommended yet.',
  why: 'Why',
  others: 'The other runs',
  evidence: 'How sure',
  checkpoint: 'Checkpoint',
  numbers: 'Numbers',
  params: 'Hyperparameters',
  parameter: 'Parameter',
  value: 'Value',
  different: 'Different values',
  same: 'Same values',
  noParams: 'These runs have no parameters.',
  charts: 'Curves',
  noCharts: 'The report as HTML has the curves too.',
  origin: 'Where the numbers come from',
  originNote:
    'A best value taken from a sample, a summary or the last value alone may not be the best that the run had.',
  run: 'Run',
  runId: 'Run id',
  status: 'Status',
  metric: 'Metric',
  points: 'Points',
  basis: 'From',
  bases: {
    full: 'all points that were logged',
    sampled: 'a sample of the points',
    'last-only': 'the last value alone',
    summary: 'a summary by the tracker',
  },
  thresholds: ({ slight, moderate, severe, gap }) =>
    `Differences to the best are called slight above ${slight}, moderate above ${moderate} and severe above ${severe}; where the noise of a seed is known, only what lies beyond it. A gap between evaluation and training is marked above ${gap}.`,
  remarks: 'Notices about the data',
  notListed: (count) => `and ${count} more`,
}
