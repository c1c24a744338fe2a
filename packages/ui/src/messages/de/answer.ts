import type { Goal } from '@runoff/core'
import type { WriteCount } from '../../format/formatters.ts'
import type { AnswerMessages } from '../../recommendation/answerMessages.ts'
import type { Doubt } from '../../recommendation/answerOf.ts'
import { capital, counted, runsDative } from './words.ts'

const words = [
  'Keine',
  'Ein',
  'Zwei',
  'Drei',
  'Vier',
  'Fünf',
  'Sechs',
  'Sieben',
  'Acht',
  'Neun',
  'Zehn',
]
const countWord = (count: number, write: WriteCount): string => words[count] ?? write(count)

/** For 'der … Wert', and with an ending for 'am …en'. */
const lowest = (goal: Goal): string => (goal === 'min' ? 'niedrigste' : 'höchste')

const doubts: Readonly<Record<Doubt, string>> = {
  'ran-once': 'jede Konfiguration lief nur einmal, es kann also Zufall sein',
  'too-few-seeds':
    'es liefen zu wenige Seeds, um den Einfluss des Zufalls zu kennen, es kann also Zufall sein',
  'identical-seeds':
    'die Seeds stimmen bis auf die letzte Stelle überein wie Kopien eines Laufs, über den Zufall ' +
    'ist also nichts bekannt',
}

function rivalsText(rivals: number, write: WriteCount): string {
  if (rivals === 0) return ''
  const others = rivals === 1 ? 'ein weiterer ist' : `${write(rivals)} weitere sind`
  return `; ${others} davon nicht zu unterscheiden`
}

