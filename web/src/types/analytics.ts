import { z } from './schema'

const trend = z.enum(['up', 'down', 'stable'])
export type Trend = z.infer<typeof trend>

const timeSeriesMetric = z.object({
  /** Since midnight in the tenant's zone. */
  today: z.number(),
  last7Days: z.number(),
  last30Days: z.number(),
})

const messageVolumeDataPoint = z.object({
  /** Start of the hour or day. */
  timestamp: z.iso.datetime({ offset: true }),
  count: z.number(),
  direction: z.enum(['inbound', 'outbound']),
})
export type MessageVolumeDataPoint = z.infer<typeof messageVolumeDataPoint>

const deliverySuccessDataPoint = z.object({
  /** Day in the tenant's zone. */
  date: z.iso.date(),
  success: z.number(),
  failed: z.number(),
})
export type DeliverySuccessDataPoint = z.infer<typeof deliverySuccessDataPoint>

const tokenInfo = z.object({
  expiresAt: z.nullish(z.iso.datetime()),
  /** Negative once expired. */
  daysRemaining: z.number(),
  /** More than 30 days, 7 to 30 days, less than 7 days. */
  status: z.enum(['healthy', 'warning', 'critical']),
  neverExpires: z._default(z.boolean(), false),
})
export type TokenInfo = z.infer<typeof tokenInfo>

const tokenStatus = z.object({
  /** `null`: there is no credential yet. */
  whatsappToken: z.nullable(tokenInfo),
  genesysToken: z.nullable(tokenInfo),
})
export type TokenStatus = z.infer<typeof tokenStatus>

export const dashboardMetrics = z.object({
  kpis: z.object({
    totalMessages: timeSeriesMetric,
    activeConversations: z.number(),
    failedDeliveries: z.object({
      count: z.number(),
      /** 0 to 100, of the deliveries finished in the last 24 hours. */
      percentage: z.number(),
      trend,
    }),
    /** Seconds; `null` while nobody was answered. */
    avgResponseTime: z.nullish(z.number()),
  }),
  charts: z.object({
    messageVolume: z.array(messageVolumeDataPoint),
    deliverySuccess: z.array(deliverySuccessDataPoint),
  }),
  tokenStatus,
  lastUpdated: z.iso.datetime(),
  timezone: z.optional(z.string()),
})
export type DashboardMetrics = z.infer<typeof dashboardMetrics>

export const messageVolume = z.array(messageVolumeDataPoint)
export const deliverySuccess = z.array(deliverySuccessDataPoint)

export const failureReasons = z.array(
  z.object({
    /** The partner's code or ours; `null`: none was given. */
    errorCode: z.nullable(z.string()),
    direction: z.enum(['inbound', 'outbound']),
    count: z.number(),
  }),
)
export type FailureReason = z.infer<typeof failureReasons>[number]
