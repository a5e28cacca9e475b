import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { useI18n } from '@/lib/i18n'
import { useReturnFocus } from '@/lib/useReturnFocus'
import { Button } from './Button'
import { Scrim } from './Scrim'

interface Props {
  isOpen: boolean
  onClose: () => void
  title: string
  description?: string
  /** The title is read out but not shown, and there is no close button. */
  isBare?: boolean
  className?: string
  children: ReactNode
}

/**
 * A dialog over the page. The backdrop is our own: Radix' would write a style element, which the
 * content security policy refuses.
 */
export function Modal({
  isOpen,
  onClose,
  title,
  description,
  isBare = false,
  className,
  children,
}: Props) {
  const { t } = useI18n()
  const returnFocus = useReturnFocus()
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Scrim />
        <Dialog.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          {...returnFocus}
          className={clsx(
            'fixed top-[12vh] left-1/2 z-50 max-h-[76vh] w-[min(32rem,calc(100vw-2rem))] -translate-x-1/2 animate-rise overflow-auto rounded-xl bg-raised shadow-overlay focus:outline-none',
            className,
          )}
        >
          {isBare ? (
            <Dialog.Title className="sr-only">{title}</Dialog.Title>
          ) : (
            <div className="flex items-start justify-between gap-4 px-5 pt-4">
              <Dialog.Title className="text-lg font-semibold tracking-tight">{title}</Dialog.Title>
              <Dialog.Close asChild>
                <Button
                  variant="ghost"
                  size="icon"
                  className="-me-2"
                  aria-label={t('action.close')}
                >
                  <X aria-hidden className="size-4" />
                </Button>
              </Dialog.Close>
            </div>
          )}
          {description ? (
            <Dialog.Description className="px-5 pt-1 text-sm text-ink-muted">
              {description}
            </Dialog.Description>
          ) : null}
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
