import { Notice } from '@/components/ui/Notice'
import { useSession } from '@/hooks/useAuth'
import { useI18n } from '@/lib/i18n'
import { LinkButton } from './LinkButton'

/** Says that messages cannot flow yet, as long as the organisation is not set up. */
export function SetupNotice() {
  const { t } = useI18n()
  const { tenant, user } = useSession()
  if (tenant.onboarded) return null
  if (user.role !== 'admin') {
    return (
      <Notice tone="info" title={t('setup.open.title')}>
        {t('setup.open.viewer')}
      </Notice>
    )
  }
  return (
    <Notice
      tone="info"
      title={t('setup.open.title')}
      action={<LinkButton to="/onboarding">{t('setup.open.finish')}</LinkButton>}
    >
      {t('setup.open.admin')}
    </Notice>
  )
}
