import { useId } from 'react'
import { Card, CardHeader } from '@/components/ui/Card'
import { Notice } from '@/components/ui/Notice'
import { Skeleton } from '@/components/ui/Skeleton'
import { StatusBadge } from '@/components/ui/StatusBadge'
import { Time } from '@/components/ui/Time'
import { useI18n } from '@/lib/i18n'
import type { TokenInfo, TokenStatus } from '@/types/analytics'

/** From here on a banner asks for a new token; the service's `critical` begins a day later. */
const BANNER_FROM_DAYS = 7

const TONES = { healthy: 'success', warning: 'warning', critical: 'error' } as const

interface Props {
  /** `undefined` while it is loading. */
  tokens: TokenStatus | undefined
}

/** How long the credentials at both partners still hold. */
export function TokenExpiryIndicator({ tokens }: Props) {
  const { t } = useI18n()
  const headingId = useId()
  return (
    <Card aria-labelledby={headingId}>
      <CardHeader id={headingId} title={t('token.title')} description={t('token.description')} />
      <dl className="divide-y divide-line border-t border-line">
        <TokenRow name={t('token.whatsapp')} token={tokens?.whatsappToken} />
        <TokenRow name={t('token.genesys')} token={tokens?.genesysToken} />
      </dl>
    </Card>
  )
}

function TokenRow({ name, token }: { name: string; token: TokenInfo | null | undefined }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-5 py-3">
      <dt className="text-sm font-medium">{name}</dt>
      <dd className="flex flex-wrap items-center gap-3 text-sm text-ink-muted">
        {token === undefined ? <Skeleton className="h-5 w-40" /> : <TokenState token={token} />}
      </dd>
    </div>
  )
}

function TokenState({ token }: { token: TokenInfo | null }) {
  const { t } = useI18n()
  if (token === null) return <StatusBadge tone="neutral" label={t('token.missing')} />
  const tone = TONES[token.status]
  if (token.neverExpires) {
    return (
      <>
        {t('token.neverExpires')}
        <StatusBadge tone={tone} label={t(`token.status.${token.status}`)} />
      </>
    )
  }
  return (
    <>
      {token.expiresAt ? (
        <Time at={token.expiresAt} className="tabular text-xs text-ink-subtle" />
      ) : null}
      <DaysLeft days={token.daysRemaining} />
      <StatusBadge
        tone={tone}
        label={t(
          token.daysRemaining <= 0 ? 'token.status.expired' : `token.status.${token.status}`,
        )}
      />
    </>
  )
}

function DaysLeft({ days }: { days: number }) {
  const { t } = useI18n()
  const count = Math.abs(Math.trunc(days))
  return (
    <span className="tabular">{t(days < 0 ? 'token.daysAgo' : 'token.daysLeft', { count })}</span>
  )
}

/** One banner for each credential that ends within a week, or has ended. */
export function TokenBanners({ tokens }: { tokens: TokenStatus }) {
  const { t } = useI18n()
  const credentials = [
    { name: t('token.whatsapp'), token: tokens.whatsappToken },
    { name: t('token.genesys'), token: tokens.genesysToken },
  ]
  return credentials.map(({ name, token }) => {
    if (token === null || token.neverExpires || token.daysRemaining > BANNER_FROM_DAYS) return null
    const count = Math.max(0, Math.trunc(token.daysRemaining))
    return (
      <Notice
        key={name}
        tone={token.status === 'critical' ? 'error' : 'warning'}
        title={
          token.daysRemaining <= 0
            ? t('token.banner.expired', { name })
            : t('token.banner.ends', { name, count })
        }
      >
        {t('token.banner.body')}
      </Notice>
    )
  })
}