export const answerMessages: AnswerMessages = {
  noRun: 'Kein Lauf zum Vergleichen.',
  noneYet: (counts, metric, write) => {
    const { live, 'not-completed': stopped, 'no-value': empty } = counts
    const total = live + stopped + empty
    const running = counted(live, ['läuft noch', 'laufen noch'], write)
    if (live === total) return `Noch kein Lauf zu empfehlen: ${running}.`
    if (empty === total) {
      return total === 1
        ? `Der Lauf hat noch keinen Wert von ${metric}.`
        : `Keiner der ${write(total)} Läufe hat bisher einen Wert von ${metric}.`
    }
    if (stopped === total) {
      return total === 1
        ? 'Kein Lauf zu empfehlen: Der Lauf wurde nicht abgeschlossen.'
        : `Kein Lauf zu empfehlen: Keiner der ${write(total)} Läufe wurde abgeschlossen.`
    }
    const parts = [
      live === 0 ? '' : running,
      stopped === 0 ? '' : `${write(stopped)} nicht abgeschlossen`,
      empty === 0 ? '' : `${write(empty)} ohne ${metric}`,
    ]
    return `Noch kein Lauf zu empfehlen: ${parts.filter((part) => part !== '').join(', ')}.`
  },
  notComparable: (conflicts) => `Nicht vergleichbar: ${conflicts}.`,
  conflict: (field, count, values, write) =>
    field === 'dataset'
      ? `${countWord(count, write).toLowerCase()} Datensätze (${values})`
      : `${field} unterschiedlich (${values})`,
  noPick: (policy, count, write) =>
    `Die Regel „${policy}“ empfiehlt keinen von ${runsDative(count, write)}.`,
  keep: (name, checkpoint) =>
    checkpoint === null ? `${name} behalten` : `${name} (${checkpoint}) behalten`,
  keepTied: (names) => `${names} behalten`,
  checkpointStep: (step) => `Schritt ${step}`,
  by: {
    score: (score) => `nach Score (${score} von 100)`,
    value: 'nach dem besten Wert',
    evidence: 'nach der Evidenz',
    custom: (policy) => `nach der Regel „${policy}“`,
  },
  bestValue: (metric, goal, value) => `${metric} mit ${value} am ${lowest(goal)}n`,
  sharedValue: (metric, goal, value) =>
    `sie teilen sich den ${lowest(goal)}n Wert von ${metric}, ${value}`,
  shared: (by) => `sie teilen sich ${by} den ersten Platz`,
  notBestValue: ({ by, metric, goal, value, best, bestValue, isForGap }) =>
    `${by} vorn${isForGap ? ' wegen der kleineren Lücke' : ''}, obwohl ${best} den ` +
    `${lowest(goal)}n Wert von ${metric} hat (${bestValue} gegenüber ${value})`,
  onlyRun: ({ keep, metric, value }) =>
    `${keep}: der einzige Lauf, der bewertet werden kann, mit ${metric} ${value}; es gibt nichts ` +
    'zum Vergleichen.',
  oneConfiguration: ({ keep, standing }, count, write) =>
    `${keep}: ${standing}, bei ${runsDative(count, write)} einer einzigen Konfiguration. Es gibt keine ` +
    'andere zum Vergleichen.',
  clearWinner: ({ keep, metric }, { mean, seeds, next }) =>
    seeds === 1
      ? `${keep}. Klarer Sieger: ${metric} ${mean}, der nächstbeste ${next}.`
      : `${keep}. Klarer Sieger: ${metric} ${mean} im Mittel von ${seeds} Seeds, der nächstbeste ${next}.`,
  contenders: (count, names, write) =>
    `${countWord(count, write)} Kandidaten sind nicht zu unterscheiden: ${names}`,
  favoured: {
    score: (names) => `der Score spricht für ${names}`,
    value: (names, metric, goal) => `der ${lowest(goal)} Wert von ${metric} ist der von ${names}`,
    evidence: (names) => `an erster Stelle steht ${names}`,
    custom: (names, policy) => `die Regel „${policy}“ spricht für ${names}`,
  },
  cheapest: (name) => `am günstigsten ist ${name}`,
  seedsNeeded: (seeds, write) => `Etwa ${write(seeds)} Seeds je Konfiguration würden es zeigen.`,
  contendersAnswer: ({ contenders, favoured, cheapest, seedsNeeded }) => {
    const claim = `${contenders}; ${favoured}${cheapest === null ? '' : `; ${cheapest}`}.`
    return seedsNeeded === null ? claim : `${claim} ${seedsNeeded}`
  },
  heldBack: {
    bound: ({ keep, standing }) =>
      `Vorerst ${keep}: ${standing}. Mehr lässt sich nicht sagen, denn manche Werte sind nur ` +
      'Schranken des besten.',
    evaluations: ({ keep, standing }) =>
      `Vorerst ${keep}: ${standing}. Mehr lässt sich nicht sagen, denn wer öfter evaluiert wurde, ` +
      'hatte öfter die Chance auf einen Glückstreffer.',
  },
  ruledOut: ({ keep, by, metric }, { best, bestValue, ownValue, isMean, rivals }, write) =>
    `${capital(by)} ${keep}. Die Evidenz spricht aber dagegen: ${best} ist bei ${metric} klar ` +
    `besser, ${isMean ? 'im Mittel ' : ''}${bestValue} gegenüber ${ownValue}${rivalsText(rivals, write)}.`,
  unreplicated: ({ keep, standing }, doubt, isBest) => {
    const advice = '2 weitere Seeds der beiden besten laufen lassen.'
    return isBest
      ? `Vorerst ${keep}: ${standing}, aber ${doubts[doubt]}. ${advice}`
      : `Vorerst ${keep}: ${standing}. ${capital(doubts[doubt])}. ${advice}`
  },
  list: (names, more, write) =>
    more === 0
      ? names.join(', ')
      : `${names.join(', ')} und ${write(more)} ${more === 1 ? 'weiterer' : 'weitere'}`,
  either: (names, more, write) =>
    more === 0
      ? `${names.slice(0, -1).join(', ')} oder ${names.at(-1) ?? ''}`
      : `einen von ${names.join(', ')} und ${write(more)} weiteren`,
}
