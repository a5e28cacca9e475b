import { useQueryClient } from '@tanstack/react-query'
import { dashboardQuery } from './useAnalytics'
import { useSession } from './useAuth'

/** Starts to load what a page will show, when a person is about to go there. */
export function usePrefetch(): (path: string) => void {
  const queryClient = useQueryClient()
  const { tenantId } = useSession()
  return (path) => {
    if (path === '/dashboard') void queryClient.prefetchQuery(dashboardQuery(tenantId))
  }
}
