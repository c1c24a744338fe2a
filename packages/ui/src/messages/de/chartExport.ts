import type { Alignment, Band, Basis, Center } from '@runoff/core'
import type { ExportMessages } from '../../charts/export/messages.ts'
import { byCount } from './words.ts'

const bases: Readonly<Record<Basis, string>> = {
  full: 'alle, die geloggt wurden',
  sampled: 'Stichprobe der Quelle',
  summary: 'nur eine Zusammenfassung',
  'last-only': 'nur der letzte Wert',
}

const bands: Readonly<Record<Band, string>> = {
  minMax: 'vom niedrigsten zum höchsten Lauf',
  sd: 'eine Standardabweichung',
  se: 'ein Standardfehler',
  ci95: '95-%-Konfidenzintervall',
}

const alignments: Readonly<Record<Alignment, string>> = {
  interpolate: 'zwischen den Punkten eines Laufs interpoliert',
  carry: 'der letzte Wert eines Laufs gilt bis zum nächsten',
  exact: 'nur Punkte an derselben Stelle werden zusammengefasst',
}

const centers: Readonly<Record<Center, string>> = { mean: 'Mittelwert', median: 'Median' }

export const exportMessages: ExportMessages = {
  label: 'Exportieren',
  menuOf: (title) => `${title} exportieren`,
  items: {
    png: 'Bild (PNG)',
    svg: 'Vektorgrafik (SVG)',
    csvShown: 'Tabelle des Gezeigten (CSV)',
    csvAll: 'Tabelle von allem (CSV)',
    copy: 'Als Bild kopieren',
  },
  working: (item) => `Wird vorbereitet: ${item} …`,
  saved: (fileName) => `${fileName} gespeichert`,
  copied: 'Als Bild kopiert',
  failed: (item, reason) => `Export fehlgeschlagen. ${item}: ${reason}`,
  noCanvas:
    'Dieser Browser gab keine Zeichenfläche für das Bild her. Exportieren Sie stattdessen ein SVG.',
  tooLarge: (width, height, mostSide, mostPixels) =>
    `Ein Bild von ${width} mal ${height} Pixeln ist größer, als Browser es erzeugen können ` +
    `(${mostSide} je Seite, ${mostPixels} insgesamt). Wählen Sie einen kleineren Maßstab oder ` +
    'exportieren Sie ein SVG.',
  grouping: ({ center, band, align }) =>
    `${centers[center]} der Läufe einer Gruppe, Band: ${bands[band]}, ${alignments[align]}`,
  scale: {
    linear: (name) => name,
    log: (name) => `${name} (log)`,
    symlog: (name) => `${name} (symmetrisch log)`,
  },
  asLogged: 'keine',
  outliersCut: 'Werte jenseits des 1. und 99. Perzentils sind abgeschnitten, wo es markiert ist.',
  hiddenLines: (count, countText) =>
    `${countText} ${byCount(count, 'Linie ist', 'Linien sind')} ausgeblendet und ` +
    `${byCount(count, 'fehlt', 'fehlen')}.`,
  line: ({ name, ids, idCount, points, pointCount, basis }) => {
    const of = ids.length === 1 ? `ID ${ids[0]}` : `${idCount} Läufe mit den IDs ${ids.join(', ')}`
    return `${name} (${of}): ${points} ${byCount(pointCount, 'Punkt', 'Punkte')}, ${bases[basis]}`
  },
  fields: {
    title: 'Titel',
    axes: 'Achsen',
    smoothing: 'Glättung',
    grouping: 'Gruppen',
    points: 'Punkte',
    note: 'Hinweis',
    line: 'Linie',
    exported: 'exportiert',
    source: 'Quelle',
  },
  source: 'Runoff',
  columns: {
    seconds: (axis) => `${axis} (s)`,
    smoothed: (name) => `${name} (geglättet)`,
    center: (name, center) => `${name} (${centers[center]})`,
    low: (name) => `${name} (unten)`,
    high: (name) => `${name} (oben)`,
    count: (name) => `${name} (n)`,
  },
}
