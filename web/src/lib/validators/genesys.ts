import { z } from '@/types/schema'
import { oneOf, secret, text } from './rules'

export const ENVIRONMENTS = ['production', 'test'] as const

/** The choice "make a new integration" in a form, where every value is text. */
export const NEW_INTEGRATION = ''

/** Visible characters without a colon: it is sent in a header. */
const CLIENT_ID = /^[\x21-\x39\x3b-\x7e]{10,200}$/
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const MIN_SECRET = 20

/** Step 2, with the service's limits; `hasSecret`: one is stored, so none need be entered. */
export function genesysSchema(hasSecret: boolean) {
  return z.object({
    clientId: text({ isValid: (value) => CLIENT_ID.test(value), problem: 'clientId' }),
    clientSecret: secret({ minLength: MIN_SECRET, isOptional: hasSecret, problem: 'clientSecret' }),
    region: text({ isValid: (value) => value !== '', problem: 'genesysRegion' }),
    environment: oneOf(ENVIRONMENTS, 'environment'),
    integrationId: text({ isValid: isNoneOrUuid, problem: 'integrationId' }),
    flowId: text({ isValid: isNoneOrUuid, problem: 'flowId' }),
  })
}
export type GenesysInput = Record<keyof z.infer<ReturnType<typeof genesysSchema>>, string>

function isNoneOrUuid(value: string): boolean {
  return value === '' || UUID.test(value)
}
