import type { Band } from '@runoff/core'
import type { GroupSizes, ToolbarMessages } from '../../charts/toolbar/messages.ts'

const sizeText = ({ least, most }: GroupSizes): string =>
  least === most ? `${most} Läufen` : `${least} bis ${most} Läufen`

const bandTexts: Readonly<Record<Band, string>> = {
  ci95: 'seinem 95-%-Konfidenzband',
  se: 'einem Band von einem Standardfehler',
  sd: 'einem Band von einer Standardabweichung',
  minMax: 'einem Band vom niedrigsten zum höchsten',
}

export const toolbarMessages: ToolbarMessages = {
  label: 'Diagrammeinstellungen',
  xAxis: 'x-Achse',
  xScale: 'x-Skala',
  yScale: 'y-Skala',
  yRange: 'Ausreißer',
  smoothing: 'Glättung',
  groups: 'Gruppen',
  noGroups: 'Aus',
  center: 'Linie',
  band: 'Band',
  members: 'Einzelne Läufe zeigen',
  scales: { linear: 'Linear', log: 'Log', symlog: 'Symlog' },
  ranges: { full: 'Ganzer Bereich', percentile: '1. bis 99. Perzentil' },
  kinds: {
    none: 'Keine',
    ema: 'TensorBoard-EMA',
    timeWeightedEma: 'Zeitgewichteter EMA',
    gaussian: 'Gauß',
    runningAverage: 'Gleitender Mittelwert',
  },
  parameters: { weight: 'Gewicht', sigma: 'Sigma in Punkten', window: 'Fenster in Punkten' },
  centers: { mean: 'Mittelwert', median: 'Median' },
  bands: {
    ci95: '95-%-Konfidenz',
    se: 'Standardfehler',
    sd: 'Standardabweichung',
    minMax: 'Niedrigster bis höchster',
  },
  smoothingName: (kind, parameter, value) => {
    if (parameter === 'weight') return `${kind}, Gewicht ${value}`
    return parameter === 'sigma' ? `${kind}, Sigma ${value} Punkte` : `${kind} über ${value} Punkte`
  },
  smoothed: (name, hasRawBehind) =>
    `Geglättet: ${name}${hasRawBehind ? '; dahinter die rohen Linien' : ''}.`,
  grouped: (center, band, sizes) =>
    `${center === 'mean' ? 'Mittelwert' : 'Median'} von ${sizeText(sizes)} mit ${bandTexts[band]}.`,
  aligned: {
    interpolate:
      'Zwischen seinen Punkten zählt ein Lauf mit seiner Linie, jenseits seines Endes gar nicht.',
    carry:
      'Zwischen seinen Punkten zählt ein Lauf mit seinem letzten Wert, jenseits seines Endes gar nicht.',
    exact: 'Ein Lauf zählt nur, wo er einen Punkt hat.',
  },
  cutToPercentiles:
    'Die Achse reicht vom 1. bis zum 99. Perzentil; was darüber hinausgeht, ist abgeschnitten und markiert.',
  logY: 'Logarithmische y-Achse.',
  symlogY: (threshold) => `Symmetrisch logarithmische y-Achse, linear innerhalb von ±${threshold}.`,
}
