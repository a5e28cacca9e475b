import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { Select } from '@/components/ui/Select'
import { useI18n } from '@/lib/i18n'
import type { LoginOptions } from '@/types/auth'

interface Props {
  /** `undefined` while they are loading, `null` if that failed. */
  options: LoginOptions | null | undefined
  /** Region id; `null`: the deployment's default. */
  selected: string | null
  onSelect: (region: string) => void
  onRetry: () => void
}

/** Which region to log in to; keeps its place until the regions are known. */
export function RegionPicker({ options, selected, onSelect, onRetry }: Props) {
  const { t } = useI18n()
  if (options === undefined) {
    return <div aria-hidden className="h-[5.5rem] animate-pulse rounded-md bg-sunken" />
  }
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
