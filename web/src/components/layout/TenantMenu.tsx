import { clsx } from 'clsx'
import { ChevronsUpDown } from 'lucide-react'
import { CopyChip } from '@/components/ui/CopyChip'
import { DescriptionList } from '@/components/ui/DescriptionList'
import { Logo } from '@/components/ui/Logo'
import { Popover } from '@/components/ui/Popover'
import { useSession } from '@/hooks/useAuth'
import { useI18n } from '@/lib/i18n'

interface Props {
  isCollapsed: boolean
}

/** For which organisation one works, and what is known of it. */
export function TenantMenu({ isCollapsed }: Props) {
  const { t } = useI18n()
  const { tenant } = useSession()
  const trigger = (
    <button
      type="button"
      aria-label={t('tenant.menu', { name: tenant.name })}
      className={clsx(
        'flex items-center gap-2.5 rounded-lg text-start transition-colors hover:bg-hover',
        isCollapsed ? 'mx-auto p-1' : 'w-full px-2 py-1.5',
      )}
    >
      <Logo className="size-8 shrink-0" />
      {isCollapsed ? null : (
        <>
          <span className="min-w-0 flex-1 leading-tight">
            <span className="block text-sm font-semibold tracking-tight">{t('app.name')}</span>
            <span className="block truncate text-xs text-ink-subtle">{tenant.name}</span>
          </span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-subtle" />
        </>
      )}
    </button>
  )
  return (
    <Popover align="start" label={t('tenant.title')} trigger={trigger} className="w-80">
      <TenantFacts />
    </Popover>
  )
}

function TenantFacts() {
  const { t } = useI18n()
  const { tenant } = useSession()
  return (
    <div className="px-4 py-3">
      <p className="text-sm font-semibold">{tenant.name}</p>
      <DescriptionList
        items={[
          {
            term: t('tenant.id'),
            description: <CopyChip value={tenant.id} label={t('tenant.id')} />,
          },
          { term: t('tenant.timeZone'), description: tenant.timezone.replaceAll('_', ' ') },
          { term: t('tenant.locale'), description: tenant.locale },
        ]}
      />
      <p className="mt-2 text-xs text-ink-subtle">{t('tenant.other')}</p>
    </div>
  )
}
