import type { Goal } from '@runoff/core'
import type { ReasonMessages } from '../../recommendation/reasonMessages.ts'
import { counted } from './words.ts'

const lowest = (goal: Goal): string => (goal === 'min' ? 'niedrigsten' : 'höchsten')

export const reasonMessages: ReasonMessages = {
  bestValue: (metric, goal, value) => `Er hat den ${lowest(goal)} Wert von ${metric}: ${value}.`,
  notBestValue: ({ metric, goal, best, difference }, isForGap) =>
    `Sein Wert von ${metric} liegt ${difference} ${goal === 'min' ? 'über' : 'unter'} dem ` +
    `${lowest(goal)}, dem von ${best}; ${
      isForGap
        ? 'sein Score ist höher, weil seine Lücke kleiner ist.'
        : 'die Regel stellt ihn trotzdem an die erste Stelle.'
    }`,
  gap: (gap, isAtBest) =>
    isAtBest
      ? `Seine Lücke zwischen Evaluation und Training beträgt ${gap} an seinem besten Schritt.`
      : `Seine Lücke zum letzten Trainingswert beträgt ${gap}; die an seinem besten Schritt ist nicht bekannt.`,
  evalBelowTrain: (gap) =>
    `Seine Evaluation ist um ${gap} besser als sein Training. Dropout, Augmentierung und ein über ` +
    'die Epoche gemittelter Trainingswert bewirken das; es ist kein Zeichen für ein Datenleck.',
  noTrainValue: (names, count) =>
    `Von ${names} ist kein Trainingswert bekannt: ${
      count === 1 ? 'Bewertet wird er' : 'Bewertet werden sie'
    } allein nach der Evaluation.`,
  tied: (names) => `Er teilt sich seinen Platz mit ${names}.`,
  onlyRun: 'Es ist der einzige Lauf, der bewertet werden kann.',
  ruledOut: (best) => `Die Evidenz spricht dagegen: ${best} ist über den Zufall hinaus besser.`,
  cheaperContender: (name, hours, times) =>
    `${name} ist von ihm nicht zu unterscheiden und kam mit ${times}-mal weniger GPU-Stunden ` +
    `aus (${hours}).`,
  liveRunAhead: (name, metric, value) =>
    `${name} läuft noch und liegt schon vorn: ${metric} ${value}.`,
  liveRunSoFar: (name, metric, value) => `${name} läuft noch: bisher ${metric} ${value}.`,
  excluded: {
    live: (count, _metric, write) =>
      `${counted(count, ['Lauf läuft noch und zählt', 'Läufe laufen noch und zählen'], write)} nicht mit.`,
    'not-completed': (count, _metric, write) =>
      `${counted(count, ['Lauf wurde nicht abgeschlossen und zählt', 'Läufe wurden nicht abgeschlossen und zählen'], write)} nicht mit.`,
    'no-value': (count, metric, write) =>
      count === 1
        ? `1 Lauf hat keinen Wert von ${metric} und zählt nicht mit.`
        : `${write(count)} Läufe haben keinen Wert von ${metric} und zählen nicht mit.`,
  },
  boundSampled: (names, metric) =>
    `Von ${names} liefert die Quelle eine Stichprobe der Punkte: Der beste Wert von ${metric} ` +
    'kann in Wahrheit besser sein.',
  boundLast: (names, metric) =>
    `Von ${names} ist nur der letzte Wert von ${metric} bekannt: Der beste kann besser sein.`,
  boundOther: (names, metric) =>
    `Der Wert von ${metric} ist bei ${names} nur eine Schranke des besten.`,
  unevenEvaluations: (most, fewest) =>
    `${most} wurde öfter evaluiert als ${fewest} und hatte damit öfter die Chance auf einen Glückstreffer.`,
  unequalSteps: (steps, other, otherSteps) =>
    `Er wurde ${steps} Schritte trainiert und ${other} ${otherSteps}; der andere war vielleicht ` +
    'nur noch nicht so weit und nicht schlechter.',
  identicalSeeds:
    'Seeds stimmen bis auf die letzte Stelle überein wie Kopien eines Laufs: Über den Zufall sagen sie nichts.',
  unknownCondition: (field, missing, write) =>
    `${counted(missing, ['Lauf nennt', 'Läufe nennen'], write)} ${field} nicht und ` +
    `${missing === 1 ? 'ist' : 'sind'} vielleicht nicht vergleichbar.`,
  differentModels: (models, metric) =>
    `Die Modelle sind verschieden (${models}): ${metric} ist nur vergleichbar, wenn sie Text auf ` +
    'die gleiche Weise zerlegen.',
  guessedGoal: (metric, goal) =>
    `Dass bei ${metric} ein ${goal === 'min' ? 'niedrigerer' : 'höherer'} Wert besser ist, wurde ` +
    'aus dem Namen geschlossen.',
  statusUnknown: (names) => `Wie ${names} endete, ist nicht bekannt; gilt als abgeschlossen.`,
}
