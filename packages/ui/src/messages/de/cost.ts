import type { Goal } from '@runoff/core'
import type { CostMessages } from '../../evidence/costMessages.ts'
import type { WriteCount } from '../../format/formatters.ts'
import { byCount, runsDative } from './words.ts'

const lowest = (goal: Goal): string => (goal === 'min' ? 'Niedrigster' : 'Höchster')
const without = (count: number, total: number, what: string, write: WriteCount): string =>
  `${write(count)} von ${runsDative(total, write)} ${byCount(count, 'hat', 'haben')} ${what} und ` +
  `${byCount(count, 'fehlt', 'fehlen')} im Bild`

export const costMessages: CostMessages = {
  title: 'Kosten und Qualität',
  plotOf: (title) => `Diagramm: ${title}`,
  plotKeys:
    'Pfeil links und rechts bewegen sich entlang der Kosten, auf und ab entlang des Werts, mit ' +
    'Umschalt um zehn; Pos1 und Ende springen zum günstigsten und zum teuersten; Esc hebt auf.',
  axis: (unit, currency, isLog) => {
    const name =
      unit === 'gpuHours' ? 'GPU-Stunden' : `Preis${currency === '' ? '' : ` (${currency})`}`
    return isLog ? `${name}, logarithmisch` : name
  },
  valueAxis: (metric, goal) => `${metric}, ${goal === 'min' ? 'niedriger' : 'höher'} ist besser`,
  amount: (unit, value, currency) => {
    if (unit === 'gpuHours') return `${value} GPU-Stunden`
    return currency === '' ? `Preis ${value}` : `${value} ${currency}`
  },
  value: (metric, value) => `${metric} ${value}`,
  cheaperBefore: (times) => `Gleiche Qualität, ${times} günstiger: `,
  noneCheaper: 'Kein Kandidat ist günstiger als der beste: ',
  cheaperAfter: (cost, value) => ` mit ${cost} und ${value}.`,
  summary: (front, total, write) =>
    `${write(front)} von ${runsDative(total, write)} ${byCount(front, 'liegt', 'liegen')} auf der Pareto-Front: ` +
    'Kein anderer Lauf ist zugleich günstiger und besser.',
  cheapest: ({ name, cost, value }) => `Am günstigsten: ${name} mit ${cost} und ${value}.`,
  best: ({ name, cost, value }, goal) => `${lowest(goal)} Wert: ${name} mit ${cost} und ${value}.`,
  cheapestAndBest: ({ name, cost, value }, goal) =>
    `Am günstigsten, zugleich ${lowest(goal).toLowerCase()} Wert: ${name} mit ${cost} und ${value}.`,
  point: ({ name, cost, value }, standing) => `${name}: ${cost}, ${value}; ${standing}`,
  onFront: 'auf der Front',
  contender: 'Kandidat',
  dominatedBy: (name) => `dominiert von ${name}`,
  dominated: 'dominiert',
  frontLine: 'Front',
  legend: 'Zeichen',
  run: 'Lauf',
  standing: 'Einordnung',
  basis: { reported: 'angegeben', duration: 'aus Laufzeit und genannten GPUs' },
  basisColumn: 'Stunden sind',
  estimated: (count, total, write) =>
    `Die GPU-Stunden von ${write(count)} von ${runsDative(total, write)} sind die Laufzeit mal die Zahl der ` +
    'GPUs in den Parametern.',
  withoutCost: (count, total, names, write) =>
    `${without(count, total, 'keine Kostenangabe', write)}: ${names}.`,
  withoutPrice: (count, total, names, write) =>
    `${without(count, total, 'keinen Preis', write)}: ${names}.`,
  withoutValue: (count, total, metric, names, write) =>
    `${without(count, total, `keinen Wert von ${metric}`, write)}: ${names}.`,
  howToTell:
    'Nennen Sie die GPUs eines Laufs in seinen Parametern, etwa num_gpus, oder melden Sie seine gpuHours.',
  nothing: 'Noch keine Läufe, deren Kosten zu vergleichen wären.',
  noFront: 'Kein Lauf hat sowohl Kosten als auch einen Wert.',
  cleared: 'Cursor aufgehoben',
}
