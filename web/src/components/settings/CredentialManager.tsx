import { Button } from '@/components/ui/Button'
import { Card, CardHeader } from '@/components/ui/Card'
import { Notice } from '@/components/ui/Notice'
import { StatusBadge } from '@/components/ui/StatusBadge'
import { Time } from '@/components/ui/Time'
import { useCheckCredentials } from '@/hooks/useSettings'
import { useI18n } from '@/lib/i18n'
import { toUserMessage } from '@/lib/userMessage'
import type { CredentialDetail } from '@/types/settingsParts'
import { ReplaceCredential } from './ReplaceCredential'
import { RollBackCredential } from './RollBackCredential'

const TONES = { active: 'success', 'expiring-soon': 'warning', expired: 'error' } as const

interface Props {
  credentials: readonly CredentialDetail[]
  isAdmin: boolean
}

/** What opens both partners: how long it holds, and a new one where it is needed. */
export function CredentialManager({ credentials, isAdmin }: Props) {
  const { t } = useI18n()
  const check = useCheckCredentials()
  return (
    <Card aria-labelledby="credentials">
      <CardHeader
        id="credentials"
        title={t('settings.credentials')}
        description={t('settings.credentials.lead')}
        actions={
          isAdmin && credentials.length > 0 ? (
            <Button variant="secondary" isLoading={check.isPending} onClick={() => check.mutate()}>
              {t('settings.credentials.check')}
            </Button>
          ) : null
        }
      />
      {check.error === null ? null : (
        <Notice tone="error" className="mx-5 mb-4">
          {toUserMessage(check.error, t)}
        </Notice>
      )}
      {credentials.length === 0 ? (
        <p className="px-5 pb-5 text-sm text-ink-muted">{t('settings.credentials.none')}</p>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {credentials.map((credential) => (
            <CredentialRow key={credential.type} credential={credential} isAdmin={isAdmin} />
          ))}
        </ul>
      )}
    </Card>
  )
}

interface RowProps {
  credential: CredentialDetail
  isAdmin: boolean
}

function CredentialRow({ credential, isAdmin }: RowProps) {
  const { t } = useI18n()
  const name = t(`settings.credential.${credential.type}`)
  return (
    <li className="space-y-2 px-5 py-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 space-y-0.5 text-sm">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            {name}
            <StatusBadge
              tone={TONES[credential.status]}
              label={t(`settings.credential.status.${credential.status}`)}
            />
          </p>
          <p className="text-ink-muted">
            <code className="font-mono">{credential.maskedValue}</code>
          </p>
          <p className="text-xs text-ink-subtle">
            {t('settings.credential.updated')} <Time at={credential.lastUpdated} />
            {' · '}
            <Expiry credential={credential} />
          </p>
        </div>
        {isAdmin ? (
          <div className="flex gap-2">
            {credential.canRollBack ? <RollBackCredential type={credential.type} /> : null}
            <ReplaceCredential type={credential.type} />
          </div>
        ) : null}
      </div>
      {credential.warnings.map((warning) => (
        <Notice key={warning} tone="warning">
          {warning}
        </Notice>
      ))}
    </li>
  )
}

function Expiry({ credential }: { credential: CredentialDetail }) {
  const { t } = useI18n()
  if (credential.neverExpires) return t('settings.credential.neverExpires')
  if (credential.expiresAt === null) return t('settings.credential.expiryUnknown')
  return (
    <>
      {t('settings.credential.expires')} <Time at={credential.expiresAt} />
    </>
  )
}
