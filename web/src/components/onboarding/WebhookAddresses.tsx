import { CopyChip } from '@/components/ui/CopyChip'
import { useI18n } from '@/lib/i18n'
import type { WebhookState } from '@/types/onboarding'

interface Props {
  webhooks: Pick<WebhookState, 'webhookUrls' | 'verifyToken'>
}

/** Our addresses and the word that proves them ours, to be copied. */
export function WebhookAddresses({ webhooks }: Props) {
  const { t } = useI18n()
  const { webhookUrls, verifyToken } = webhooks
  const values = [
    { label: t('onboarding.url.meta'), value: webhookUrls.meta },
    { label: t('onboarding.verifyToken'), value: verifyToken },
    { label: t('onboarding.url.genesys'), value: webhookUrls.genesys },
  ]
  return (
    <dl className="space-y-3">
      {values.map(({ label, value }) => (
        <div key={label}>
          <dt className="text-sm font-medium">{label}</dt>
          <dd className="mt-1">
            {value === '' ? (
              <span className="text-sm text-ink-subtle">{t('onboarding.verifyToken.none')}</span>
            ) : (
              <CopyChip value={value} label={label} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
