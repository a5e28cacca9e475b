import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { ConfirmDialog } from '@/components/ui/ConfirmDialog'
import { useI18n } from '@/lib/i18n'

interface Props {
  isPending: boolean
  onUndo: () => void
}

/** Takes the addresses back at the partners, after one more question. */
export function UndoDeployment({ isPending, onUndo }: Props) {
  const { t } = useI18n()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button variant="ghost" isLoading={isPending} onClick={() => setAsking(true)}>
        {t('onboarding.undo')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('onboarding.undo.title')}
        description={t('onboarding.undo.body')}
        confirmLabel={t('onboarding.undo')}
        isDangerous
        onConfirm={() => {
          setAsking(false)
          onUndo()
        }}
      />
    </>
  )
}
