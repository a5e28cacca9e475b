import { Notice } from '@/components/ui/Notice'
import { useI18n } from '@/lib/i18n'
import { failureText } from './problems'

interface Props {
  error: unknown
}

/** A partner would not say what there is to choose from. */
export function LookupFailed({ error }: Props) {
  const { t } = useI18n()
  return (
    <Notice tone="warning" title={t('onboarding.lookupFailed')}>
      {failureText(t, error)}
    </Notice>
  )
}
