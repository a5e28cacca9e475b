import { type PortalUser, portalUser, usersResponse } from '@/types/users'
import { get, put, type RequestOptions } from './client'

interface RoleDecision {
  userId: string
  /** `null`: as Genesys says. */
  role: PortalUser['role'] | null
  confirmationToken: string
}

/** Everybody who has signed in. */
export async function getUsers(options: RequestOptions): Promise<PortalUser[]> {
  return (await get('/api/users', usersResponse, options)).users
}

/** `LAST_ADMIN`: nobody else could change it back. */
export function decideRole({ userId, role, confirmationToken }: RoleDecision): Promise<PortalUser> {
  return put(`/api/users/${encodeURIComponent(userId)}/role`, { role }, portalUser, {
    headers: { 'X-Confirmation-Token': confirmationToken },
  })
}
