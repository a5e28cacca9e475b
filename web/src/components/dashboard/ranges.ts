/** The dashboard's time ranges, and what the figures of each are called in the data. */
export const RANGES = {
  today: { metric: 'today', label: 'range.today', days: null },
  '7days': { metric: 'last7Days', label: 'range.7days', days: 7 },
  '30days': { metric: 'last30Days', label: 'range.30days', days: 30 },
} as const

export type TimeRange = keyof typeof RANGES

export function isTimeRange(value: string | null): value is TimeRange {
  return value !== null && value in RANGES
}
