import { Time } from '@/components/ui/Time'
import { useI18n } from '@/lib/i18n'
import type { WebhookState } from '@/types/onboarding'
import { StateIcon } from './StateIcon'

interface Props {
  webhooks: WebhookState
}

/** What the partners have sent so far: renewed while something is still awaited. */
export function FirstCalls({ webhooks }: Props) {
  const { t } = useI18n()
  const calls = [
    { label: t('onboarding.first.handshake'), at: webhooks.meta?.firstHandshakeAt },
    { label: t('onboarding.first.meta'), at: webhooks.meta?.firstSignedAt },
    { label: t('onboarding.first.genesys'), at: webhooks.genesys?.firstSignedAt },
  ]
  return (
    <ul aria-live="polite" className="divide-y divide-line rounded-lg border border-line">
      {calls.map(({ label, at }) => (
        <li key={label} className="flex items-baseline gap-3 px-4 py-2.5 text-sm">
          <StateIcon
            state={at ? 'done' : 'waiting'}
            label={t(at ? 'onboarding.first.seen' : 'onboarding.first.waiting')}
          />
          <span className="flex-1 font-medium">{label}</span>
          <span className="text-ink-subtle">
            {at ? <Time at={at} /> : t('onboarding.first.waiting')}
          </span>
        </li>
      ))}
    </ul>
  )
}
