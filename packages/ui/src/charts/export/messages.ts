import type { Alignment, Band, Basis, Center } from '@runoff/core'

/** What a chart can be exported as. */
export type ExportKind = 'png' | 'svg' | 'csvShown' | 'csvAll' | 'copy'

/** What is written about an export, within it. */
export interface ProvenanceWords {
  readonly title: string
  readonly axes: string
  readonly smoothing: string
  readonly grouping: string
  readonly points: string
  readonly note: string
  readonly line: string
  readonly exported: string
  readonly source: string
}

/** Words of the export of charts. */
export interface ExportMessages {
  readonly label: string
  readonly menuOf: (title: string) => string
  readonly items: Readonly<Record<ExportKind, string>>
  readonly working: (item: string) => string
  readonly saved: (fileName: string) => string
  readonly copied: string
  readonly failed: (item: string, reason: string) => string
  readonly noCanvas: string
  readonly tooLarge: (width: string, height: string, mostSide: string, mostPixels: string) => string
  /** What a line of several runs is, what its band holds, and how runs are lined up. */
  readonly grouping: (rule: {
    readonly center: Center
    readonly band: Band
    readonly align: Alignment
  }) => string
  readonly scale: Readonly<Record<'linear' | 'log' | 'symlog', (name: string) => string>>
  /** Said of lines that are not smoothed. */
  readonly asLogged: string
  readonly outliersCut: string
  readonly hiddenLines: (count: number, countText: string) => string
  /** What a line was drawn from: 'lr-3e-4 (id r1): 600 points, all that were logged'. */
  readonly line: (line: {
    readonly name: string
    readonly ids: readonly string[]
    /** How many ids these are, written out. */
    readonly idCount: string
    readonly points: string
    readonly pointCount: number
    readonly basis: Basis
  }) => string
  readonly fields: ProvenanceWords
  /** Who wrote the numbers into the file. */
  readonly source: string
  /** The names of columns, of the name of their line. */
  readonly columns: {
    /** Of times that count from the start of a run. */
    readonly seconds: (axis: string) => string
    readonly smoothed: (name: string) => string
    readonly center: (name: string, center: Center) => string
    readonly low: (name: string) => string
    readonly high: (name: string) => string
    readonly count: (name: string) => string
  }
}

const bases: Readonly<Record<Basis, string>> = {
  full: 'all that were logged',
  sampled: 'sampled by the source',
  summary: 'a summary alone',
  'last-only': 'the last value alone',
}

const bands: Readonly<Record<Band, string>> = {
  minMax: 'from the lowest to the highest run',
  sd: 'one standard deviation',
  se: 'one standard error',
  ci95: '95 % confidence interval',
}

const alignments: Readonly<Record<Alignment, string>> = {
  interpolate: 'interpolated between the points of a run',
  carry: 'the last value of a run counts until its next',
  exact: 'only points at the same place are put together',
}

export const exportMessages: ExportMessages = {
  label: 'Export',
  menuOf: (title) => `Export ${title}`,
  items: {
    png: 'Image (PNG)',
    svg: 'Vector graphic (SVG)',
    csvShown: 'Table of what is shown (CSV)',
    csvAll: 'Table of everything (CSV)',
    copy: 'Copy as image',
  },
  working: (item) => `Preparing: ${item}…`,
  saved: (fileName) => `Saved ${fileName}`,
  copied: 'Copied as image',
  failed: (item, reason) => `Could not export. ${item}: ${reason}`,
  noCanvas: 'This browser gave no canvas to draw the image in. Export an SVG instead.',
  tooLarge: (width, height, mostSide, mostPixels) =>
    `An image of ${width} by ${height} pixels is larger than browsers can make ` +
    `(${mostSide} along a side, ${mostPixels} in all). Choose a smaller scale, or export an SVG.`,
  grouping: ({ center, band, align }) =>
    `${center} of the runs of a group, band: ${bands[band]}, ${alignments[align]}`,
  scale: {
    linear: (name) => name,
    log: (name) => `${name} (log)`,
    symlog: (name) => `${name} (symmetric log)`,
  },
  asLogged: 'none',
  outliersCut: 'Values beyond the 1st and 99th percentile are cut off where marked.',
  hiddenLines: (count, countText) =>
    `${countText} ${count === 1 ? 'line is' : 'lines are'} hidden and left out.`,
  line: ({ name, ids, idCount, points, pointCount, basis }) => {
    const of = ids.length === 1 ? `id ${ids[0]}` : `${idCount} runs with the ids ${ids.join(', ')}`
    return `${name} (${of}): ${points} ${pointCount === 1 ? 'point' : 'points'}, ${bases[basis]}`
  },
  fields: {
    title: 'title',
    axes: 'axes',
    smoothing: 'smoothing',
    grouping: 'groups',
    points: 'points',
    note: 'note',
    line: 'line',
    exported: 'exported',
    source: 'source',
  },
  source: 'Runoff',
  columns: {
    seconds: (axis) => `${axis} (s)`,
    smoothed: (name) => `${name} (smoothed)`,
    center: (name, center) => `${name} (${center})`,
    low: (name) => `${name} (low)`,
    high: (name) => `${name} (high)`,
    count: (name) => `${name} (n)`,
  },
}
