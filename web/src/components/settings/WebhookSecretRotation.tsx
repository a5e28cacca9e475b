import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Card, CardHeader } from '@/components/ui/Card'
import { CopyChip } from '@/components/ui/CopyChip'
import { DescriptionList } from '@/components/ui/DescriptionList'
import { Modal } from '@/components/ui/Modal'
import { Notice } from '@/components/ui/Notice'
import { Time } from '@/components/ui/Time'
import { useFormat } from '@/lib/format'
import { useI18n } from '@/lib/i18n'
import type { RotateSecretResponse, WebhookSecretDetail } from '@/types/settingsParts'
import { RevokeSecret } from './RevokeSecret'
import { RotateSecret } from './RotateSecret'

interface Props {
  /** Empty before the deployment. */
  maskedSecret: string
  detail: WebhookSecretDetail | null
  isAdmin: boolean
}

/** The secret with which Genesys signs: when it was made, what it signs, and a new one. */
export function WebhookSecretRotation({ maskedSecret, detail, isAdmin }: Props) {
  const { t } = useI18n()
  const [rotated, setRotated] = useState<RotateSecretResponse | null>(null)
  return (
    <Card aria-labelledby="webhook-secret">
      <CardHeader
        id="webhook-secret"
        title={t('settings.secret')}
        description={t('settings.secret.lead')}
        actions={
          isAdmin && detail !== null ? (
            <RotateSecret hasPrevious={detail.previous !== null} onRotated={setRotated} />
          ) : null
        }
      />
      <div className="space-y-4 px-5 pb-5">
        {detail === null ? (
          <p className="text-sm text-ink-muted">{t('settings.secret.none')}</p>
        ) : (
          <Current maskedSecret={maskedSecret} detail={detail} />
        )}
        {detail?.previous ? <Previous previous={detail.previous} isAdmin={isAdmin} /> : null}
      </div>
      <NewSecret rotated={rotated} onClose={() => setRotated(null)} />
    </Card>
  )
}

function Current({ maskedSecret, detail }: { maskedSecret: string; detail: WebhookSecretDetail }) {
  const { t } = useI18n()
  const format = useFormat()
  return (
    <DescriptionList
      items={[
        {
          term: t('settings.secret.value'),
          description: <code className="font-mono">{maskedSecret}</code>,
        },
        { term: t('settings.secret.createdAt'), description: <Time at={detail.createdAt} /> },
        {
          term: t('settings.secret.calls'),
          description: <span className="tabular">{format.number(detail.callsByCurrent)}</span>,
        },
      ]}
    />
  )
}

interface PreviousProps {
  previous: NonNullable<WebhookSecretDetail['previous']>
  isAdmin: boolean
}

function Previous({ previous, isAdmin }: PreviousProps) {
  const { t } = useI18n()
  return (
    <Notice
      tone="warning"
      title={t('settings.secret.previous')}
      action={isAdmin ? <RevokeSecret /> : null}
    >
      <p>
        {t('settings.secret.validUntil')} <Time at={previous.validUntil} />
      </p>
      <p>
        {t('settings.secret.callsByPrevious', { count: previous.callsSigned })}{' '}
        {previous.lastCallAt ? (
          <>
            {t('settings.secret.lastCall')} <Time at={previous.lastCallAt} format="relative" />
          </>
        ) : null}
      </p>
    </Notice>
  )
}

interface NewSecretProps {
  rotated: RotateSecretResponse | null
  onClose: () => void
}

/** The only time that the secret is shown. */
function NewSecret({ rotated, onClose }: NewSecretProps) {
  const { t } = useI18n()
  return (
    <Modal
      isOpen={rotated !== null}
      onClose={onClose}
      title={t('settings.secret.new')}
      description={t('settings.secret.new.once')}
    >
      {rotated ? (
        <div className="space-y-4 px-5 py-4">
          <CopyChip value={rotated.newSecret} label={t('settings.secret.new')} />
          <Notice tone={rotated.pushedToGenesys ? 'success' : 'warning'}>
            {t(rotated.pushedToGenesys ? 'settings.secret.pushed' : 'settings.secret.notPushed')}
          </Notice>
          <p className="text-sm text-ink-muted">
            {t('settings.secret.oldUntil')} <Time at={rotated.oldSecretValidUntil} />
          </p>
          <div className="flex justify-end">
            <Button onClick={onClose}>{t('settings.secret.kept')}</Button>
          </div>
        </div>
      ) : null}
    </Modal>
  )
}
