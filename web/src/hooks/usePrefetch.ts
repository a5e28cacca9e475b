import { useQueryClient } from '@tanstack/react-query'
import { prefetchCode } from '@/lib/prefetch'
import { dashboardQuery } from './useAnalytics'
import { useSession } from './useAuth'

/** Starts to load what a page needs, code and figures, when a person is about to go there. */
export function usePrefetch(): (path: string) => void {
  const queryClient = useQueryClient()
  const { tenantId } = useSession()
  return (path) => {
    prefetchCode(path)
    if (path === '/dashboard') void queryClient.prefetchQuery(dashboardQuery(tenantId))
  }
}
