import { type ReactNode, useId, useState } from 'react'
import { useI18n } from '@/lib/i18n'
import { Button } from './Button'
import { Input } from './Input'
import { Modal } from './Modal'

interface Props {
  isOpen: boolean
  onClose: () => void
  /** Asks: "Revoke the old secret?" */
  title: string
  /** What happens then, and whether it can be undone. */
  description: string
  /** The deed as a verb: "Revoke". */
  confirmLabel: string
  onConfirm: () => void
  isBusy?: boolean
  isDangerous?: boolean
  /** Has to be typed before it goes on: for what cannot be undone. */
  phrase?: string
  children?: ReactNode
}

/** Asks before something is done that is hard to take back. */
export function ConfirmDialog({
  isOpen,
  onClose,
  title,
  description,
  confirmLabel,
  onConfirm,
  isBusy = false,
  isDangerous = false,
  phrase,
  children,
}: Props) {
  const { t } = useI18n()
  const id = useId()
  const [typed, setTyped] = useState('')
  const close = () => {
    setTyped('')
    onClose()
  }
  return (
    <Modal isOpen={isOpen} onClose={close} title={title} description={description}>
      <form
        className="space-y-4 px-5 py-4"
        onSubmit={(event) => {
          event.preventDefault()
          onConfirm()
        }}
      >
        {children}
        {phrase === undefined ? null : (
          <Input
            id={id}
            label={t('confirm.phrase', { phrase })}
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="secondary" onClick={close}>
            {t('action.cancel')}
          </Button>
          <Button
            type="submit"
            variant={isDangerous ? 'danger' : 'primary'}
            isLoading={isBusy}
            disabled={phrase !== undefined && typed.trim() !== phrase}
          >
            {confirmLabel}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
