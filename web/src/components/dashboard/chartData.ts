import type { MessageVolumeDataPoint } from '@/types/analytics'

export interface VolumePoint {
  /** ISO 8601, start of the hour or day. */
  timestamp: string
  inbound: number
  outbound: number
}

/** Both directions of a time in one point, oldest first. */
export function toVolumePoints(data: readonly MessageVolumeDataPoint[]): VolumePoint[] {
  const points = new Map<string, VolumePoint>()
  for (const { timestamp, direction, count } of data) {
    const point = points.get(timestamp) ?? { timestamp, inbound: 0, outbound: 0 }
    point[direction] += count
    points.set(timestamp, point)
  }
  return [...points.values()].sort((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp))
}

/** The last `count` points, and as many from `distance` points earlier. */
export function splitPeriods(
  points: readonly VolumePoint[],
  count: number,
  distance: number,
): { current: readonly VolumePoint[]; before: readonly VolumePoint[] } {
  return { current: points.slice(-count), before: points.slice(-count - distance, -distance) }
}

export function messagesIn(points: readonly VolumePoint[]): number {
  return points.reduce((sum, { inbound, outbound }) => sum + inbound + outbound, 0)
}

export function messagesPerHour(data: readonly MessageVolumeDataPoint[]): number[] {
  return toVolumePoints(data).map(({ inbound, outbound }) => inbound + outbound)
}
