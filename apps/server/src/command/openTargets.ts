import { basename } from 'node:path'
import { RunoffError } from '@runoff/core'
import { combineSources, type RunSource } from '@runoff/sources'
import { filesSource, type RunFile } from '@runoff/sources/files'
import { followFiles } from '../files/followFiles.ts'
import type { CommandContext } from './context.ts'
import { misuse } from './exitCodes.ts'
import { openUrl, type NamedSource } from './openUrl.ts'
import { readTargets, type Target } from './readTargets.ts'

export interface OpenTargetsOptions {
  /** Whether the sources tell of files that come and grow. @default false */
  readonly isFollowing?: boolean
  readonly signal?: AbortSignal
}

/**
 * Returns the sources that paths and addresses stand for, each with the name of its experiment.
 *
 * @throws {RunoffError} `bad-option` where one of them is nothing that can be read.
 */
export async function openTargets(
  named: readonly string[],
  context: CommandContext,
  options: OpenTargetsOptions = {},
): Promise<readonly NamedSource[]> {
  const targets = readTargets(named, context.folder)
  const sources = await Promise.all(targets.map((target) => openTarget(target, context, options)))
  return sources.flat()
}

async function openTarget(
  target: Target,
  { terminal, environment }: CommandContext,
  { isFollowing = false, signal }: OpenTargetsOptions,
): Promise<readonly NamedSource[]> {
  if (target.kind === 'url') {
    const token = environment['RUNOFF_TOKEN'] || null
    return openUrl(target.url, { token, ...(signal && { signal }) })
  }
  const { name, folder, only } = target
  const { files, follow } = followFiles(folder, {
    onNotice: (sentence) => terminal.note(sentence),
    ...(only === null ? {} : { only }),
  })
  const prefix = only === null && isOneRun(files) ? `${basename(folder)}/` : ''
  const inFolder = ({ path, ...file }: RunFile): RunFile => ({ ...file, path: `${prefix}${path}` })
  const source = filesSource({
    id: name,
    files: files.map(inFolder),
    ...(isFollowing && { follow: (onChange) => follow((all) => onChange(all.map(inFolder))) }),
  })
  return [{ name, origin: folder, source }]
}

/** Whether a folder is that of a run, which is then known by its name, and none with several. */
function isOneRun(files: readonly RunFile[]): boolean {
  return files.every(({ path }) => !path.includes('/') || path.startsWith('checkpoint-'))
}

/**
 * Returns one source over all that was named.
 *
 * @throws {RunoffError} `bad-option` where nothing was named.
 */
export async function openAsOne(
  named: readonly string[],
  context: CommandContext,
  signal: AbortSignal,
): Promise<RunSource> {
  const [first, ...others] = await openTargets(named, context, { signal })
  if (first === undefined) throw misuse('Name the files, folders or addresses to read.')
  const sources = [first, ...others].map(({ source }) => source)
  return others.length === 0 ? first.source : combineSources(sources)
}

/** Returns an error that says of which experiment it was. */
export function inExperiment(name: string, error: unknown): RunoffError {
  const reason = error instanceof Error ? error.message : String(error)
  return new RunoffError('source-failed', `${name}: ${reason}`, { cause: error })
}
