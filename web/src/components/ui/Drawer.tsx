import { clsx } from 'clsx'
import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { useReturnFocus } from '@/lib/useReturnFocus'
import { Scrim } from './Scrim'

interface Props {
  isOpen: boolean
  onClose: () => void
  /** Read out when it opens; the visible heading is part of the content. */
  title: string
  side?: 'left' | 'right'
  className?: string
  children: ReactNode
}

/** A dialog along one edge; as wide as the window on phones. Backdrop: see Modal. */
export function Drawer({ isOpen, onClose, title, side = 'right', className, children }: Props) {
  const returnFocus = useReturnFocus()
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Scrim />
        <Dialog.Content
          aria-describedby={undefined}
          {...returnFocus}
          className={clsx(
            'fixed inset-y-0 z-50 flex w-full flex-col overflow-hidden bg-surface shadow-overlay focus:outline-none',
            side === 'right' ? 'end-0 animate-slide-left' : 'start-0 animate-slide-right',
            className,
          )}
        >
          <Dialog.Title className="sr-only">{title}</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
