import type { KeepMessages } from '../../keep/messages.ts'
import { reportMessages } from './report.ts'
import { byCount, runs, runsDative } from './words.ts'

const seriesWord = (count: number): string => byCount(count, 'Reihe', 'Reihen')

export const keepMessages: KeepMessages = {
  title: 'Behalten',
  export: 'Exportieren',
  items: {
    tableCsv: 'Tabelle (CSV)',
    tableJson: 'Tabelle (JSON)',
    tableMarkdown: 'Tabelle (Markdown)',
    tableLatex: 'Tabelle (LaTeX)',
    copyMarkdown: 'Tabelle als Markdown kopieren',
    copyLatex: 'Tabelle als LaTeX kopieren',
    runsJson: 'Läufe (JSON)',
    seriesCsv: 'Kurven (CSV)',
    reportHtml: 'Bericht (HTML)',
    reportMarkdown: 'Bericht (Markdown)',
    snapshot: 'Schnappschuss',
    snapshotAll: 'Schnappschuss aller gelisteten Läufe',
  },
  hints: {
    runsJson: 'die Zusammenfassung jeder Metrik und jeder Parameter',
    seriesCsv: 'jeder geloggte Punkt der verglichenen Läufe',
    reportHtml: 'eine Datei: Antwort, Gründe, Zahlen und Diagramme',
    snapshotAll: runs,
  },
  copyLink: 'Link kopieren',
  saveSnapshot: 'Schnappschuss speichern',
  about: (count, write) =>
    'Ein Schnappschuss ist eine HTML-Datei mit den Daten ' +
    `${count === 1 ? 'des verglichenen Laufs' : `der ${write(count)} verglichenen Läufe`}: Sie öffnet sich ` +
    'offline und lässt sich hier wieder öffnen. Ein Link enthält die Einstellungen der Seite und keine Daten.',
  nothing: 'Noch keine Läufe, die zu behalten wären.',
  working: (item) => `Wird vorbereitet: ${item} …`,
  cancel: 'Abbrechen',
  cancelled: 'Abgebrochen: Nichts wurde gespeichert.',
  progress: 'Fortschritt',
  copied: 'Kopiert',
  linkCopied: (characters, write) =>
    `Kopiert. Der Link ist ${write(characters)} Zeichen lang; er enthält die Einstellungen dieser Seite und keine Daten.`,
  linkByHand: (characters, write) =>
    'Der Browser hat das Kopieren nicht erlaubt: Kopieren Sie den Link aus dem Feld. Er ist ' +
    `${write(characters)} Zeichen lang und enthält keine Daten.`,
  textByHand: 'Der Browser hat das Kopieren nicht erlaubt: Kopieren Sie den Text aus dem Feld.',
  linkField: 'Link',
  textField: 'Text zum Kopieren',
  saved: (fileName) => `${fileName} gespeichert`,
  savedWithout: (fileName, failures, write) =>
    `${fileName} gespeichert, ohne ${write(failures)} ${seriesWord(failures)}, die nicht gelesen ` +
    `werden ${byCount(failures, 'konnte', 'konnten')}: Die Datei nennt sie.`,
  failed: (item, reason) => `Konnte nicht gespeichert werden. ${item}: ${reason}`,
  files: {
    comparison: 'vergleich',
    table: 'uebersicht',
    runs: 'laeufe',
    series: 'kurven',
    report: 'bericht',
    snapshot: 'schnappschuss',
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
    const of = total === null ? 'von einer unbekannten Zahl' : `von ${write(total)}`
    return `${run}, ${metric}: ${write(points)} Punkte ${of} (${basis})`
  },
  missingSeries: (run, metric, reason) =>
    `${run}, ${metric}: konnte nicht gelesen werden: ${reason}`,
  snapshotOf: (dateTime, count, write) =>
    `Schnappschuss von ${runsDative(count, write)}, erstellt am ${dateTime}. Alles ist in dieser ` +
    'Datei; nichts wird irgendwohin gesendet.',
  snapshotPolicy:
    'Die Regel, die den zu behaltenden Lauf gewählt hat, war Teil der Seite und ist nicht in dieser ' +
    'Datei: An ihrer Stelle steht die übliche.',
  snapshotFailures: (count, write) =>
    `${write(count)} ${seriesWord(count)} ${byCount(count, 'konnte', 'konnten')} beim Erstellen nicht gelesen werden`,
  snapshotMore: (count, write) => `und ${write(count)} weitere`,
  snapshotBroken: (reason) => `Dieser Schnappschuss lässt sich nicht öffnen. ${reason}`,
  snapshotNoScript:
    'Diese Datei zeigt Trainingsläufe mit einem Skript: Bitte erlauben Sie Skripte dafür.',
  report: reportMessages,
}
