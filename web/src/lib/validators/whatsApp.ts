import { z } from '@/types/schema'
import { secret, text } from './rules'

const META_ID = /^[0-9]{10,32}$/
const NO_OR_APP_ID = /^(?:[0-9]{5,32})?$/
const MIN_TOKEN = 100
const MIN_APP_SECRET = 20

/**
 * Step 3, with the service's limits; a token that is stored need not be entered. The app secret may
 * be missing here: a deployment may have one app for all, and completion asks for it otherwise.
 */
export function whatsAppSchema(hasToken: boolean) {
  return z.object({
    wabaId: text({ isValid: (value) => META_ID.test(value), problem: 'wabaId' }),
    phoneNumberId: text({ isValid: (value) => META_ID.test(value), problem: 'phoneNumberId' }),
    systemUserToken: secret({
      minLength: MIN_TOKEN,
      isOptional: hasToken,
      problem: 'systemUserToken',
    }),
    appSecret: secret({
      minLength: MIN_APP_SECRET,
      isOptional: true,
      problem: 'appSecret',
    }),
    appId: text({ isValid: (value) => NO_OR_APP_ID.test(value), problem: 'appId' }),
  })
}
export type WhatsAppInput = Record<keyof z.infer<ReturnType<typeof whatsAppSchema>>, string>
