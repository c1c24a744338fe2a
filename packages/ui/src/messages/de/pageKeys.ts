import type { KeyGroupWords } from '../../comparison/messages.ts'

/** Keys are named as a German keyboard labels them. */
export const keyGroups: readonly KeyGroupWords[] = [
  {
    title: 'Überall',
    keys: [
      { keys: ['?'], action: 'Die Tasten zeigen' },
      { keys: ['Tab'], action: 'Zum nächsten Teil; mit Umschalt zum vorigen' },
      { keys: ['Esc'], action: 'Schließen, was offen ist' },
    ],
  },
  {
    title: 'Liste der Läufe',
    keys: [
      { keys: ['↑', '↓'], action: 'Von Lauf zu Lauf; mit Umschalt dabei auswählen' },
      { keys: ['Pos1', 'Ende', 'Bild ↑', 'Bild ↓'], action: 'In großen Schritten' },
      { keys: ['Leertaste'], action: 'Einen Lauf zum Vergleichen auswählen oder abwählen' },
      { keys: ['Eingabe'], action: 'Den Lauf öffnen, auf seinem Namen' },
      { keys: ['Strg', 'A'], action: 'Alles Gelistete auswählen, so viel hineinpasst' },
      { keys: ['←', '→'], action: 'Eine Gruppe ein- oder ausklappen, auf ihrem Kopf' },
      { keys: ['/'], action: 'Suchen' },
    ],
  },
  {
    title: 'Tabellen',
    keys: [
      { keys: ['←', '↑', '→', '↓'], action: 'Von Zelle zu Zelle' },
      { keys: ['Pos1', 'Ende'], action: 'Zur ersten oder letzten Zelle; mit Strg der Tabelle' },
      {
        keys: ['Eingabe'],
        action: 'Nach einer Spalte sortieren, auf ihrem Namen; mit Umschalt zusätzlich',
      },
    ],
  },
]
