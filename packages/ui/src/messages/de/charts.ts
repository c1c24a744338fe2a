import type { AxisKind, ChartMessages, PlainAxis } from '../../charts/messages.ts'
import { exportMessages } from './chartExport.ts'
import { gridMessages } from './chartGrid.ts'
import { keyList } from './chartKeys.ts'
import { markMessages } from './chartMarks.ts'
import { toolbarMessages } from './chartToolbar.ts'
import { byCount, runs } from './words.ts'

interface AxisWords {
  readonly one: string
  readonly many: string
  /** Behind 'hat'. */
  readonly none: string
}

const axisWords: Readonly<Record<PlainAxis, AxisWords>> = {
  step: { one: 'Schritt', many: 'Schritte', none: 'keinen Schritt' },
  'relative-step': { one: 'Schritt', many: 'Schritte', none: 'keinen Schritt' },
  epoch: { one: 'Epoche', many: 'Epochen', none: 'keine Epoche' },
  record: { one: 'Eintrag', many: 'Einträge', none: 'keinen Eintrag' },
  time: { one: 'Zeit', many: 'Zeit', none: 'keine Zeit' },
  'relative-time': { one: 'relative Zeit', many: 'relative Zeit', none: 'keine relative Zeit' },
}

/** A metric is an axis by its title. */
function wordsOf(axis: AxisKind): AxisWords {
  if (!isMetric(axis)) return axisWords[axis]
  const title = axis.slice('metric:'.length)
  return { one: title, many: title, none: `keinen Wert von ${title}` }
}

const isMetric = (axis: AxisKind): axis is `metric:${string}` => axis.startsWith('metric:')
const points = (count: number, countText: string): string =>
  `${countText} ${byCount(count, 'Punkt', 'Punkte')}`

