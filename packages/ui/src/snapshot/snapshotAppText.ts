/** The script and the stylesheet that a snapshot carries, and what allows them. */
export interface SnapshotAppText {
  readonly script: string
  readonly style: string
  /** `sha256-…` of the script, in base64. */
  readonly scriptHash: string
  readonly styleHash: string
}
