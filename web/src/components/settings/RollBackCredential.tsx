import { ConfirmationDialog } from '@/components/layout/ConfirmationDialog'
import { Button } from '@/components/ui/Button'
import { useConfirmation } from '@/hooks/useConfirmation'
import { useRollBackCredential } from '@/hooks/useSettings'
import { useI18n } from '@/lib/i18n'
import type { CredentialDetail } from '@/types/settingsParts'
import { refusalText } from './refusals'

interface Props {
  type: CredentialDetail['type']
}

/** Back to the credential before, after a confirmation. */
export function RollBackCredential({ type }: Props) {
  const { t } = useI18n()
  const confirmation = useConfirmation('replace-credential')
  const { mutateAsync } = useRollBackCredential()
  const name = t(`settings.credential.${type}`)
  return (
    <>
      <Button
        variant="ghost"
        aria-label={t('settings.credential.rollBackOf', { name })}
        onClick={() =>
          confirmation.ask((confirmationToken) => mutateAsync({ type, confirmationToken }))
        }
      >
        {t('settings.credential.rollBack')}
      </Button>
      <ConfirmationDialog
        confirmation={confirmation}
        title={t('settings.credential.rollBackOf', { name })}
        description={t('settings.credential.rollBack.body')}
        refusal={(error) => refusalText(t, error)}
      />
    </>
  )
}
