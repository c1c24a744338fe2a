/** Points of one request that adds some. */
export const mostPoints = 1000
/** Characters of the name of a metric, a parameter or a tag. */
export const longestKey = 250
/** Characters of the name of a run or an experiment, and of what else is said in a line. */
export const longestName = 500
/** Characters of the value of a parameter or a tag. */
export const longestValue = 6000
/** Series that one request asks for. */
export const mostSeries = 1000
/** Bytes of a log in one answer. */
export const mostLogBytes = 1_000_000
/** How long an answer may take, in milliseconds, unless the server is told otherwise. */
export const usualAnswerMs = 30_000
