import { buildServer } from './api/buildServer.ts'
import { importRecordedRuns } from './import/importRecordedRuns.ts'
import type { StartOptions } from './serverOptions.ts'
import { isDatabaseError, unusable } from './store/sqlite/openDatabase.ts'
import { openSqliteStore } from './store/sqlite/sqliteStore.ts'

export interface RunningServer {
  /** The address of the page. */
  readonly url: string
  /** Lets what is being answered finish, then closes the store. */
  close(): Promise<void>
}

export interface Folders {
  /** The built page. */
  readonly page: string
  /** The runs that come with the project, one folder to an experiment. */
  readonly recordedRuns: string
}

/**
 * Opens the store, imports the recorded runs and listens.
 *
 * @throws {Error} with a sentence for whoever starts the server, when the port or the database
 * cannot be used.
 */
export async function startServer(
  { host, port, databasePath }: StartOptions,
  folders: Folders,
  onFailure: (error: unknown) => void,
): Promise<RunningServer> {
  const store = openSqliteStore(databasePath)
  try {
    await importRecordedRuns(store, folders.recordedRuns)
    const app = await buildServer({ store, port, pageFolder: folders.page, onFailure })
    app.addHook('onClose', () => store.close())
    const url = await app.listen({ host, port })
    return { url, close: () => app.close() }
  } catch (error) {
    await store.close()
    if (isPortTaken(error)) throw portTaken(port)
    throw isDatabaseError(error) ? unusable(databasePath, error) : error
  }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

function portTaken(port: number): Error {
  return new Error(
    `Port ${port} is taken, perhaps by another Runoff. ` +
      'Stop that one, or start this one with another PORT.',
  )
}
