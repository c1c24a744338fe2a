import type { WriteCount } from '../../format/formatters.ts'
import type { EvidenceMessages, PairCounts, SignificanceMessages } from '../../evidence/messages.ts'
import { costMessages } from './cost.ts'
import { stoppingMessages } from './stopping.ts'
import { byCount, configurations, counted } from './words.ts'

function summaryOfOne({ differs, withinNoise }: PairCounts, best: string): string {
  if (differs === 1) {
    return `Die andere Konfiguration unterscheidet sich von ${best}, dem besten Mittelwert.`
  }
  const why = withinNoise === 1 ? 'im Rauschen' : 'zu wenige Seeds, um es zu sagen'
  return `Die andere Konfiguration ist von ${best}, dem besten Mittelwert, nicht zu unterscheiden: ${why}.`
}

function summaryOfSeveral(counts: PairCounts, best: string, write: WriteCount): string {
  const { differs, withinNoise, tooFewSeeds, total } = counts
  const claim =
    differs === 0
      ? `Keine von ${write(total)} anderen Konfigurationen ist von ${best}, dem besten Mittelwert, zu unterscheiden`
      : `${write(differs)} von ${write(total)} anderen Konfigurationen ${byCount(differs, 'unterscheidet', 'unterscheiden')} sich von ${best}, dem besten Mittelwert`
  const rest = [
    withinNoise === 0 ? '' : `${write(withinNoise)} im Rauschen`,
    tooFewSeeds === 0 ? '' : `${write(tooFewSeeds)} mit zu wenigen Seeds, um es zu sagen`,
  ].filter((part) => part !== '')
  return `${[claim, ...rest].join('; ')}.`
}

const significanceMessages: SignificanceMessages = {
  title: 'Wie sicher der Unterschied ist',
  pairs: 'Paare von Konfigurationen',
  configurations: 'Konfigurationen',
  pair: 'Paar',
  against: 'gegen',
  pairName: ({ a, b }) => `${a} gegen ${b}`,
  seeds: (count, write) => counted(count, ['Seed', 'Seeds'], write),
  difference: (metric) => `Besser um (${metric})`,
  interval: (percent) => `Intervall (${percent})`,
  p: 'Evidenz',
  chance: 'Erste besser in',
  ofSeedPairs: (count, write) => `von ${counted(count, ['Seed-Paar', 'Seed-Paaren'], write)}`,
  finding: 'Befund',
  about: {
    difference: (metric, goal) =>
      `Um wie viel der Mittelwert von ${metric} bei der ersten ` +
      `${goal === 'min' ? 'unter' : 'über'} dem der zweiten liegt; negativ, wo die erste schlechter ist.`,
    interval:
      'Wo der wahre Unterschied dieses Paars für sich allein liegt; eine Linie über null heißt, ' +
      'dass es vielleicht keinen gibt.',
    p: 'Wie stark die Seeds gegen den Zufall sprechen; p ist für die Zahl der Paare korrigiert.',
    chance:
      'Wie oft ein Seed der ersten besser ist als ein Seed der zweiten, unter den vorhandenen.',
    chanceBest: 'Wie wahrscheinlich es ist, dass diese Konfiguration wirklich die beste ist.',
    mean: (percent) => `Mittelwert über die Seeds mit seinem Intervall (${percent}).`,
  },
  intervalText: (low, high) => `${low} bis ${high}`,
  intervalPicture: (value, low, high) => `${value}, Intervall ${low} bis ${high}`,
  strengths: {
    'very-strong': 'sehr stark',
    strong: 'stark',
    moderate: 'mäßig',
    weak: 'schwach',
    none: 'kaum vorhanden',
  },
  pText: (strength, p) => `${strength} (p ${p})`,
  findings: {
    differs: 'verschieden',
    'within-noise': 'im Rauschen',
    'too-few-seeds': 'zu wenige Seeds',
  },
  visibleDifference: (seeds, sds) =>
    `Mit ${seeds} Seeds sind nur Unterschiede ab ${sds} Seed-SD zu sehen.`,
  singleSeed: 'mit einem Seed gibt es keine Streuung zum Vergleichen',
  configuration: 'Konfiguration',
  mean: (metric) => `Mittelwert (${metric})`,
  seedCount: 'Seeds',
  chanceBest: 'Chance, die beste zu sein',
  best: 'Beste',
  showAll: (count) => `Alle ${count} Paare zeigen`,
  showWithBest: 'Paare mit der besten zeigen',
  summary: (counts, best, write) =>
    counts.total === 1 ? summaryOfOne(counts, best) : summaryOfSeveral(counts, best, write),
  noise: (sd, metric, count, write) =>
    `Ein Seed streut um ${sd} bei ${metric} (Standardabweichung, aus ${configurations(count, write)} ` +
    'mit mehreren Seeds).',
  noNoise: 'Keine Konfiguration lief mit mehreren Seeds, es gibt also kein Maß für das Rauschen.',
  onlyWithBest: 'So viele Konfigurationen werden nur mit der besten verglichen.',
  pairsAlone: (pairs, write) =>
    `Ein Intervall gilt für sein Paar allein; Evidenz und Befund berücksichtigen alle ${write(pairs)} ` +
    'Paare und verlangen mehr.',
  stillContenders: (count, write) =>
    `Die Empfehlung verlangt noch mehr: ${write(count)}, ` +
    `${byCount(count, 'die sich hier unterscheidet, zählt', 'die sich hier unterscheiden, zählen')} dort als ` +
    `${byCount(count, 'Kandidat', 'Kandidaten')}.`,
  onlyOne: 'Eine Konfiguration: Es gibt nichts zum Vergleichen.',
  nothing: 'Noch keine Konfigurationen zum Vergleichen.',
}

export const evidenceMessages: EvidenceMessages = {
  significance: significanceMessages,
  cost: costMessages,
  stopping: stoppingMessages,
  reasons: {
    'too-few-values': 'es gibt zu wenige Werte',
    'too-few-points': 'es gibt zu wenige Punkte',
    'too-few-runs': 'es gibt zu wenige Läufe',
    'too-few-groups': 'es braucht zwei Konfigurationen',
    'not-finite': 'ein Wert ist NaN oder unendlich',
    'no-variance': 'alle Werte sind gleich',
    'unequal-lengths': 'die Stichproben sind verschieden lang',
    'not-positive': 'ein Wert ist null oder negativ',
    'not-reached': 'kein Lauf hat das Ziel erreicht',
    'no-params': 'die Läufe nennen keine Parameter',
    'no-cost': 'kein Lauf sagt, was er gekostet hat',
    'no-noise': 'keine Konfiguration lief mit mehreren Seeds',
    'not-comparable': 'die Läufe wurden nicht auf denselben Daten gemessen',
    'schedules-differ': 'ihre Lernratenpläne sind verschieden',
    'weak-correlation': 'frühe Werte sagen zu wenig über späte',
  },
  noAnswer: (reason) => `Reicht nicht für eine Aussage: ${reason}.`,
  working: (percent) => `Wird berechnet: ${percent}`,
  workingAgain: (percent) => `Wird neu berechnet: ${percent}`,
  scrollRegion: (table) => `${table}, seitlich scrollbar`,
  inspected: (column, row, value) => `${column} von ${row}: ${value}`,
  noValue: 'kein Wert',
  page: (first, last, total) => `Zeilen ${first} bis ${last} von ${total}`,
  previousPage: 'Vorige Zeilen',
  nextPage: 'Nächste Zeilen',
}
