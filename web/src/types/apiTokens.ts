import { z } from './schema'

const apiToken = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  expiresAt: z.iso.datetime(),
  /** Exact to a minute; null: never. */
  lastUsedAt: z.nullable(z.iso.datetime()),
})

export const apiTokensResponse = z.object({
  tokens: z.array(apiToken),
  availableScopes: z.array(z.string()),
})

export const apiTokenMade = z.extend(apiToken, {
  /** Shown this once; never cached. */
  token: z.string(),
})
