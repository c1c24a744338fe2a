import { RunoffError } from '@runoff/core'
import { parseDocument } from 'yaml'
import type { Config } from '../formats/parsedFile.ts'
import { notSettings, readConfig } from './readConfig.ts'

/**
 * Returns the settings in a YAML text.
 *
 * Aliases are followed a hundred times at most, so that a small text cannot grow without end.
 *
 * @throws {RunoffError} `bad-log` when the text is no YAML, or holds no named settings.
 */
export function readYamlConfig(text: string): Config {
  // Tags such as `!!python/object` name classes that only Python knows: their data is read as it is.
  const document = parseDocument(text, {
    logLevel: 'silent',
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: false,
  })
  const [error] = document.errors
  if (error !== undefined) throw notSettings(error.message, error)
  try {
    return readConfig(document.toJS({ mapAsMap: true, maxAliasCount: 100 }))
  } catch (cause) {
    throw cause instanceof RunoffError ? cause : notSettings(String(cause), cause)
  }
}
