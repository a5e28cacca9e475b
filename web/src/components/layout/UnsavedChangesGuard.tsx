import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { ConfirmDialog } from '@/components/ui/ConfirmDialog'
import { useI18n } from '@/lib/i18n'

interface Props {
  /** Something was changed and is not saved yet. */
  isDirty: boolean
}

/** Asks before another page, a reload or the end of the tab throws away what was typed. */
export function UnsavedChangesGuard({ isDirty }: Props) {
  const { t } = useI18n()
  // A change of filters or tabs in the address stays on the page.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!isDirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isDirty])
  return (
    <ConfirmDialog
      isOpen={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      onConfirm={() => blocker.proceed?.()}
      isDangerous
      title={t('unsaved.title')}
      description={t('unsaved.body')}
      confirmLabel={t('unsaved.leave')}
    />
  )
}
