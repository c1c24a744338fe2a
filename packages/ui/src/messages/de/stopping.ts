import type {
  BackTestCounts,
  GateWords,
  StoppingMessages,
} from '../../evidence/stoppingMessages.ts'
import type { WriteCount } from '../../format/formatters.ts'
import { byCount, counted } from './words.ts'

const past = (count: number, write: WriteCount): string =>
  counted(count, ['früheren Lauf', 'früheren Läufen'], write)
const times = (count: number, write: WriteCount): string =>
  counted(count, ['Evaluation', 'Evaluationen'], write)
const wouldStop = ({ stoppedBest, trials }: BackTestCounts, write: WriteCount): string =>
  `hätte diese Regel den am Ende besten in ${write(stoppedBest)} von ` +
  `${counted(trials, ['Versuch', 'Versuchen'], write)} abgebrochen`
const comparable = ({ pastRuns, needed }: GateWords, write: WriteCount): string =>
  `${write(pastRuns)} von ${write(needed)} nötigen vergleichbaren abgeschlossenen Läufen`

export const stoppingMessages: StoppingMessages = {
  title: 'Live-Läufe',
  listOf: 'Rat zu Live-Läufen',
  couldBeStopped: 'Könnte abgebrochen werden',
  keepGoing: 'Weiterlaufen lassen',
  noAdvice: 'Kein Rat',
  worseFor: (pastRuns, evaluations, write) =>
    `seit ${times(evaluations, write)} schlechter als der Median von ${past(pastRuns, write)}.`,
  backTest: (counts, write) => `Bei früheren Läufen ${wouldStop(counts, write)}.`,
  scheduleUnknown:
    'Kein Lauf nennt seinen Lernratenplan: Bei gleich langen Läufen wird derselbe angenommen.',
  neverTested: 'Es gibt zu wenige frühere Läufe, um diese Regel zu erproben.',
  saved: (percent) => `Sie hätte ${percent} all ihrer Schritte gespart.`,
  worseYet: (pastRuns, evaluations, write) =>
    `seit ${times(evaluations, write)} schlechter als der Median von ${past(pastRuns, write)}, zu kurz für ein Urteil.`,
  holdsUp: (pastRuns, write) => `nicht schlechter als der Median von ${past(pastRuns, write)}.`,
  standing: (value, median, step, metric) =>
    `Bester Wert von ${metric} bisher ${value}, Median ${median} bei Schritt ${step}.`,
  gates: {
    'too-few-runs': (gate, write) => `${comparable(gate, write)}.`,
    'weak-correlation': ({ tau, tauLow, backTest }, write) => {
      if (backTest !== null)
        return `bei früheren Läufen ${wouldStop(backTest, write)}, und das ist zu oft.`
      const numbers =
        tau === null || tauLow === null ? '' : ` (Kendalls Tau ${tau}, mindestens ${tauLow})`
      return `bei früheren Läufen sagen frühe Werte zu wenig über späte${numbers}.`
    },
    'schedules-differ': (gate, write) =>
      `frühere Läufe hatten einen anderen Lernratenplan oder eine andere Länge: ${comparable(gate, write)}.`,
    'not-comparable': () => 'frühere Läufe wurden nicht auf denselben Daten gemessen.',
    'too-few-points': () => 'noch zu wenige Evaluationen.',
  },
  otherReason: (reason) => `${reason}.`,
  pending: 'Noch kein Rat',
  summary: (stop, total, write) =>
    `${write(stop)} von ${counted(total, ['Live-Lauf', 'Live-Läufen'], write)} ` +
    `${byCount(stop, 'könnte', 'könnten')} abgebrochen werden.`,
  summaryNone: (total, withoutAdvice, write) =>
    `Die Regel würde keinen von ${counted(total, ['Live-Lauf', 'Live-Läufen'], write)} abbrechen` +
    (withoutAdvice === 0 ? '.' : `; zu ${write(withoutAdvice)} gibt es keinen Rat.`),
  adviceOnly: 'Nur ein Rat: Von selbst wird nichts abgebrochen.',
  noLiveRuns: 'Kein Lauf ist live.',
  working: 'Vergleich mit früheren Läufen …',
  showAll: (count) => `Alle ${count} Live-Läufe zeigen`,
}
