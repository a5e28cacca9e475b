import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  changeRegional,
  checkCredentials,
  getSettings,
  replaceCredential,
  revokePreviousSecret,
  rollBackCredential,
  rotateWebhookSecret,
} from '@/api/settings'
import { queryKeys } from '@/lib/queryKeys'
import type { TenantSettings } from '@/types/settingsParts'
import { requestOptions } from './requestOptions'
import { useAuth, useSession } from './useAuth'

const COUNT_EVERY_MS = 5_000

/** The organisation's settings; the calls that an old secret still signs are counted live. */
export function useSettings() {
  const { tenantId } = useSession()
  return useQuery({
    queryKey: queryKeys.settings(tenantId),
    queryFn: (context) => getSettings(requestOptions(context)),
    refetchInterval: ({ state }) =>
      state.data?.webhookSecretDetail?.previous ? COUNT_EVERY_MS : false,
  })
}

/** The session is renewed as well: times and numbers are shown as it says. */
export function useChangeRegional() {
  const renew = useRenew()
  const { refreshSession } = useAuth()
  return useMutation({
    mutationFn: changeRegional,
    onSuccess: async () => {
      await refreshSession()
      await renew()
    },
  })
}

export function useReplaceCredential() {
  const renew = useRenew()
  return useMutation({ mutationFn: replaceCredential, onSuccess: renew })
}

export function useRollBackCredential() {
  const renew = useRenew()
  return useMutation({ mutationFn: rollBackCredential, onSuccess: renew })
}

export function useCheckCredentials() {
  const { tenantId } = useSession()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: checkCredentials,
    onSuccess: (credentialDetails) =>
      queryClient.setQueryData<TenantSettings>(queryKeys.settings(tenantId), (known) =>
        known ? { ...known, credentialDetails } : known,
      ),
  })
}

/** Not a mutation: those are cached, and the answer holds a secret. */
export function useRotateSecret() {
  const renew = useRenew()
  return async (rotation: Parameters<typeof rotateWebhookSecret>[0]) => {
    const answer = await rotateWebhookSecret(rotation)
    void renew()
    return answer
  }
}

export function useRevokePreviousSecret() {
  const renew = useRenew()
  return useMutation({ mutationFn: revokePreviousSecret, onSuccess: renew })
}

function useRenew() {
  const { tenantId } = useSession()
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: queryKeys.settings(tenantId) })
}