export const chartMessages: ChartMessages = {
  loss: 'Loss',
  axes: {
    step: 'Schritt',
    'relative-step': 'Relativer Schritt',
    epoch: 'Epoche',
    record: 'Eintrag',
    time: 'Zeit (UTC)',
    'relative-time': 'Relative Zeit',
  },
  logAxis: (name) => `${name} (log)`,
  place: (axis, value) => {
    if (axis === 'time') return value
    return axis === 'relative-time' ? `${value} nach dem Start` : `${wordsOf(axis).one} ${value}`
  },
  dataTable: 'Datentabelle',
  dataTableOf: (title) => `Daten: ${title}`,
  tableRows: (shown, total) => `${shown} von ${total} Zeilen`,
  moreRows: 'Mehr Zeilen zeigen',
  tableRuns: (shown, total) => `${shown} von ${total} Linien`,
  moreRuns: 'Mehr Linien zeigen',
  notFinite: (count, countText) =>
    `${points(count, countText)} ${byCount(count, 'ist', 'sind')} NaN oder unendlich: ▽ NaN, ▲ ∞, ▼ −∞.`,
  plotOf: (title) => `Diagramm: ${title}`,
  plotKeys: 'Pfeiltasten bewegen den Cursor; das Fragezeichen zeigt alle Tasten.',
  keys: 'Tasten',
  keysOf: (title) => `Tasten im Diagramm: ${title}`,
  closeKeys: 'Schließen',
  keyList,
  legendOf: (title) => `Läufe: ${title}`,
  legendHint: 'Klick blendet aus oder ein; Doppelklick oder Umschalt-Klick zeigt nur diesen',
  andMore: (count) => `und ${count} weitere`,
  points: (shown, total, count) =>
    `${shown} von ${total} ${byCount(count, 'Punkt', 'Punkten')} gezeigt`,
  pointsSampled: (shown, total, count) =>
    `${shown} von ${total} ${byCount(count, 'Punkt', 'Punkten')} gezeigt, von der Quelle als Stichprobe`,
  pointsSampledOfUnknown: (shown) =>
    `${shown} Punkte gezeigt, von der Quelle als Stichprobe; von wie vielen, sagt sie nicht`,
  pointsSummaryOnly: 'Die Quelle bewahrt von manchen Läufen nur eine Zusammenfassung, keine Punkte',
  noPoints: 'Noch keine Punkte',
  preparing: (done, all, write) => `${write(done)} von ${write(all)} Linien vorbereitet …`,
  runsWithoutPoints: (count, total, write) =>
    `${write(count)} von ${write(total)} Läufen ${byCount(count, 'hat', 'haben')} hier noch keine Punkte.`,
  allHidden: 'Alle Läufe sind ausgeblendet',
  noPointsHere: 'Keine Punkte in diesem Bereich',
  noFiniteValue: 'Kein Punkt hier ist eine endliche Zahl',
  logSkips: (count, countText) =>
    `${points(count, countText)} bei oder unter null ${byCount(count, 'lässt', 'lassen')} sich auf einer ` +
    'logarithmischen Achse nicht zeichnen (▼).',
  logImpossible: 'Kein Wert liegt über null, daher ist die Achse linear.',
  placedByEpoch: 'Manche Läufe loggen keine Schritte, daher sind alle nach Epoche angeordnet.',
  mixedUnits:
    'Manche Läufe loggen Schritte und andere nicht, auf dieser Achse liegen sie nicht übereinander.',
  notOnAxis: (names, count, axis) =>
    `${names} ${byCount(count, 'hat', 'haben')} ${wordsOf(axis).none} und ` +
    `${byCount(count, 'wird', 'werden')} nicht gezeichnet.`,
  pointsNotOnAxis: (countText, count, axis) =>
    `${points(count, countText)} ${byCount(count, 'hat', 'haben')} ${wordsOf(axis).none} und ` +
    `${byCount(count, 'wird', 'werden')} nicht gezeichnet.`,
  pointsNotOnLogAxis: (countText, count, axis) =>
    `${points(count, countText)} ${byCount(count, 'hat', 'haben')} ${wordsOf(axis).none} über null ` +
    `und ${byCount(count, 'lässt', 'lassen')} sich auf einer logarithmischen Achse nicht zeichnen.`,
  resetZoom: 'Zoom aufheben',
  zoomBack: 'Zoom zurück',
  zoomForward: 'Zoom vor',
  followNewest: 'Neuesten Punkten folgen',
  zoomedTo: (ranges) => `Zoom auf ${ranges.join(', ')}`,
  xRange: (axis, from, to) => `${wordsOf(axis).many} ${from} bis ${to}`,
  yRange: (low, high) => `Werte ${low} bis ${high}`,
  zoomedOut: 'Alles ist zu sehen',
  followBegun: 'Folgt den neuesten Punkten',
  followEnded: 'Folgt den neuesten Punkten nicht mehr',
  movedOn: 'Mit den neuesten Punkten weitergerückt',
  marked: 'Anfang markiert. Weitergehen und S drücken, um auf das Dazwischen zu zoomen',
  markCleared: 'Markierung aufgehoben',
  runHidden: (name) => `${name} ausgeblendet`,
  runShown: (name) => `${name} eingeblendet`,
  runAlone: (name) => `nur ${name} gezeigt`,
  allShown: 'Alle Läufe gezeigt',
  runs,
  summary: (title, count, length) => `${title}: ${count} über ${length}.`,
  summaryAt: (title, count, place) => `${title}: ${count} bei ${place}.`,
  summaryNone: (title) => `${title}: noch keine Punkte.`,
  summaryNotFinite: 'Kein Punkt hier ist eine endliche Zahl.',
  length: (axis, value, count) => {
    if (axis === 'time' || axis === 'relative-time') return value
    const { one, many } = wordsOf(axis)
    return `${value} ${byCount(count, one, many)}`
  },
  lowest: ({ name, value, place }) => `Niedrigster Wert: ${name} mit ${value} bei ${place}.`,
  highest: ({ name, value, place }) => `Höchster Wert: ${name} mit ${value} bei ${place}.`,
  cursor: (name, value, place) => `${name}: ${value} bei ${place}`,
  rawValue: (value) => `roh ${value}`,
  ofRuns: (count, write) => `n = ${write(count)}`,
  band: (low, high) => `${low} bis ${high}`,
  pinned: 'Angeheftet',
  unpinned: 'Nicht mehr angeheftet',
  cleared: 'Cursor aufgehoben',
  mode: { label: 'Kurven', train: 'Training', eval: 'Evaluation', both: 'Beide' },
  modeTitle: {
    train: 'Trainings-Loss',
    eval: 'Eval-Loss',
    both: 'Trainings- und Eval-Loss',
  },
  suffix: { train: '(T)', eval: '(E)' },
  suffixMeaning: { train: '(T) Training', eval: '(E) Evaluation' },
  marks: markMessages,
  exports: exportMessages,
  toolbar: toolbarMessages,
  grid: gridMessages,
}
