import type { WriteCount } from '../../format/formatters.ts'
import type { DiffMessages } from '../../diff/messages.ts'

/** The same in the nominative and after 'von' but for its end: 'Parameter', 'Parametern'. */
const paramsDative = (count: number, write: WriteCount): string =>
  `${write(count)} ${count === 1 ? 'Parameter' : 'Parametern'}`

export const diffMessages: DiffMessages = {
  fields: {
    model: 'Modell',
    dataset: 'Datensatz',
    learningRate: 'Lernrate',
    maxLearningRate: 'Größte Lernrate',
    minLearningRate: 'Kleinste Lernrate',
    batchSize: 'Batchgröße',
    deviceBatchSize: 'Batchgröße je Gerät',
    globalBatchSize: 'Globale Batchgröße',
    gradientAccumulation: 'Gradientenakkumulation',
    epochs: 'Epochen',
    warmupSteps: 'Warm-up-Schritte',
    warmupRatio: 'Warm-up-Anteil',
    gpus: 'GPUs',
    weightDecay: 'Weight Decay',
    scheduler: 'Scheduler',
    optimizer: 'Optimierer',
    sequenceLength: 'Sequenzlänge',
    loraRank: 'LoRA r',
    loraAlpha: 'LoRA-Alpha',
    loraDropout: 'LoRA-Dropout',
    seed: 'Seed',
  },
  search: 'Parameter suchen',
  searchHint: 'Name oder Wert',
  baseline: 'Referenz',
  different: 'Verschiedene Werte',
  same: 'Gleiche Werte',
  bookkeeping: 'Pfade und Namen',
  values: 'Werte',
  matching: (count, total) => `${count} von ${total}`,
  summary: (different, total, write) =>
    total === 1
      ? 'Der einzige Parameter ist verschieden.'
      : `${write(different)} von ${paramsDative(total, write)} ${different === 1 ? 'ist' : 'sind'} verschieden.`,
  allSame: (total, write) =>
    total === 1
      ? 'Der einzige Parameter ist gleich.'
      : `Alle ${write(total)} Parameter sind gleich.`,
  onlyBookkeeping: (total, write) =>
    `Nur Pfade und Namen sind verschieden; ${write(total)} Parameter verglichen.`,
  found: (count, total, search, write) =>
    `${write(count)} von ${paramsDative(total, write)} ${count === 1 ? 'passt' : 'passen'} zu „${search}“.`,
  noneFound: (search) => `Kein Parameter passt zu „${search}“.`,
  noRuns: 'Keine Läufe zum Vergleichen.',
  noParams: 'Kein Lauf hat Parameter geloggt.',
  oneRun: (total, write) =>
    `${write(total)} Parameter eines Laufs; ein zweiter zeigt, was verschieden ist.`,
  param: 'Parameter',
  allRuns: (count, write) => (count === 1 ? 'Wert' : `Alle ${write(count)} Läufe`),
  scrollRegion: (group) => `${group}, Tabelle`,
  notSet: 'nicht gesetzt',
  emptyText: 'leerer Text',
  higher: 'höher als die Referenz',
  lower: 'niedriger als die Referenz',
  other: 'anders als die Referenz',
  times: (factor) => `×${factor}`,
  dividedBy: (factor) => `÷${factor}`,
  againstBaseline: (step) => `${step} gegenüber der Referenz`,
  inspected: (param, run, value) => `${param} von ${run}: ${value}`,
  inspectedAll: (param, value) => `${param}: ${value}`,
  copy: 'Wert kopieren',
  copied: 'Kopiert.',
  notCopied: 'Der Browser hat das Kopieren nicht erlaubt.',
  showWhole: (param) => `${param} ganz zeigen`,
  hideWhole: (param) => `${param} kürzen`,
  notCompared: 'Zu verschieden für einen Vergleich nach Wörtern.',
  moreCharacters: (count) => `… und ${count} weitere Zeichen`,
  moreRows: (count) => `${count} weitere zeigen`,
  runsShown: (from, to, total) => `Läufe ${from} bis ${to} von ${total}`,
  previousRuns: 'Vorige Läufe',
  nextRuns: 'Nächste Läufe',
}
