import { fileNameOf, folderOf } from '../paths.ts'

/** Which part of an MLflow store a file is. */
export type MlflowRole =
  | { readonly kind: 'meta'; readonly folder: string }
  | {
      readonly kind: 'params' | 'metrics' | 'tags'
      readonly folder: string
      /** What the file is about; a `/` in it is a folder on the disk. */
      readonly name: string
    }
  /** What a run keeps beside its metrics: often a second copy of them. */
  | { readonly kind: 'other'; readonly folder: string }

const parts: ReadonlySet<string> = new Set(['params', 'metrics', 'tags'])
const others: ReadonlySet<string> = new Set(['artifacts', 'inputs', 'outputs', 'traces'])

/**
 * Returns which part of an MLflow store each of some paths is; those that are none are left out.
 * A run is a folder with a `meta.yaml` and at least one of `params`, `metrics` and `tags`.
 */
export function mlflowLayout(paths: readonly string[]): ReadonlyMap<string, MlflowRole> {
  const metas = new Set(paths.filter((path) => fileNameOf(path) === 'meta.yaml').map(folderOf))
  if (metas.size === 0) return new Map()
  const placed = paths.flatMap((path) => {
    const place = placeIn(path, metas)
    return place === null ? [] : [[path, place] as const]
  })
  const roles = new Map<string, MlflowRole>(placed)
  const runs = new Set(placed.flatMap(([, role]) => (role.kind === 'other' ? [] : [role.folder])))
  for (const [path, role] of placed) {
    if (role.kind === 'other' && !runs.has(role.folder)) roles.delete(path)
  }
  for (const path of paths) {
    if (fileNameOf(path) !== 'meta.yaml' || roles.has(path)) continue
    roles.set(path, { kind: 'meta', folder: folderOf(path) })
  }
  return roles
}

/** The part below the outermost folder with a `meta.yaml` that has such a part. */
function placeIn(path: string, metas: ReadonlySet<string>): MlflowRole | null {
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    const folder = path.slice(0, slash)
    if (!metas.has(folder)) continue
    const rest = path.slice(slash + 1)
    const part = rest.slice(0, Math.max(0, rest.indexOf('/')))
    if (parts.has(part)) {
      const kind = part as 'params' | 'metrics' | 'tags'
      return { kind, folder, name: rest.slice(part.length + 1) }
    }
    if (others.has(part)) return { kind: 'other', folder }
  }
  return null
}
