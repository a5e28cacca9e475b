import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { decideRole, getUsers } from '@/api/users'
import { queryKeys } from '@/lib/queryKeys'
import { requestOptions } from './requestOptions'
import { useSession } from './useAuth'

export function useUsers() {
  const { tenantId } = useSession()
  return useQuery({
    queryKey: queryKeys.users(tenantId),
    queryFn: (context) => getUsers(requestOptions(context)),
  })
}

export function useDecideRole() {
  const { tenantId } = useSession()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: decideRole,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.users(tenantId) }),
  })
}
