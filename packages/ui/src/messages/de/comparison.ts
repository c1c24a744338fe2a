import type { ComparisonMessages } from '../../comparison/messages.ts'
import { keyGroups } from './pageKeys.ts'
import { byCount, counted, runs, runsDative } from './words.ts'

export const comparisonMessages: ComparisonMessages = {
  comparison: 'Vergleich der Läufe',
  keys: 'Tasten',
  keyGroups,
  chartKeys: 'Diagramme',
  closeDialog: 'Schließen',
  judgedBy: 'Bewertet nach',
  goal: 'Besser ist',
  goals: { min: 'niedriger ist besser', max: 'höher ist besser' },
  guessedGoal: 'aus dem Namen geschlossen',
  curves: 'Kurven',
  nothingSelected: (count, metric, goal, write) => {
    const lowest = goal === 'min' ? 'niedrigsten' : 'höchsten'
    const which = count === 1 ? 'der Lauf' : `die ${runs(count, write)}`
    return count === 1
      ? `Nichts ausgewählt: zu sehen ist ${which} mit dem ${lowest} Wert von ${metric}.`
      : `Nichts ausgewählt: zu sehen sind ${which} mit den ${lowest} Werten von ${metric}.`
  },
  nothingSelectedNoValues: (count, metric, write) =>
    `Nichts ausgewählt, und noch kein Lauf hat einen Wert von ${metric}: zu sehen ` +
    `${byCount(count, 'ist', 'sind')} ${runs(count, write)}.`,
  missingValues: (missing, total, metric, write) =>
    `${write(missing)} von ${runsDative(total, write)} ${byCount(missing, 'hat', 'haben')} noch keinen Wert von ${metric}.`,
  notFinite: (count, total, metric, write) =>
    `${write(count)} von ${runsDative(total, write)} ${byCount(count, 'hat', 'haben')} keinen endlichen Wert von ${metric} geloggt.`,
  lastOnly: (count, total, metric, write) =>
    `Von ${write(count)} von ${runsDative(total, write)} nennt die Quelle nur den letzten Wert von ${metric}; ` +
    'der beste kann ein anderer sein.',
  sampled: (count, total, metric, write) =>
    `Der Wert von ${metric} stammt bei ${write(count)} von ${runsDative(total, write)} aus einer Stichprobe; ` +
    'ein besserer kann fehlen.',
  noMetrics: (names) => `Keine Metriken geloggt: ${names}.`,
  unknownSelected: (count, write) =>
    `${counted(count, ['ausgewählter Lauf wurde', 'ausgewählte Läufe wurden'], write)} nicht gefunden.`,
  stoppedAtStep: (name, step, total) => `${name}: beendet bei Schritt ${step} von ${total}.`,
  stoppedAtEpoch: (name, epoch, total) => `${name}: beendet bei Epoche ${epoch} von ${total}.`,
  reachedStep: (name, step, total) =>
    `${name}: geloggt bis Schritt ${step} von ${total}; wie es endete, ist nicht bekannt.`,
  reachedEpoch: (name, epoch, total) =>
    `${name}: geloggt bis Epoche ${epoch} von ${total}; wie es endete, ist nicht bekannt.`,
  diverged: (name, metric, value) => `${name}: ${metric} endete in ${value}.`,
  failedRun: (name, reason) => `${name} konnte nicht gelesen werden: ${reason}`,
  loadingRuns: 'Läufe werden geladen',
  loadingCurves: 'Kurven werden geladen',
  retry: 'Erneut versuchen',
  notices: (count, write) => `${counted(count, ['Hinweis', 'Hinweise'], write)} zu den Daten`,
  noticeCount: (count, write) => `${write(count)}-mal`,
  metrics: 'Gezeigte Metriken',
  seedsAsBands: 'Seeds als Bänder',
  partFailed: (part) => `Nicht darstellbar: ${part}. Der Rest der Seite ist davon nicht betroffen.`,
  answerPart: 'Empfehlung',
  evidence: 'Evidenz',
  evidenceHint:
    'welche Unterschiede mehr als Zufall sind, was Läufe kosten, was abgebrochen werden könnte',
  causes: 'Hyperparameter',
  effects: 'Effekte',
  effectsHint: 'mit welchen Parametern die Ergebnisse einhergehen',
  history: 'Verlauf',
  historyHint: 'der beste Wert bis dahin, Lauf für Lauf',
  timeline: 'Zeitachse',
  timelineHint: 'Metriken über die Epochen, mit dem besten Checkpoint jedes Laufs',
  archiveRuledOut: (count, write) =>
    count === 1
      ? 'Den Lauf archivieren, gegen den die Evidenz spricht'
      : `Die ${runs(count, write)} archivieren, gegen die die Evidenz spricht`,
  runsPart: 'Liste der Läufe',
}
