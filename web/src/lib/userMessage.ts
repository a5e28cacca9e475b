import { PortalError } from './errors'
import type { Translate } from './i18n'

/** What to tell a person about a failure, in their language. */
export function toUserMessage(error: unknown, t: Translate): string {
  if (!(error instanceof PortalError)) return t('error.unexpected')
  if (error.statusCode === 0) return t('error.network')
  if (error.isUnavailable) return t('error.unavailable')
  if (error.statusCode === 429) return t('error.rateLimited')
  if (error.statusCode === 404) return t('error.notFound')
  if (error.statusCode === 403) return t('error.forbidden')
  return t('error.unexpected')
}

/** The id under which the service logged the failure. */
export function requestIdOf(error: unknown): string | undefined {
  return error instanceof PortalError ? error.requestId : undefined
}
