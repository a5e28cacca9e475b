import { Button } from '@/components/ui/Button'
import { CopyChip } from '@/components/ui/CopyChip'
import { Notice } from '@/components/ui/Notice'
import { useI18n } from '@/lib/i18n'
import type { WebhookState } from '@/types/onboarding'

interface Props {
  drift: WebhookState['drift']
  isRepairing: boolean
  onRepair: () => void
}

/** Somebody changed our addresses at a partner. */
export function DriftNotice({ drift, isRepairing, onRepair }: Props) {
  const { t } = useI18n()
  if (drift.length === 0) return null
  const repair = (
    <Button variant="secondary" size="sm" isLoading={isRepairing} onClick={onRepair}>
      {t('onboarding.drift.repair')}
    </Button>
  )
  return (
    <Notice tone="warning" title={t('onboarding.drift.title')} action={repair}>
      <ul className="mt-1 space-y-2">
        {drift.map(({ partner, what, expected, found }) => (
          <li key={`${partner} ${what}`}>
            <p>{what}</p>
            <p className="flex flex-wrap gap-x-2 gap-y-1 text-xs">
              {t('onboarding.drift.expected')}{' '}
              {expected ? <CopyChip value={expected} label={what} /> : '–'}
            </p>
            <p className="mt-1 flex flex-wrap gap-x-2 gap-y-1 text-xs">
              {t('onboarding.drift.found')} {found ? <CopyChip value={found} label={what} /> : '–'}
            </p>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
