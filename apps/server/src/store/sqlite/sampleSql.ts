/** The points of one series within a range. */
const windowSql = `
  FROM points
  WHERE run = :run AND metric = :metric AND step >= :from AND step <= :to AND step > :since`

/** How many points there are, over which steps, and which non-finite values are among them. */
export const extentSql = `
  SELECT count(*) AS count, min(step) AS low, max(step) AS high,
    count(value) < count(*) AS has_nan, max(value) IS 9e999 AS has_high, min(value) IS -9e999 AS has_low
  ${windowSql}`

/** Every point of the range. */
export const allSql = `SELECT step, value, epoch, time_ms ${windowSql} ORDER BY step`

const stretchSql = `
  FROM points WHERE run = :run AND metric = :metric AND step >= start AND step < stop`

/**
 * The steps from `:low` to `:high` cut into `:buckets` stretches of equal width; of each the first,
 * lowest finite, highest finite and last point, and the first of each kind of non-finite value.
 * Drawn one stretch to a pixel column, that is the picture that all points would give.
 *
 * Each stretch is found by the primary key, so that nothing is sorted: five times as fast as
 * grouping, measured at 101 000 points.
 *
 * @see Jugel et al., M4: A Visualization-Oriented Time Series Data Aggregation (2014).
 */
export const sampleSql = `
  WITH RECURSIVE
    bucket (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM bucket WHERE i < :buckets - 1),
    edge (start, stop) AS (
      SELECT :low + i * :width, iif(i = :buckets - 1, :high, :low + (i + 1) * :width) FROM bucket
    ),
    kept (step) AS (
      SELECT :high
      UNION SELECT (SELECT step ${stretchSql} ORDER BY step LIMIT 1) FROM edge
      UNION SELECT (SELECT step ${stretchSql} ORDER BY step DESC LIMIT 1) FROM edge
      UNION SELECT (SELECT step ${stretchSql} AND abs(value) < 9e999 ORDER BY value LIMIT 1) FROM edge
      UNION SELECT (SELECT step ${stretchSql} AND abs(value) < 9e999 ORDER BY value DESC LIMIT 1) FROM edge
      UNION SELECT (SELECT step ${stretchSql} AND value IS NULL LIMIT 1) FROM edge WHERE :hasNan
      UNION SELECT (SELECT step ${stretchSql} AND value = 9e999 LIMIT 1) FROM edge WHERE :hasHigh
      UNION SELECT (SELECT step ${stretchSql} AND value = -9e999 LIMIT 1) FROM edge WHERE :hasLow
    )
  SELECT points.step, value, epoch, time_ms
  FROM kept CROSS JOIN points ON run = :run AND metric = :metric AND points.step = kept.step
  ORDER BY points.step`
