import { z } from './schema'

/** Details differ by code; `requestId` is always there, `fields` for `VALIDATION_FAILED`. */
const errorDetails = z.looseObject({
  requestId: z.optional(z.string()),
  fields: z.optional(z.array(z.object({ field: z.string(), message: z.string() }))),
})

const apiError = z.object({
  code: z.string(),
  message: z.string(),
  details: z.nullish(errorDetails),
  statusCode: z.number(),
})

export const apiErrorResponse = z.object({
  success: z.literal(false),
  error: apiError,
  timestamp: z.iso.datetime(),
})

/** The envelope of every successful answer; `data` is parsed with the caller's schema. */
export const apiResponse = z.object({
  success: z.literal(true),
  data: z.unknown(),
  timestamp: z.iso.datetime(),
})

export const paginationInfo = z.object({
  /** From 1. */
  page: z.number(),
  pageSize: z.number(),
  totalCount: z.number(),
  totalPages: z.number(),
  hasNext: z.boolean(),
  hasPrevious: z.boolean(),
})
export type PaginationInfo = z.infer<typeof paginationInfo>
