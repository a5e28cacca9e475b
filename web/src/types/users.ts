import { z } from './schema'

export const portalUser = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(['admin', 'viewer']),
  /** Who decided: Genesys' permissions, or an admin here. */
  roleSource: z.enum(['genesys', 'override']),
  lastSeenAt: z.iso.datetime(),
})

export type PortalUser = z.infer<typeof portalUser>

export const usersResponse = z.object({ users: z.array(portalUser) })
