import { PageHeader } from '@/components/layout/PageHeader'
import { Card, CardHeader } from '@/components/ui/Card'
import { ErrorState } from '@/components/ui/ErrorState'
import { Notice } from '@/components/ui/Notice'
import { Skeleton } from '@/components/ui/Skeleton'
import { StatusBadge } from '@/components/ui/StatusBadge'
import { useSession } from '@/hooks/useAuth'
import { useSettings } from '@/hooks/useSettings'
import { useI18n } from '@/lib/i18n'
import { requestIdOf, toUserMessage } from '@/lib/userMessage'
import type { TenantSettings } from '@/types/settingsParts'
import { CredentialManager } from './CredentialManager'
import { RegionalSettings } from './RegionalSettings'
import { WebhookSecretRotation } from './WebhookSecretRotation'

/** What holds for the whole organisation: credentials, the webhook secret, zone and locale. */
export function SettingsPage() {
  const { t } = useI18n()
  const { user } = useSession()
  const { data: settings, error, refetch, isFetching } = useSettings()
  return (
    <div className="mx-auto max-w-4xl space-y-6">
      <PageHeader title={t('nav.settings')} description={t('settings.lead')} />
      {user.role === 'admin' ? null : <Notice tone="info">{t('settings.readOnly')}</Notice>}
      {settings === undefined && error !== null ? (
        <ErrorState
          title={t('settings.failed')}
          message={toUserMessage(error, t)}
          requestId={requestIdOf(error)}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      ) : null}
      {settings === undefined && error === null ? <Skeleton className="h-96" /> : null}
      {settings ? <Sections settings={settings} isAdmin={user.role === 'admin'} /> : null}
    </div>
  )
}

interface Props {
  settings: TenantSettings
  isAdmin: boolean
}

function Sections({ settings, isAdmin }: Props) {
  return (
    <>
      <CredentialManager credentials={settings.credentialDetails} isAdmin={isAdmin} />
      <WebhookSecretRotation
        maskedSecret={settings.webhookSecret}
        detail={settings.webhookSecretDetail}
        isAdmin={isAdmin}
      />
      <RegionalSettings
        key={JSON.stringify(settings.regional)}
        settings={settings}
        isAdmin={isAdmin}
      />
      <Features features={settings.features} />
    </>
  )
}

const FEATURES = ['darkMode', 'advancedAnalytics', 'multiUser'] as const

function Features({ features }: { features: TenantSettings['features'] }) {
  const { t } = useI18n()
  return (
    <Card aria-labelledby="features">
      <CardHeader id="features" title={t('settings.features')} />
      <ul className="divide-y divide-line border-t border-line">
        {FEATURES.map((feature) => (
          <li key={feature} className="flex items-center justify-between gap-3 px-5 py-2.5 text-sm">
            {t(`settings.feature.${feature}`)}
            <StatusBadge
              tone={features[feature] ? 'success' : 'neutral'}
              label={t(features[feature] ? 'settings.feature.on' : 'settings.feature.off')}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
