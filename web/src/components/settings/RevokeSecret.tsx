import { ConfirmationDialog } from '@/components/layout/ConfirmationDialog'
import { Button } from '@/components/ui/Button'
import { useConfirmation } from '@/hooks/useConfirmation'
import { useRevokePreviousSecret } from '@/hooks/useSettings'
import { useI18n } from '@/lib/i18n'
import { refusalText } from './refusals'

/** Ends the replaced secret at once, after a confirmation. */
export function RevokeSecret() {
  const { t } = useI18n()
  const confirmation = useConfirmation('revoke-webhook-secret')
  const { mutateAsync } = useRevokePreviousSecret()
  return (
    <>
      <Button
        variant="secondary"
        size="sm"
        onClick={() => confirmation.ask((confirmationToken) => mutateAsync({ confirmationToken }))}
      >
        {t('settings.secret.revoke')}
      </Button>
      <ConfirmationDialog
        confirmation={confirmation}
        title={t('settings.secret.revoke.title')}
        description={t('settings.secret.revoke.body')}
        refusal={(error) => refusalText(t, error)}
      />
    </>
  )
}
