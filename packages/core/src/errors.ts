/** Why a call could not do its work; switch on this, never on `message`. */
export type RunoffErrorCode = 'bad-option' | 'bad-run' | 'bad-log' | 'not-found' | 'source-failed'

/** The one error that Runoff throws; `cause` holds what lay beneath it. */
export class RunoffError extends Error {
  override readonly name = 'RunoffError'
  readonly code: RunoffErrorCode

  constructor(code: RunoffErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}

/** Something odd about usable data: nothing failed, but a reader may want to know. */
export interface Notice {
  /** Stable name of what was met, such as `steps-repeat` or `no-step`; switch on this. */
  readonly code: string
  /** One English sentence that says what was met and what was done about it. */
  readonly message: string
  /** How often it was met. @default 1 */
  readonly count?: number
  /** The first line it was met on, from 1, where it came from a text. */
  readonly line?: number
  /** The file it was met in. */
  readonly path?: string
}
