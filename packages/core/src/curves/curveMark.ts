/** What happened at one point of a curve, worth a mark on a chart. */
export type CurveMark =
  | {
      readonly kind: 'best'
      readonly step: number
      readonly value: number
      /** Where the checkpoint of this step lies; `null` where that is not known. */
      readonly checkpointPath: string | null
    }
  | {
      readonly kind: 'spike'
      readonly step: number
      readonly value: number
      /** Distance from the median before it, in robust sd. */
      readonly deviation: number
    }
  | {
      readonly kind: 'divergence'
      /** The first step of it. */
      readonly step: number
      /** `null` where it is not finite. */
      readonly value: number | null
      /** Whether it was still so at the last point: a run may recover. */
      readonly isOngoing: boolean
    }
  | {
      readonly kind: 'restart'
      /** The first step that was logged after it. */
      readonly step: number
      /** `null` where it is not finite. */
      readonly value: number | null
    }
