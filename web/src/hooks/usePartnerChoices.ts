import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getLoginOptions } from '@/api/auth'
import { getIntegrations, getNumbers, lookUpIntegrations, lookUpNumbers } from '@/api/onboarding'
import { queryKeys } from '@/lib/queryKeys'
import { requestOptions } from './requestOptions'
import { useSession } from './useAuth'

/** All regions of Genesys Cloud that this deployment knows. */
export function useGenesysRegions() {
  return useQuery({
    queryKey: queryKeys.loginOptions,
    queryFn: getLoginOptions,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Open Messaging integrations of the organisation, of the saved client or of one being typed. */
export function useGenesysIntegrations(isSaved: boolean) {
  const { tenantId } = useSession()
  const queryClient = useQueryClient()
  const queryKey = queryKeys.onboarding.integrations(tenantId)
  const saved = useQuery({
    queryKey,
    queryFn: (context) => getIntegrations(requestOptions(context)),
    enabled: isSaved,
    retry: false,
  })
  const lookUp = useMutation({
    mutationFn: lookUpIntegrations,
    onSuccess: (integrations) => queryClient.setQueryData(queryKey, integrations),
  })
  return {
    integrations: saved.data,
    error: lookUp.isIdle ? saved.error : lookUp.error,
    isLooking: saved.isFetching || lookUp.isPending,
    lookUp: lookUp.mutate,
  }
}

/** Numbers of the WhatsApp account, of the saved token or of one being typed. */
export function useWhatsAppNumbers(isSaved: boolean) {
  const { tenantId } = useSession()
  const queryClient = useQueryClient()
  const queryKey = queryKeys.onboarding.numbers(tenantId)
  const saved = useQuery({
    queryKey,
    queryFn: (context) => getNumbers(requestOptions(context)),
    enabled: isSaved,
    retry: false,
  })
  const lookUp = useMutation({
    mutationFn: lookUpNumbers,
    onSuccess: (numbers) => queryClient.setQueryData(queryKey, numbers),
  })
  return {
    numbers: saved.data,
    error: lookUp.isIdle ? saved.error : lookUp.error,
    isLooking: saved.isFetching || lookUp.isPending,
    lookUp: lookUp.mutate,
  }
}
