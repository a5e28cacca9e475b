import { QueryCache, QueryClient } from '@tanstack/react-query'
import { reportReachable } from './connection'
import { PortalError } from './errors'

const MAX_RETRIES = 2

/** The only place that repeats requests: reads, after failures that may pass. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onSuccess: () => reportReachable(true),
    onError: (error) => reportReachable(!(error instanceof PortalError && error.isUnavailable)),
  }),
  defaultOptions: {
    queries: {
      staleTime: 25_000,
      retry: (failures, error) =>
        failures < MAX_RETRIES && error instanceof PortalError && error.isRetryable,
      retryDelay: (failures, error) =>
        error instanceof PortalError && error.retryAfterMs !== undefined
          ? error.retryAfterMs
          : Math.min(1000 * 2 ** failures, 30_000) * (0.5 + Math.random() / 2),
    },
    mutations: { retry: false },
  },
})
