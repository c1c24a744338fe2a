import type { PickerMessages } from '../../picker/messages.ts'

type Write = (count: number) => string

const runs = (count: number, write: Write): string =>
  `${write(count)} ${count === 1 ? 'Lauf' : 'Läufe'}`
const runsDative = (count: number, write: Write): string =>
  `${write(count)} ${count === 1 ? 'Lauf' : 'Läufen'}`
const ofTotal = (done: string, total: string | null): string =>
  total === null ? done : `${done} von ${total}`

export const pickerMessages: PickerMessages = {
  region: 'Läufe',
  search: 'Läufe suchen',
  searchHint: 'Name, Modell oder Datensatz',
  regularExpression: 'Regulärer Ausdruck',
  regularExpressionSign: '.*',
  wrongExpression: (reason) => `Kein regulärer Ausdruck: ${reason}. Alle Läufe sind zu sehen.`,
  expressionUnavailable:
    'Reguläre Ausdrücke konnten nicht geladen werden. Alle Läufe sind zu sehen.',
  status: 'Status',
  allStatuses: 'Alle',
  sortBy: 'Sortieren nach',
  newest: 'Neueste',
  oldest: 'Älteste',
  bestValue: (metric) => `Bester Wert (${metric})`,
  byStatus: 'Status',
  groupByModel: 'Nach Modell gruppieren',
  showArchived: 'Archivierte zeigen',
  foundRuns: (found, total, write) =>
    found === total ? runs(total, write) : `${write(found)} von ${runsDative(total, write)}`,
  archivedHidden: (count, write) => `${write(count)} archivierte ausgeblendet`,
  statusCount: (status, count, write) => `${status} (${write(count)})`,
  collapseAll: 'Alle einklappen',
  expandAll: 'Alle ausklappen',
  hideList: 'Liste ausblenden',
  showList: 'Liste zeigen',
  notAllTaken: (taken, wanted, max, write) =>
    `${write(taken)} von ${write(wanted)} übernommen: höchstens ${runs(max, write)} vergleichbar`,
  groupBest: (metric, value) => `Bester Wert (${metric}) ${value}`,
  selectGroup: 'Alle auswählen',
  deselectGroup: 'Abwählen',
  ofGroup: (action, group) => `${action}: ${group}`,
  archiveRun: (name) => `${name} archivieren`,
  restoreRun: (name) => `${name} wiederherstellen`,
  someRuns: runs,
  archiveRuns: (what) => `${what} archivieren`,
  didArchive: (what) => `${what} archiviert`,
  didRestore: (what) => `${what} wiederhergestellt`,
  undo: 'Rückgängig',
  undone: 'Rückgängig gemacht',
  archiveFailed: 'Das ging nicht. Alles ist, wie es war.',
  notices: 'Mitteilungen',
  closeNotice: 'Schließen',
  loadAll: 'Alle Läufe laden',
  stopLoading: 'Laden anhalten',
  onlyLoaded: (loaded, total) =>
    total === null
      ? `Nur die ${loaded} geladenen Läufe werden durchsucht und sortiert`
      : `Nur die ${loaded} geladenen von ${total} Läufen werden durchsucht und sortiert`,
  pickSome: (max, write) =>
    Number.isFinite(max)
      ? `2 bis ${runs(max, write)} zum Vergleichen auswählen`
      : 'Läufe zum Vergleichen auswählen',
  pickOneMore: 'Noch einen Lauf zum Vergleichen auswählen',
  limitReached: (max, write) =>
    `Höchstens ${runs(max, write)} ${max === 1 ? 'kann' : 'können'} verglichen werden`,
  compareRun: (name) => `${name} vergleichen`,
  nameAndId: (name, id) => `${name} (${id})`,
  unnamedRun: 'Lauf ohne Namen',
  unknownModel: 'Unbekanntes Modell',
  groupCount: (count, write) => `(${runs(count, write)})`,
  allRuns: 'Alle Läufe',
  best: 'Bester',
  tiedBest: 'Gleichauf bester',
  bestDetail: (metric, value) => `Bester Wert (${metric}): ${value}`,
  worse: (percent) => `${percent} schlechter`,
  worseDetail: (metric, value, best) => `${metric} ${value}, der beste hat ${best}`,
  recommended: 'Empfohlen',
  archived: 'Archiviert',
  value: (metric, value) => `${metric}: ${value}`,
  noMetrics: 'Keine Metriken',
  noMetricsYet: 'Noch keine Metriken',
  noValue: (metric) => `Kein Wert (${metric})`,
  atStep: (step, total) => `Schritt ${ofTotal(step, total)}`,
  atEpoch: (epoch, total) => `Epoche ${ofTotal(epoch, total)}`,
  stoppedAtStep: (step, total) => `Beendet bei Schritt ${ofTotal(step, total)}`,
  stoppedAtEpoch: (epoch, total) => `Beendet bei Epoche ${ofTotal(epoch, total)}`,
  showAll: (count, write) =>
    count === 1 ? `${runs(count, write)} zeigen` : `Alle ${runs(count, write)} zeigen`,
  showFewer: 'Weniger zeigen',
  loadMore: 'Mehr Läufe laden',
  loadingMore: 'Weitere Läufe werden geladen',
  loadedRuns: (loaded, total, write) => `${write(loaded)} von ${runsDative(total, write)} geladen`,
  loading: 'Läufe werden geladen',
  failed: 'Die Läufe konnten nicht geladen werden.',
  stale: 'Die Liste konnte nicht aktualisiert werden.',
  retry: 'Erneut versuchen',
  empty: 'Noch keine Läufe',
  emptyHint: 'Sie erscheinen hier, sobald die Quelle welche hat.',
  noMatch: (search) => `Kein Lauf passt zu „${search}“`,
  noMatchOfFilters: 'Kein Lauf passt zu diesen Filtern',
  clearFilters: 'Filter aufheben',
  allArchived: 'Alle Läufe sind archiviert',
  selectedRuns: 'Ausgewählte Läufe',
  selectedCount: (count, write) => `${runs(count, write)} ausgewählt`,
  removeRun: (name) => `${name} entfernen`,
  clearSelection: 'Auswahl aufheben',
  compareSelected: (count, write) => `Ausgewählte vergleichen (${write(count)})`,
}
