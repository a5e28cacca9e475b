import { z } from '@/types/schema'
import { oneOf, text } from './rules'

export const ORGANIZATION_REGIONS = [
  'north-america',
  'europe',
  'asia-pacific',
  'latin-america',
] as const

const EMAIL = /^[^\s@"<>(),;:]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?\.[A-Za-z]{2,}$/
const E164 = /^\+[1-9]\d{6,14}$/

/** Step 1, with the service's limits. Each message is a problem's name, see `problemText`. */
export const organizationSchema = z.object({
  companyName: text({
    isValid: ({ length }) => length >= 2 && length <= 200,
    problem: 'companyName',
  }),
  contactEmail: text({ isValid: (value) => EMAIL.test(value), problem: 'contactEmail' }),
  supportPhone: text({
    isValid: (value) => E164.test(value),
    problem: 'supportPhone',
    normalise: normalisedPhone,
  }),
  region: oneOf(ORGANIZATION_REGIONS, 'organizationRegion'),
})
export type OrganizationInput = Record<keyof z.infer<typeof organizationSchema>, string>

/** E.164 out of what people type: `0049 (30) 12-34` and `+49 30 1234` are the same number. */
function normalisedPhone(phone: string): string {
  const compact = phone.replaceAll(/[\s().\-/]/g, '')
  if (compact === '') return ''
  if (compact.startsWith('00')) return `+${compact.slice(2)}`
  return compact.startsWith('+') ? compact : `+${compact}`
}
