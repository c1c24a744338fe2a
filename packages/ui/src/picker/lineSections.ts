import type { PickerSection } from './pickerSections.ts'
import type { RowWindowLine } from './useRowWindow.ts'

/** The drawn lines of one section. */
export interface LineSection {
  readonly section: PickerSection
  readonly header: RowWindowLine | null
  readonly rows: readonly RowWindowLine[]
}

/** Returns the drawn lines by the section they belong to, in the order of the list. */
export function lineSections(lines: readonly RowWindowLine[]): readonly LineSection[] {
  const sections = new Map<PickerSection, { header: RowWindowLine | null; rows: RowWindowLine[] }>()
  for (const line of lines) {
    const known = sections.get(line.item.section) ?? { header: null, rows: [] }
    sections.set(line.item.section, known)
    if (line.item.kind === 'group') known.header = line
    else known.rows.push(line)
  }
  return Array.from(sections, ([section, parts]) => ({ section, ...parts }))
}
