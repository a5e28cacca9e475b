import { use } from 'react'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { Select } from '@/components/ui/Select'
import type { LoginOptionsRequest } from '@/hooks/useLogin'
import { useI18n } from '@/lib/i18n'

interface Props {
  request: LoginOptionsRequest
  /** Region id; `null`: the deployment's default. */
  selected: string | null
  onSelect: (region: string) => void
  onRetry: () => void
}

/** Suspends until the regions are known. */
export function RegionPicker({ request, selected, onSelect, onRetry }: Props) {
  const { t } = useI18n()
  const options = use(request)
  if (options === null) {
    const retry = (
      <Button variant="secondary" size="sm" onClick={onRetry}>
        {t('action.retry')}
      </Button>
    )
    return (
      <Notice tone="warning" action={retry}>
        {t('login.regionsFailed')}
      </Notice>
    )
  }
  const region =
    options.regions.find(({ id }) => id === selected) ??
    options.regions.find(({ id }) => id === options.defaultRegion)
  return (
    <Select
      label={t('login.region')}
      size="lg"
      hint={region ? t('login.regionHint', { host: region.host }) : undefined}
      value={region?.id}
      onValueChange={onSelect}
      options={options.regions.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
