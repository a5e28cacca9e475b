import { paginationInfo } from './api'
import { z } from './schema'

const auditLogEntry = z.object({
  /** The place in the chain. */
  id: z.string(),
  timestamp: z.iso.datetime(),
  /** What happened: `noun.verb-ed`. */
  event: z.string(),
  actor: z.string(),
  details: z.record(z.string(), z.unknown()),
  subject: z.string(),
  requestId: z.nullable(z.string()),
  address: z.nullable(z.string()),
})

export const auditLogPage = z.object({
  entries: z.array(auditLogEntry),
  pagination: paginationInfo,
})

export const auditVerification = z.object({
  intact: z.boolean(),
  checked: z.number(),
  /** Of the newest entry; null if the trail is broken. */
  headHash: z.nullable(z.string()),
  firstBroken: z.nullable(z.object({ sequence: z.number(), problem: z.string() })),
})
