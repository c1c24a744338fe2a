import type { Goal } from '@runoff/core'
import type { EffectWords, ParamMessages } from '../../params/messages.ts'
import type { WriteCount } from '../../format/formatters.ts'
import { byCount, capital, counted, runs, runsDative } from './words.ts'

const params = (count: number, write: WriteCount): string =>
  counted(count, ['Parameter', 'Parametern'], write)

const evidence = ({ coefficient, p, tests, testsText }: EffectWords, name: string): string => {
  const parts = [coefficient === '' ? null : `${name} ${coefficient}`, p]
  const after = tests > 1 ? ` nach Korrektur für ${testsText} Tests` : ''
  return `(${parts.filter((part) => part !== null).join(', ')}${after})`
}

const better = (end: 'low' | 'high', goal: Goal): string =>
  (end === 'low') === (goal === 'min')
    ? 'Niedrigere Werte gingen mit besseren Läufen einher.'
    : 'Höhere Werte gingen mit besseren Läufen einher.'

export const paramMessages: ParamMessages = {
  loadingRuns: 'Läufe werden geladen …',
  noRuns: 'Keine Läufe zu zeigen.',
  noneCompleted: (count, write) =>
    count === 1
      ? 'Der Lauf ist noch nicht abgeschlossen.'
      : `Keiner der ${write(count)} Läufe ist schon abgeschlossen.`,
  noObjective: (metric) => `Kein abgeschlossener Lauf hat einen endlichen Wert von ${metric}.`,
  notCompleted: (count, total, write) =>
    `${write(count)} von ${runsDative(total, write)} ${byCount(count, 'ist', 'sind')} nicht abgeschlossen und ` +
    `${byCount(count, 'wird', 'werden')} nicht gezeigt.`,
  withoutObjective: (count, total, metric, write) =>
    `${write(count)} von ${write(total)} abgeschlossenen Läufen ${byCount(count, 'hat', 'haben')} keinen endlichen Wert von ${metric}.`,
  withoutParam: (count, total, param, write) =>
    `${write(count)} von ${write(total)} abgeschlossenen Läufen ${byCount(count, 'hat', 'haben')} keinen Wert von ${param}.`,
  notFinite: (count, param, write) =>
    `Bei ${runsDative(count, write)} ist ${param} NaN oder unendlich.`,
  allEqual: (param, value) =>
    `Alle diese Läufe haben den gleichen Wert von ${param}, ${value}: Daran lässt sich nichts ablesen.`,
  objectiveAllEqual: (metric, value) =>
    `Alle diese Läufe haben den gleichen Wert von ${metric}, ${value}.`,
  oneRun: 'Ein einzelner Lauf zeigt keinen Zusammenhang.',
  logAxis: (name) => `${name} (log)`,
  runs,
  run: 'Lauf',
  best: 'Bester',
  bestIs: (name, value, metric, goal) =>
    `${goal === 'min' ? 'Niedrigster' : 'Höchster'} Wert von ${metric}: ${name} mit ${value}.`,
  noValue: 'kein Wert',
  gpuHours: 'GPU-Stunden',
  scatter: {
    title: (metric, param) => `${metric} über ${param}`,
    titleAlone: (metric) => `${metric} über einem Parameter`,
    param: 'Parameter',
    plotKeys:
      'Pfeil links und rechts bewegen sich entlang des Parameters, mit Umschalt um zehn; auf und ' +
      'ab nach dem Wert; Pos1 und Ende springen an die Enden; Esc hebt auf.',
    summary: (title, count, from, to) =>
      from === to
        ? `${title}: ${count}, alle bei ${from}.`
        : `${title}: ${count}, von ${from} bis ${to}.`,
    nothingVaries: 'Kein Parameter unterscheidet die abgeschlossenen Läufe.',
    noPoint: (param, metric) => `Kein abgeschlossener Lauf hat sowohl ${param} als auch ${metric}.`,
    namesLeftOut: (count, write) =>
      `${write(count)} Werte: Die Achse nennt nur die, für die sie Platz hat.`,
    cursor: (run, metric, value, param, at) => `${run}: ${metric} ${value} bei ${param} ${at}`,
  },
  parallel: {
    title: (metric) => `Parameter und ${metric} jedes Laufs`,
    plotKeys:
      'Pfeil links und rechts gehen von Lauf zu Lauf, der beste zuerst, mit Umschalt um zehn; ' +
      'Pos1 und Ende springen zum besten und zum schlechtesten; Esc hebt auf. Achsen werden unter ' +
      '„Achsen und Bereiche“ verschoben, ausgeblendet und begrenzt.',
    summary: (title, count, axes) => `${title}: ${count} auf den Achsen ${axes}.`,
    within: (count, total, write) =>
      count === total
        ? `${runs(total, write)} gezeigt`
        : `${write(count)} von ${runsDative(total, write)} in den Bereichen`,
    scroll: 'Achsen, seitlich scrollbar',
    axes: 'Achsen und Bereiche',
    axisLow: (axis) => `${axis}: von`,
    axisHigh: (axis) => `${axis}: bis`,
    moveLeft: (axis) => `${axis} nach links schieben`,
    moveRight: (axis) => `${axis} nach rechts schieben`,
    hide: (axis) => `${axis} ausblenden`,
    addAxis: 'Achse hinzufügen',
    chooseAxis: 'Wählen …',
    clearRanges: 'Bereiche aufheben',
    noAxes: 'Es ist keine Achse zu sehen. Unter „Achsen und Bereiche“ lässt sich eine hinzufügen.',
    legend: (metric) =>
      `Farbe nach ${metric}; der beste Lauf ist die dicke gestrichelte Linie mit Sternen`,
    worst: 'Schlechtester',
    log: 'log',
    hint: 'Entlang einer Achse ziehen behält die Läufe, die sie dort kreuzen; ein Klick lässt sie los.',
  },
  importance: {
    title: (metric) => `Parameter und ${metric}`,
    titleAlone: 'Parameter und Ergebnisse',
    working: (percent) => `Parameter werden getestet: ${percent}`,
    summary: (found, count, n, write) =>
      `Von ${params(count, write)} in ${write(n)} abgeschlossenen Läufen war ein Effekt zu sehen bei ${found}.`,
    summaryNone: (count, n, write) =>
      `Bei ${params(count, write)} in ${write(n)} abgeschlossenen Läufen war kein Effekt zu sehen, was nicht ` +
      'heißt, dass es keinen gibt.',
    needed: (count, needed, write) =>
      `${write(count)} von ${write(needed)} nötigen abgeschlossenen Läufen.`,
    noParams: 'Kein Parameter unterscheidet die abgeschlossenen Läufe.',
    noVariance:
      'Alle abgeschlossenen Läufe haben den gleichen Wert, also kann nichts mit ihm einhergehen.',
    undefined: 'Diese Läufe sagen nichts über ihre Parameter.',
    rising: (words) =>
      `${capital(words.metric)} steigt mit ${words.param} ${evidence(words, 'rho')}. ${better('low', words.goal)}`,
    falling: (words) =>
      `${capital(words.metric)} fällt mit ${words.param} ${evidence(words, 'rho')}. ${better('high', words.goal)}`,
    notMonotone: (words) =>
      `${capital(words.metric)} ändert sich mit ${words.param}, aber weder nur nach oben noch nur ` +
      `nach unten ${evidence(words, 'xi')}. Siehe das Streudiagramm.`,
    differs: (words) =>
      `${capital(words.metric)} unterscheidet sich zwischen den Werten von ${words.param} ${evidence(words, '')}.`,
    noneDetected: (count, write) =>
      `Kein Effekt nachweisbar bei ${runsDative(count, write)}, was nicht heißt, dass es keinen gibt.`,
    untested: (count, write) =>
      `Nicht getestet: ${runs(count, write)} damit sind zu wenige, oder die Werte zu viele, zum Vergleichen.`,
    share: (percent) => `${percent} dessen, was die besten Läufe ausmacht.`,
    shareWithinNoise: 'Der Anteil ist nicht größer, als der Zufall ihn ergibt.',
    together: (list) => `Diese ändern sich gemeinsam und sind nicht zu trennen: ${list}.`,
    measure: 'Balken',
    measures: { correlation: 'Korrelation', share: 'Anteil' },
    aboutMeasure: {
      correlation:
        'Balken: Stärke des Zusammenhangs, 0 bis 1 (|rho|, oder xi, wo er nicht in eine Richtung ' +
        'geht). Gefüllt, wo er nachgewiesen ist; umrandet, wo er Zufall sein kann; Kategorien haben ' +
        'keine solche Zahl.',
      share:
        'Balken: Anteil an dem, was die besten Läufe von den übrigen unterscheidet (PED-ANOVA), ' +
        '0 bis 100 %. Kein Balken, wo der Zufall ebenso viel ergibt.',
    },
    sharesNeed: (needed, n, write) =>
      `Anteile brauchen ${write(needed)} abgeschlossene Läufe; es gibt ${write(n)}.`,
    observed:
      'In diesen Läufen gesehen, nicht bewiesen: Was gemeinsam geändert wurde, kann füreinander stehen.',
    showAll: (count, write) => `Alle ${write(count)} Parameter zeigen`,
    showFew: 'Weniger Parameter zeigen',
    columns: {
      param: 'Parameter',
      runs: 'Läufe',
      rho: 'rho',
      rhoP: 'p von rho',
      xi: 'xi',
      xiP: 'p von xi',
      kruskalP: 'p von Kruskal–Wallis',
      adjustedP: 'Kleinstes p, korrigiert',
      share: 'Anteil',
      finding: 'Befund',
    },
  },
}
