import { Compass } from 'lucide-react'
import { LinkButton } from '@/components/layout/LinkButton'
import { EmptyState } from '@/components/ui/EmptyState'
import { useI18n } from '@/lib/i18n'

export function NotFound() {
  const { t } = useI18n()
  return (
    <EmptyState
      icon={Compass}
      title={t('notFound.title')}
      body={t('notFound.body')}
      headingLevel={1}
      action={<LinkButton to="/dashboard">{t('notFound.back')}</LinkButton>}
    />
  )
}
