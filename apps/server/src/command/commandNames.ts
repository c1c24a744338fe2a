/** The words that mean something else than a path. */
export const commandNames = ['best', 'completion', 'export', 'import', 'run', 'serve'] as const

/** What `runoff export` can write. */
export const exportFormats = ['csv', 'json', 'jsonl', 'html'] as const
export type ExportFormat = (typeof exportFormats)[number]
