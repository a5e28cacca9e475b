import { useRef, useState } from 'react'
import { ConfirmationDialog } from '@/components/layout/ConfirmationDialog'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { Select } from '@/components/ui/Select'
import { useConfirmation } from '@/hooks/useConfirmation'
import { useRotateSecret } from '@/hooks/useSettings'
import { useI18n } from '@/lib/i18n'
import type { RotateSecretResponse } from '@/types/settingsParts'
import { refusalText } from './refusals'

const GRACE_HOURS = [0, 1, 24, 72, 168]
const DEFAULT_HOURS = 24

interface Props {
  /** A replaced secret still verifies; it ends with the next rotation. */
  hasPrevious: boolean
  onRotated: (answer: RotateSecretResponse) => void
}

/** Makes a new secret, after a confirmation; the old one verifies for a while. */
export function RotateSecret({ hasPrevious, onRotated }: Props) {
  const { t } = useI18n()
  const confirmation = useConfirmation('rotate-webhook-secret')
  const rotate = useRotateSecret()
  const [hours, setHours] = useState(DEFAULT_HOURS)
  const chosen = useRef(hours)
  chosen.current = hours
  const ask = () =>
    confirmation.ask(async (confirmationToken) =>
      onRotated(
        await rotate({ confirmationToken, gracePeriodHours: chosen.current, force: hasPrevious }),
      ),
    )
  return (
    <>
      <Button variant="secondary" onClick={ask}>
        {t('settings.secret.rotate')}
      </Button>
      <ConfirmationDialog
        confirmation={confirmation}
        title={t('settings.secret.rotate.title')}
        description={t('settings.secret.rotate.body')}
        refusal={(error) => refusalText(t, error)}
      >
        <Select
          id="grace"
          label={t('settings.secret.grace')}
          hint={t('settings.secret.grace.hint')}
          value={String(hours)}
          onValueChange={(value) => setHours(Number(value))}
          options={GRACE_HOURS.map((value) => ({
            value: String(value),
            label: t('settings.secret.hours', { count: value }),
          }))}
        />
        {hasPrevious ? <Notice tone="warning">{t('settings.secret.rotate.force')}</Notice> : null}
      </ConfirmationDialog>
    </>
  )
}
