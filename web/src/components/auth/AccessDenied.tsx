import { Lock } from 'lucide-react'
import { LinkButton } from '@/components/layout/LinkButton'
import { EmptyState } from '@/components/ui/EmptyState'
import { useI18n } from '@/lib/i18n'

/** For a page that the person's role may not open at all. */
export function AccessDenied() {
  const { t } = useI18n()
  return (
    <EmptyState
      icon={Lock}
      title={t('accessDenied.title')}
      body={t('accessDenied.body')}
      headingLevel={1}
      action={<LinkButton to="/dashboard">{t('notFound.back')}</LinkButton>}
    />
  )
}
