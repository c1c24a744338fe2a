import type { GridMessages } from '../../charts/grid/messages.ts'

export const gridMessages: GridMessages = {
  arrange: 'Diagramme anordnen',
  arrangeOf: (title) => `${title} anordnen`,
  earlier: '← Weiter vor',
  later: 'Weiter zurück →',
  wide: 'Breit',
  earlierOf: (title) => `${title} weiter nach vorn`,
  laterOf: (title) => `${title} weiter nach hinten`,
  wideOf: (title) => `${title} breit zeigen`,
  moved: (title, place, count) => `${title} ist Diagramm ${place} von ${count}`,
  waiting: 'Lädt, sobald es in Sicht kommt',
}
