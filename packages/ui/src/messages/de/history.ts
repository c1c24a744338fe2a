import type { HistoryMessages } from '../../history/messages.ts'

export const historyMessages: HistoryMessages = {
  title: (metric) => `Bester Wert bisher (${metric})`,
  summary: ({ runs, from, to, improvements, metric, best, bestRun }, write) =>
    `${runs} Läufe, ${from} bis ${to}. Der beste Wert bisher (${metric}) wurde ` +
    `${improvements === 1 ? 'einmal' : `${write(improvements)}-mal`} verbessert, zuletzt auf ${best} durch ${bestRun}.`,
  axis: 'Läufe in der Reihenfolge ihres Beginns',
  bestSoFar: 'Bester bisher',
  improved: 'Verbesserung',
  notImproved: 'Keine Verbesserung',
  archived: 'Archiviert',
  point: (run, date, metric, value) => `${run}, ${date}: ${metric} ${value}`,
  pointImproved: 'bester bisher',
  pointBehind: (best) => `bester bisher ${best}`,
  pointArchived: 'archiviert',
  leftOut: (count, write) =>
    `${write(count)} ${count === 1 ? 'Lauf fehlt' : 'Läufe fehlen'}: nicht abgeschlossen, ohne Datum oder ohne Wert`,
  empty: (metric) => `Noch kein abgeschlossener Lauf hat ein Datum und einen Wert (${metric})`,
  keys: 'Die Pfeiltasten führen von Lauf zu Lauf, auf und ab von einem besten zum nächsten; die Eingabetaste öffnet den Lauf.',
  run: 'Lauf',
  started: 'Begonnen',
  state: 'Zustand',
}
