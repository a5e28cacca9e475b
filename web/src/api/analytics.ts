import {
  type DashboardMetrics,
  type DeliverySuccessDataPoint,
  dashboardMetrics,
  deliverySuccess,
  type FailureReason,
  failureReasons,
  type MessageVolumeDataPoint,
  messageVolume,
} from '@/types/analytics'
import { get, type RequestOptions } from './client'

export function getDashboardMetrics(options: RequestOptions): Promise<DashboardMetrics> {
  return get('/api/analytics/dashboard', dashboardMetrics, options)
}

/** `days`: 1 to 90; points are hours up to two days, else days. */
export function getMessageVolume(
  days: number,
  options: RequestOptions,
): Promise<MessageVolumeDataPoint[]> {
  return get(`/api/analytics/messages?days=${days}`, messageVolume, options)
}

/** `days`: 1 to 90. */
export function getDeliveryStats(
  days: number,
  options: RequestOptions,
): Promise<DeliverySuccessDataPoint[]> {
  return get(`/api/analytics/delivery?days=${days}`, deliverySuccess, options)
}

/** Most frequent first; `days`: 1 to 90. */
export function getFailureReasons(days: number, options: RequestOptions): Promise<FailureReason[]> {
  return get(`/api/analytics/failures?days=${days}`, failureReasons, options)
}
