import type { VerdictEvidence } from '@runoff/core'
import type { WriteCount } from '../../format/formatters.ts'
import type {
  ConsideredScope,
  EvidenceWords,
  RecommendationMessages,
  ScopeParts,
  ScoreWords,
} from '../../recommendation/messages.ts'
import { answerMessages } from './answer.ts'
import { reasonMessages } from './reason.ts'
import { configurations, counted, runs, runsDative } from './words.ts'

/** All of these follow 'Von'. */
const scopeTexts: Readonly<Record<ConsideredScope, typeof runsDative>> = {
  selected: (count, write) => counted(count, ['ausgewähltem Lauf', 'ausgewählten Läufen'], write),
  listed: runsDative,
  loaded: (count, write) =>
    count === 1 ? 'dem 1 bisher geladenen Lauf' : `den ${write(count)} bisher geladenen Läufen`,
}

function scopeText(parts: ScopeParts, write: WriteCount): string {
  const { scope, total, judged, live, notCompleted, noValue, metric } = parts
  const left = [
    live === 0 ? '' : counted(live, ['läuft noch', 'laufen noch'], write),
    notCompleted === 0 ? '' : `${write(notCompleted)} nicht abgeschlossen`,
    noValue === 0 ? '' : `${write(noValue)} ohne ${metric}`,
  ].filter((part) => part !== '')
  const of = `Von ${scopeTexts[scope](total, write)}`
  if (left.length > 0)
    return `${of} ${write(judged)} bewertet; nicht berücksichtigt: ${left.join(', ')}.`
  return total === 1 ? `${of}.` : `${of} alle bewertet.`
}

const methods: Readonly<Record<VerdictEvidence['method'], string>> = {
  'tukey-kramer': 'Alle Paare zugleich nach Tukey und Kramer, eine gemeinsame Streuung',
  'games-howell': 'Alle Paare zugleich nach Games und Howell, jedes mit eigener Streuung',
  none: 'Kein Test: Es gibt keine Streuung, gegen die getestet werden könnte',
}

const evidence: EvidenceWords = {
  title: 'Wie sicher',
  configurations: 'Verglichen',
  configurationCount: (count, runCount, write) =>
    `${configurations(count, write)}, ${runs(runCount, write)}`,
  seeds: 'Seeds',
  seedsOf: (name, seeds) => `${name} (${seeds})`,
  seedsOfEach: (seeds) => (seeds === 1 ? 'je einer' : `je ${seeds}`),
  noise: 'Rauschen eines Seeds',
  noiseOf: (sd, metric, count, write) =>
    `${sd} bei ${metric}, aus ${configurations(count, write)} mit mehreren Seeds`,
  noNoise: 'nicht bekannt: zu wenige Seeds, oder alle gleich',
  margin: 'Vorsprung',
  marginOf: (difference, times) => `${difference}, das ${times}-Fache seines Rauschens`,
  interval: 'Intervall',
  intervalOf: (low, high, percent) => `${low} bis ${high} (${percent})`,
  matters: 'Kleinster Unterschied, der zählt',
  mattersOf: (difference, isDefault) =>
    isDefault ? `${difference}, das Rauschen eines Seeds` : difference,
  more: 'Seeds bis zur Klarheit',
  moreSeeds: (seeds, write) => `etwa ${write(seeds)} von jeder der beiden besten`,
  luck: 'Glück des besten',
  luckOf: (count, sds, write) =>
    `von ${write(count)} gleich guten sieht die beste um ${sds} Seed-SD besser aus, als sie ist`,
  conditions: 'Verschieden',
  method: (method, percent, looks, df, write) => {
    const freedom =
      df === null ? '' : `, ${counted(df, ['Freiheitsgrad', 'Freiheitsgrade'], write)}`
    const asked =
      looks === 1 ? '' : `; ${write(looks)}-mal abgefragt, was im Niveau berücksichtigt ist`
    return method === 'none'
      ? `${methods.none}.`
      : `${methods[method]}, Niveau ${percent}${freedom}${asked}.`
  },
}

const score: ScoreWords = {
  title: 'Wie der Score entsteht',
  composite: '70 % Evaluations-Score und 30 % Overfitting-Score.',
  bestValue: 'Allein der Evaluations-Score.',
  evidence:
    'Kandidaten haben den Score 0, die anderen die Zahl der Standardfehler, um die sie hinter dem ' +
    'besten liegen; unter den Kandidaten kommt der günstigste zuerst, dann der beste Mittelwert.',
  custom: (policy) => `Nach der Regel „${policy}“ dieser Seite.`,
  ratio: (metric, goal) =>
    goal === 'min'
      ? `Evaluations-Score: 100 × niedrigster Wert von ${metric} ÷ Wert des Laufs.`
      : `Evaluations-Score: 100 × Wert des Laufs von ${metric} ÷ höchster Wert.`,
  linear: (metric) =>
    `Evaluations-Score: von 100 für den besten Wert von ${metric} bis 0 für den schlechtesten, ` +
    'da nicht alle positiv sind.',
  gaps: (write) =>
    `Overfitting-Score: 100 bei einer Lücke zwischen Evaluation und Training unter ${write(0.05)}, ` +
    `80 unter ${write(0.1)}, 60 unter ${write(0.2)}, sonst 30; 40 bei negativer Lücke. Ohne ` +
    'Trainingswert zählt allein die Evaluation.',
  table: 'Scores',
  scrollRegion: 'Scores, seitlich scrollbar',
  run: 'Lauf',
  score: 'Score',
  evalScore: 'Evaluation',
  overfitScore: 'Overfitting',
  gap: 'Lücke',
  lastGap: 'zum letzten Trainingswert: der am besten Schritt ist nicht bekannt',
  noValue: 'kein Wert',
}

export const recommendationMessages: RecommendationMessages = {
  region: 'Empfehlung',
  loading: 'Läufe werden geladen',
  answer: answerMessages,
  reason: reasonMessages,
  verdicts: {
    'clear-winner': 'Klarer Sieger',
    otherWinner: (name) => `Klarer Sieger: ${name}`,
    contenders: (count, write) => `Kandidaten (${write(count)})`,
    unreplicated: 'Nicht repliziert',
    'not-comparable': 'Nicht vergleichbar',
  },
  scope: scopeText,
  details: 'Warum, und wie sicher',
  recommended: (reasons) => (reasons === '' ? 'Empfohlen' : `Empfohlen: ${reasons}`),
  why: 'Warum',
  showAll: (count) => `Alle ${count} zeigen`,
  showFewer: 'Weniger zeigen',
  evidence,
  score,
  checkpoint: {
    title: 'Checkpoint',
    run: 'Lauf',
    id: 'Lauf-ID',
    step: 'Schritt',
    epoch: 'Epoche',
    path: 'Pfad',
    noPath: 'von der Quelle nicht genannt',
    copy: 'Pfad kopieren',
    copied: 'Kopiert',
    copyFailed: 'Konnte nicht kopiert werden',
    smoothed: 'Geglättete Wahl',
    smoothedAt: (step, value, window) =>
      `Schritt ${step} (${value}, Mittel von ${window} Evaluationen)`,
    optimism: (difference) =>
      `die beste einzelne Evaluation sieht um etwa ${difference} zu gut aus`,
  },
  others: {
    title: 'Die anderen Läufe',
    worse: (name, difference) => `${name} ist ${difference} schlechter`,
    better: (name, difference) => `${name} ist ${difference} besser`,
    equal: (name, metric) => `${name} hat den gleichen Wert von ${metric}`,
    considerArchiving: (sentence) => `${sentence} (Archivieren erwägen)`,
  },
}
