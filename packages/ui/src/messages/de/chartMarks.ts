import type { MarkMessages } from '../../charts/messages.ts'
import { byCount } from './words.ts'

export const markMessages: MarkMessages = {
  listOf: (title) => `Markierungen: ${title}`,
  ofLine: (name, text) => `${name}: ${text}`,
  best: (value, place, checkpointPath) =>
    `bester Wert, ${value} bei ${place}${checkpointPath === null ? '' : `, Checkpoint ${checkpointPath}`}`,
  spike: (value, place) => `Spitze auf ${value} bei ${place}`,
  divergence: (place, isOngoing) =>
    `divergiert bei ${place}${isOngoing ? '' : ', später wieder gefangen'}`,
  restart: (place) => `neu gestartet vor ${place}`,
  end: (value, place) => `trainiert noch, ${value} bei ${place}`,
  count: {
    best: (count, text) => `${text} ${byCount(count, 'bester Punkt', 'beste Punkte')}`,
    spike: (count, text) => `${text} ${byCount(count, 'Spitze', 'Spitzen')}`,
    divergence: (count, text) => `${text} ${byCount(count, 'Divergenz', 'Divergenzen')}`,
    restart: (count, text) => `${text} ${byCount(count, 'Neustart', 'Neustarts')}`,
    end: (count, text) => `${text} ${byCount(count, 'Lauf trainiert', 'Läufe trainieren')} noch`,
  },
  summary: (counts) => `Markiert: ${counts.join(', ')}.`,
  leftOut: (count, text) =>
    `${text} ${byCount(count, 'weitere Markierung ist', 'weitere Markierungen sind')} nicht gezeigt.`,
}
