import type { ReportMessages } from '../../keep/reportMessages.ts'

export const reportMessages: ReportMessages = {
  language: 'de',
  title: 'Vergleich von Trainingsläufen',
  made: (dateTime, source, version) =>
    `Erstellt am ${dateTime} von Runoff ${version} aus der Quelle „${source}“.`,
  answer: 'Antwort',
  noAnswer: 'Noch kann kein Lauf empfohlen werden.',
  why: 'Warum',
  others: 'Die anderen Läufe',
  evidence: 'Wie sicher',
  checkpoint: 'Checkpoint',
  numbers: 'Zahlen',
  params: 'Hyperparameter',
  parameter: 'Parameter',
  value: 'Wert',
  different: 'Verschiedene Werte',
  same: 'Gleiche Werte',
  noParams: 'Diese Läufe haben keine Parameter.',
  charts: 'Kurven',
  noCharts: 'Der Bericht als HTML enthält auch die Kurven.',
  origin: 'Woher die Zahlen kommen',
  originNote:
    'Ein bester Wert aus einer Stichprobe, einer Zusammenfassung oder allein dem letzten Wert ist ' +
    'vielleicht nicht der beste, den der Lauf hatte.',
  run: 'Lauf',
  runId: 'Lauf-ID',
  status: 'Status',
  metric: 'Metrik',
  points: 'Punkte',
  basis: 'Aus',
  bases: {
    full: 'allen geloggten Punkten',
    sampled: 'einer Stichprobe der Punkte',
    'last-only': 'dem letzten Wert allein',
    summary: 'einer Zusammenfassung des Trackers',
  },
  thresholds: ({ slight, moderate, severe, gap }) =>
    `Abstände zum besten heißen über ${slight} leicht, über ${moderate} mäßig und über ${severe} schwer; ` +
    'wo das Rauschen eines Seeds bekannt ist, zählt nur, was darüber hinausgeht. Eine Lücke zwischen ' +
    `Evaluation und Training ist über ${gap} markiert.`,
  remarks: 'Hinweise zu den Daten',
  notListed: (count) => `und ${count} weitere`,
}
