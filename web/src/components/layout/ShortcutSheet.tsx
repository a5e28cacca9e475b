import { Checkbox } from '@/components/ui/Checkbox'
import { Kbd } from '@/components/ui/Kbd'
import { Modal } from '@/components/ui/Modal'
import { useUI } from '@/contexts/UIContext'
import { useI18n } from '@/lib/i18n'
import { savePreferences, usePreferences } from '@/lib/preferences'
import { PAGES } from './navigation'

export function ShortcutSheet() {
  const { t } = useI18n()
  const { overlay, closeOverlay } = useUI()
  const allowsSingleKeys = usePreferences((preferences) => preferences.singleKeyShortcuts)
  const rows = [
    { keys: ['Ctrl', 'K'], what: t('shortcuts.palette') },
    ...PAGES.map((page) => ({
      keys: ['g', page.shortcut],
      what: t('shortcuts.goTo', { page: t(page.label) }),
    })),
    { keys: ['/'], what: t('shortcuts.search') },
    { keys: ['['], what: t('shortcuts.navigation') },
    { keys: ['?'], what: t('shortcuts.this') },
    { keys: ['Esc'], what: t('shortcuts.close') },
  ]
  return (
    <Modal isOpen={overlay === 'shortcuts'} onClose={closeOverlay} title={t('shortcuts.title')}>
      <dl className="px-5 py-3">
        {rows.map(({ keys, what }) => (
          <div
            key={what}
            className="flex items-center justify-between border-b border-line py-2 last:border-0"
          >
            <dt className="text-sm">{what}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <Checkbox
        className="border-t border-line px-5 py-3.5"
        label={t('shortcuts.singleKeys')}
        checked={allowsSingleKeys}
        onChange={(event) => savePreferences({ singleKeyShortcuts: event.target.checked })}
      />
    </Modal>
  )
}
