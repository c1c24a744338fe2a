export interface Snippet {
  readonly file: string
  readonly line: number
  readonly code: string
}
export function snippetsOf(page: string): readonly Omit<Snippet, 'file'>[]
export function compile(snippets: readonly Snippet[]): string
export function deadLinks(
  file: string,
  page: string,
  read: (path: string) => string | null,
): readonly string[]
