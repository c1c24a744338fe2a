import type { Basis } from '@runoff/core'
import type { WriteCount } from '../format/formatters.ts'
import { reportMessages, type ReportMessages } from './reportMessages.ts'

/** What the comparison can be exported as. */
export type KeepKind =
  | 'tableCsv'
  | 'tableJson'
  | 'tableMarkdown'
  | 'tableLatex'
  | 'copyMarkdown'
  | 'copyLatex'
  | 'runsJson'
  | 'seriesCsv'
  | 'reportHtml'
  | 'reportMarkdown'
  | 'snapshot'
  | 'snapshotAll'

/** Words of what is kept and shared. */
export interface KeepMessages {
  /** The heading of the section. */
  readonly title: string
  /** The menu of exports. */
  readonly export: string
  readonly items: Readonly<Record<KeepKind, string>>
  /** A few words under some entries of the menu. */
  readonly hints: {
    readonly runsJson: string
    readonly seriesCsv: string
    readonly reportHtml: string
    readonly snapshotAll: (runs: number, write: WriteCount) => string
  }
  readonly copyLink: string
  readonly saveSnapshot: string
  /** What a snapshot and a link are, in a sentence or two, of how many runs. */
  readonly about: (runs: number, write: WriteCount) => string
  readonly nothing: string
  readonly working: (item: string) => string
  readonly cancel: string
  readonly cancelled: string
  readonly progress: string
  readonly copied: string
  /** How long the link is, and what is in it. */
  readonly linkCopied: (characters: number, write: WriteCount) => string
  /** Where the browser does not let a page copy. */
  readonly linkByHand: (characters: number, write: WriteCount) => string
  readonly textByHand: string
  readonly linkField: string
  readonly textField: string
  readonly saved: (fileName: string) => string
  /** Of how many series that were not in what was saved. */
  readonly savedWithout: (fileName: string, failures: number, write: WriteCount) => string
  readonly failed: (item: string, reason: string) => string
  /** Parts of file names. */
  readonly files: {
    readonly comparison: string
    readonly table: string
    readonly runs: string
    readonly series: string
    readonly report: string
    readonly snapshot: string
  }
  /** Columns of the table of all points. */
  readonly columns: {
    readonly run: string
    readonly runId: string
    readonly metric: string
    readonly step: string
    readonly stepUnit: string
    readonly epoch: string
    readonly timeMs: string
    readonly value: string
  }
  /** Of a series that is not there whole, above the table of all points. */
  readonly notWhole: (
    series: {
      readonly run: string
      readonly metric: string
      readonly points: number
      readonly total: number | null
      readonly basis: Basis
    },
    write: WriteCount,
  ) => string
  readonly missingSeries: (run: string, metric: string, reason: string) => string
  /** On the page of an opened snapshot. */
  readonly snapshotOf: (dateTime: string, runs: number, write: WriteCount) => string
  readonly snapshotPolicy: string
  readonly snapshotFailures: (count: number, write: WriteCount) => string
  readonly snapshotMore: (count: number, write: WriteCount) => string
  readonly snapshotBroken: (reason: string) => string
  readonly snapshotNoScript: string
  readonly report: ReportMessages
}

const runs = (count: number, write: WriteCount): string =>
  `${write(count)} ${count === 1 ? 'run' : 'runs'}`

export const keepMessages: KeepMessages = {
  title: 'Keep',
  export: 'Export',
  items: {
    tableCsv: 'Table (CSV)',
    tableJson: 'Table (JSON)',
    tableMarkdown: 'Table (Markdown)',
    tableLatex: 'Table (LaTeX)',
    copyMarkdown: 'Copy table as Markdown',
    copyLatex: 'Copy table as LaTeX',
    runsJson: 'Runs (JSON)',
    seriesCsv: 'Curves (CSV)',
    reportHtml: 'Report (HTML)',
    reportMarkdown: 'Report (Markdown)',
    snapshot: 'Snapshot',
    snapshotAll: 'Snapshot of all listed runs',
  },
  hints: {
    runsJson: 'every metric’s summary and every parameter',
    seriesCsv: 'every logged point of the compared runs',
    reportHtml: 'one file: answer, reasons, numbers and charts',
    snapshotAll: runs,
  },
  copyLink: 'Copy link',
  saveSnapshot: 'Save snapshot',
  about: (count, write) =>
    `A snapshot is one HTML file with the data of the ${count === 1 ? 'compared run' : `${write(count)} compared runs`}: ` +
    'it opens offline, and can be opened here again. A link holds what is set on the page and no data.',
  nothing: 'There are no runs to keep yet.',
  working: (item) => `Preparing: ${item}…`,
  cancel: 'Cancel',
  cancelled: 'Cancelled: nothing was saved.',
  progress: 'Progress',
  copied: 'Copied',
  linkCopied: (characters, write) =>
    `Copied. The link is ${write(characters)} characters long; it holds what is set on this page and no data.`,
  linkByHand: (characters, write) =>
    `The browser did not let this page copy: copy the link from the field. It is ${write(characters)} characters long and holds no data.`,
  textByHand: 'The browser did not let this page copy: copy the text from the field.',
  linkField: 'Link',
  textField: 'Text to copy',
  saved: (fileName) => `Saved ${fileName}`,
  savedWithout: (fileName, failures, write) =>
    `Saved ${fileName}, without ${write(failures)} series that could not be read: the file names them.`,
  failed: (item, reason) => `Could not be saved. ${item}: ${reason}`,
  files: {
    comparison: 'comparison',
    table: 'summary',
    runs: 'runs',
    series: 'curves',
    report: 'report',
    snapshot: 'snapshot',
  },
  columns: {
    run: 'run',
    runId: 'run_id',
    metric: 'metric',
    step: 'step',
    stepUnit: 'step_unit',
    epoch: 'epoch',
    timeMs: 'time_ms',
    value: 'value',
  },
  notWhole: ({ run, metric, points, total, basis }, write) => {
    const of = total === null ? 'of a number that is not known' : `of ${write(total)}`
    return `${run}, ${metric}: ${write(points)} points ${of} (${basis})`
  },
  missingSeries: (run, metric, reason) => `${run}, ${metric}: could not be read: ${reason}`,
  snapshotOf: (dateTime, count, write) =>
    `Snapshot of ${runs(count, write)}, made ${dateTime}. Everything is in this file; nothing is sent anywhere.`,
  snapshotPolicy:
    'The rule that chose the run to keep was a part of the page, and is not in this file: the usual one takes its place.',
  snapshotFailures: (count, write) => `${write(count)} series could not be read when this was made`,
  snapshotMore: (count, write) => `and ${write(count)} more`,
  snapshotBroken: (reason) => `This snapshot cannot be opened. ${reason}`,
  snapshotNoScript: 'This file shows training runs with a script: please allow scripts for it.',
  report: reportMessages,
}
