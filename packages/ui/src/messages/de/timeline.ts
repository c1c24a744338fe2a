import type { WriteCount } from '../../format/formatters.ts'
import type { TimelineAxis, TimelineCounts, TimelineMessages } from '../../timeline/messages.ts'
import { byCount } from './words.ts'

const ofTotal = (unit: string, value: string, total: string | null): string =>
  total === null ? `${unit} ${value}` : `${unit} ${value} von ${total}`

/** Behind 'hat' or 'loggt'. */
const none: Readonly<Record<TimelineAxis, string>> = {
  epoch: 'keine Epoche',
  step: 'keinen Schritt',
  record: 'keinen Eintrag',
}

const countWords = (
  { short, live, diverged }: TimelineCounts,
  write: WriteCount,
): readonly string[] =>
  [
    short === 0 ? '' : `${write(short)} vor dem Ziel beendet`,
    live === 0 ? '' : `${write(live)} ${byCount(live, 'trainiert', 'trainieren')} noch`,
    diverged === 0 ? '' : `${write(diverged)} divergiert`,
  ].filter((words) => words !== '')

export const timelineMessages: TimelineMessages = {
  title: (metrics) => `Zeitachse: ${metrics}`,
  metrics: 'Metriken der Zeitachse',
  loading: 'Läufe werden geladen …',
  noRuns: 'Noch keine Läufe zum Vergleichen.',
  plotOf: (title, run) => `${title}: ${run}`,
  plotKeys:
    'Links und rechts gehen von Evaluation zu Evaluation, auf und ab von Lauf zu Lauf, Eingabe ' +
    'heftet an, Esc hebt auf.',
  axes: { epoch: 'Epoche', step: 'Schritt', record: 'Eintrag' },
  place: {
    epoch: (value, total) => (total === null ? `Epoche ${value}` : `Epoche ${value}/${total}`),
    step: (value, total) => ofTotal('Schritt', value, total),
    record: (value, total) => ofTotal('Eintrag', value, total),
  },
  length: {
    epoch: (value, count) => `${value} ${byCount(count, 'Epoche', 'Epochen')}`,
    step: (value, count) => `${value} ${byCount(count, 'Schritt', 'Schritte')}`,
    record: (value, count) => `${value} ${byCount(count, 'Eintrag', 'Einträge')}`,
  },
  places: (places) => places.join(', '),
  runs: (count, write) => `${write(count)} ${byCount(count, 'Lauf', 'Läufe')}`,
  summary: (title, runs, length, best, counts, write) => {
    const found =
      best === null ? [] : [`bester Wert ${best.value} von ${best.name} bei ${best.place}`]
    const parts = [`${title}: ${runs} über ${length}`, ...found, ...countWords(counts, write)]
    return `${parts.join('; ')}.`
  },
  summaryNone: (title, runs) => `${title}: ${runs}, noch nichts davon zu zeichnen.`,
  best: (value, place, metric) =>
    `Bester Wert${metric === null ? '' : ` (${metric})`}: ${value} bei ${place}`,
  checkpoint: 'Checkpoint',
  checkpointOf: (place) => `Checkpoint von ${place}`,
  copyPath: (run) => `Den Checkpoint-Pfad von ${run} kopieren`,
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyFailed: 'Nicht kopiert: Der Browser hat es verweigert.',
  end: {
    whole: (status) => status,
    live: (status, place) => (place === null ? status : `${status}: ${place}`),
    short: (status, place) => `${status} bei ${place}`,
    early: (place) => `Vorzeitig beendet bei ${place}`,
    unknownShort: (place) => `Log endet bei ${place}`,
  },
  noValues: (metric) => `Nichts geloggt (${metric})`,
  awaited: (metric) => `${metric} wird geladen …`,
  noPlaces: (axis) => `Loggt ${none[axis]} und hat daher keinen Platz auf dieser Achse`,
  onlyOdd: (metric) => `Kein Wert von ${metric} hier ist eine endliche Zahl`,
  diverged: (place, isOngoing) =>
    `divergiert bei ${place}${isOngoing ? '' : ', später wieder gefangen'}`,
  restarted: (place) => `neu gestartet vor ${place}`,
  cursor: (run, metric, value, place) => `${run}: ${metric} ${value} bei ${place}`,
  tip: (value, place) => `${value} bei ${place}`,
  isBest: (text) => `${text}, bester Wert`,
  pinned: 'Angeheftet',
  unpinned: 'Nicht mehr angeheftet',
  cleared: 'Cursor aufgehoben',
  columns: {
    run: 'Lauf',
    metric: 'Metrik',
    epoch: 'Epoche',
    step: 'Schritt',
    record: 'Eintrag',
    value: 'Wert',
    best: 'Bester',
  },
  yes: 'Bester',
  notes: {
    scale: (ranges) => `Die Höhen haben in allen Spuren dieselbe Skala: ${ranges.join('; ')}.`,
    range: (metric, low, high) => `${metric} ${low} bis ${high}`,
    steps: 'Kein Lauf loggt Epochen, daher sind die Evaluationen nach Schritt angeordnet.',
    records:
      'Kein Lauf loggt Epochen oder Schritte, daher stehen die Evaluationen in der Reihenfolge ihrer Einträge.',
    estimated: (count, write) =>
      `Die Epochen von ${write(count)} ${byCount(count, 'Lauf', 'Läufen')} sind aus Schritten berechnet.`,
    shown: (shown, total) => `${shown} von ${total} Evaluationen gezeigt, Extreme erhalten.`,
    sampled: (given, total) => `${given} von ${total} Evaluationen, Stichprobe der Quelle.`,
    odd: (count, text) =>
      `${text} ${byCount(count, 'Evaluation ist', 'Evaluationen sind')} NaN oder unendlich: ▽ NaN, ▲ ∞, ▼ −∞.`,
    beyond: (count, text) =>
      `${text} ${byCount(count, 'Evaluation liegt', 'Evaluationen liegen')} jenseits der gezeichneten Höhen, am Rand mit einem Pfeil markiert.`,
    unplaced: (count, text, axis) =>
      `${text} ${byCount(count, 'Evaluation hat', 'Evaluationen haben')} ${none[axis]} und ${byCount(count, 'wird', 'werden')} nicht gezeichnet.`,
  },
}
