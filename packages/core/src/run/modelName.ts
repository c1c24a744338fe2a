/** What a run without a model is filed under. */
export const unknownModel = 'Unknown Model'

/**
 * Returns the name a person knows a model by, `org/name` where the path holds it.
 *
 * Understands the folders that training jobs and the Hugging Face cache make of a name, and takes
 * the last two parts of an absolute path. Everything else stays as it is, so that grouping is
 * exact. Applying it twice changes nothing more. Missing: `null`, `undefined` and blank text give
 * `'Unknown Model'`.
 */
export function cleanModelName(model: string | null | undefined): string {
  const name = model?.trim() ?? ''
  if (name === '') return unknownModel
  const cleaned = cleanOnce(name)
  // One folder may wrap another; each round is shorter than the one before, so this ends.
  return cleaned.length < name.length ? cleanModelName(cleaned) : name
}

function cleanOnce(name: string): string {
  const parts = name.split(/[/\\]/).filter((part) => part !== '')
  return (
    fromJobFolder(parts) ?? fromHubCache(parts) ?? (isPath(name) ? parts.slice(-2).join('/') : name)
  )
}

/** `huggingface_models/Qwen-Qwen3-1.7B/x`: the first hyphen stood for the slash. */
function fromJobFolder(parts: readonly string[]): string | null {
  const folder = parts[parts.indexOf('huggingface_models') + 1]
  if (!parts.includes('huggingface_models') || folder === undefined) return null
  const hyphen = folder.indexOf('-')
  if (hyphen <= 0 || hyphen === folder.length - 1) return folder
  return `${folder.slice(0, hyphen)}/${folder.slice(hyphen + 1)}`
}

/** `…/models--Qwen--Qwen3-1.7B/snapshots/…`, as the Hugging Face hub caches it. */
function fromHubCache(parts: readonly string[]): string | null {
  const folder = parts.find((part) => part.startsWith('models--'))
  if (folder === undefined) return null
  const name = folder.slice('models--'.length).split('--').filter(Boolean).join('/')
  return name === '' ? null : name
}

/** Whether a name is a place in a file system, not an `org/name`. */
function isPath(name: string): boolean {
  return /^(?:[/\\]|\.{1,2}[/\\]|[A-Za-z]:[/\\])/.test(name)
}
