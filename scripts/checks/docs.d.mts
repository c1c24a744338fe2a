export interface Snippet {
  readonly file: string
  readonly line: number
  readonly language: string
  readonly code: string
}
export function snippetsOf(page: string): readonly Omit<Snippet, 'file'>[]
export function pathOf(code: string): string | null
export function filesOf(page: string): ReadonlyMap<string, string>
export function compile(snippets: readonly Snippet[]): string
export function deadLinks(
  file: string,
  page: string,
  read: (path: string) => string | null,
): readonly string[]
