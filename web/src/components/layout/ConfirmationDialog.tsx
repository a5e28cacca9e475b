import { ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/Button'
import { Modal } from '@/components/ui/Modal'
import { Notice } from '@/components/ui/Notice'
import type { Confirmation, ConfirmationFailure } from '@/hooks/useConfirmation'
import { PortalError } from '@/lib/errors'
import { type Translate, useI18n } from '@/lib/i18n'
import { toUserMessage } from '@/lib/userMessage'

interface Props {
  confirmation: Confirmation
  /** What is going to happen, as a title: "Change the role of Ada?" */
  title: string
  description: string
  /** What a refusal of the action itself means, where the general words say too little. */
  refusal?: ((error: PortalError) => string | undefined) | undefined
  /** What is asked for in `children` is there. */
  canProceed?: boolean
  children?: ReactNode
}

/** Asks the person to sign in once more before something sensitive is done. */
export function ConfirmationDialog({
  confirmation,
  title,
  description,
  refusal,
  canProceed = true,
  children,
}: Props) {
  const { t } = useI18n()
  const { stage, failure, proceed, cancel } = confirmation
  return (
    <Modal isOpen={stage !== 'idle'} onClose={cancel} title={title} description={description}>
      <div className="space-y-4 px-5 py-4">
        {children}
        <p role="status" className="flex items-start gap-2.5 text-sm text-ink-muted">
          <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-accent-ink" />
          {t(stage === 'waiting' ? 'confirmation.waiting' : 'confirmation.why')}
        </p>
        {failure === null ? null : <Notice tone="error">{failureText(t, failure, refusal)}</Notice>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="secondary" onClick={cancel}>
            {t('action.cancel')}
          </Button>
          <Button isLoading={stage === 'acting'} disabled={!canProceed} onClick={proceed}>
            {t(stage === 'waiting' ? 'confirmation.again' : 'confirmation.proceed')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

function failureText(
  t: Translate,
  failure: ConfirmationFailure,
  refusal: Props['refusal'],
): string {
  if (failure.kind === 'blocked') return t('confirmation.blocked')
  if (failure.kind === 'cancelled') return t('confirmation.cancelled')
  const { error } = failure
  if (!(error instanceof PortalError)) return toUserMessage(error, t)
  if (error.code === 'CONFIRMATION_OTHER_USER') return t('confirmation.otherUser')
  if (error.code === 'CONFIRMATION_REQUIRED' || error.code === 'INVALID_CONFIRMATION_STATE') {
    return t('confirmation.expired')
  }
  return refusal?.(error) ?? toUserMessage(error, t)
}
