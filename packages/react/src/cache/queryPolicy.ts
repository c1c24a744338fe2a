interface QueryPolicy {
  readonly enabled: true
  readonly networkMode: 'always'
  readonly refetchIntervalInBackground: false
  readonly refetchOnMount: true
  readonly refetchOnReconnect: false
  readonly refetchOnWindowFocus: false
  readonly retry: false
  readonly retryOnMount: true
  readonly staleTime: number
  readonly throwOnError: false
}

/**
 * How every query of ours is kept. All of it is said with each query, so that the defaults of a
 * client that the host hands in change nothing.
 *
 * An answer stays until it is polled, pushed or reloaded. Retries are our own (`withRetries`):
 * the query client's would leave a timer behind after unmounting.
 */
export const queryPolicy: QueryPolicy = {
  enabled: true,
  networkMode: 'always',
  refetchIntervalInBackground: false,
  refetchOnMount: true,
  refetchOnReconnect: false,
  refetchOnWindowFocus: false,
  retry: false,
  retryOnMount: true,
  staleTime: Infinity,
  throwOnError: false,
}
