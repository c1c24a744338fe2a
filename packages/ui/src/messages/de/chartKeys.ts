import type { KeyWords } from '../../charts/messages.ts'

/** Keys are named as a German keyboard labels them. */
export const keyList: readonly KeyWords[] = [
  { keys: ['←', '→'], action: 'Punkt für Punkt gehen; mit Umschalt um zehn' },
  { keys: ['Pos1', 'Ende'], action: 'Zum ersten oder letzten Punkt' },
  { keys: ['↑', '↓'], action: 'Von Lauf zu Lauf' },
  { keys: ['Eingabe'], action: 'Cursor anheften oder loslassen' },
  { keys: ['+', '-'], action: 'Entlang x zoomen' },
  { keys: ['Y'], action: 'In die Werte hineinzoomen; mit Umschalt heraus' },
  { keys: ['S'], action: 'Ab hier markieren; noch einmal: darauf zoomen' },
  { keys: [',', '.'], action: 'Ausschnitt nach links oder rechts schieben' },
  { keys: ['Bild ↑', 'Bild ↓'], action: 'Gezoomte Werte nach oben oder unten schieben' },
  { keys: ['0'], action: 'Alles zeigen' },
  { keys: ['Rücktaste', '['], action: 'Zum vorigen Zoom zurück' },
  { keys: ['Umschalt Rücktaste', ']'], action: 'Wieder vor' },
  { keys: ['F'], action: 'Den neuesten Punkten der Live-Läufe folgen' },
  { keys: ['H'], action: 'Den Lauf unter dem Cursor aus- oder einblenden' },
  { keys: ['I'], action: 'Nur diesen Lauf zeigen, oder wieder alle' },
  { keys: ['Esc'], action: 'Markierung oder Cursor aufheben' },
  { keys: ['?'], action: 'Diese Liste öffnen oder schließen' },
]
