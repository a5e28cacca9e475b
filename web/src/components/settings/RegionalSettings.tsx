import { type FormEvent, useState } from 'react'
import { UnsavedChangesGuard } from '@/components/layout/UnsavedChangesGuard'
import { Button } from '@/components/ui/Button'
import { Card, CardHeader } from '@/components/ui/Card'
import { Notice } from '@/components/ui/Notice'
import { Select } from '@/components/ui/Select'
import { useChangeRegional } from '@/hooks/useSettings'
import { useToast } from '@/hooks/useToast'
import { PortalError } from '@/lib/errors'
import { useI18n } from '@/lib/i18n'
import { toUserMessage } from '@/lib/userMessage'
import type { TenantSettings } from '@/types/settingsParts'

const LOCALES = [
  'de-AT',
  'de-CH',
  'de-DE',
  'en-AU',
  'en-CA',
  'en-GB',
  'en-IE',
  'en-IN',
  'en-US',
  'es-AR',
  'es-CL',
  'es-CO',
  'es-ES',
  'es-MX',
  'es-US',
  'pt-BR',
  'pt-PT',
]

interface Props {
  settings: TenantSettings
  isAdmin: boolean
}

/** Zone and locale of times and numbers, and where the data is kept. */
export function RegionalSettings({ settings, isAdmin }: Props) {
  const { t, language } = useI18n()
  const { regional, regionalFixed, residencies } = settings
  const [values, setValues] = useState(regional)
  const change = useChangeRegional()
  const toast = useToast()
  const isDirty = JSON.stringify(values) !== JSON.stringify(regional)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { dataResidency, ...always } = values
    change.mutate(regionalFixed ? always : values, {
      onSuccess: () => toast.success(t('settings.saved')),
    })
  }
  const isFixed = change.error instanceof PortalError && change.error.code === 'RESIDENCY_FIXED'
  return (
    <Card aria-labelledby="regional">
      <CardHeader
        id="regional"
        title={t('settings.regional')}
        description={t('settings.regional.lead')}
      />
      <form onSubmit={save} className="space-y-5 px-5 pb-5">
        <div className="grid gap-5 sm:grid-cols-3">
          <Select
            id="timezone"
            label={t('settings.timezone')}
            disabled={!isAdmin}
            value={values.timezone}
            onValueChange={(timezone) => setValues({ ...values, timezone })}
            options={withChosen(Intl.supportedValuesOf('timeZone'), values.timezone, (zone) =>
              zone.replaceAll('_', ' '),
            )}
          />
          <Select
            id="locale"
            label={t('settings.locale')}
            disabled={!isAdmin}
            value={values.locale}
            onValueChange={(locale) => setValues({ ...values, locale })}
            options={withChosen(LOCALES, values.locale, (tag) => localeName(tag, language))}
          />
          <Select
            id="residency"
            label={t('settings.residency')}
            hint={regionalFixed ? t('settings.residency.fixed') : undefined}
            disabled={!isAdmin || regionalFixed}
            value={values.dataResidency}
            onValueChange={(dataResidency) => setValues({ ...values, dataResidency })}
            options={withChosen(residencies, values.dataResidency, (place) => place.toUpperCase())}
          />
        </div>
        {change.error === null ? null : (
          <Notice tone="error">
            {isFixed ? t('settings.residency.fixed') : toUserMessage(change.error, t)}
          </Notice>
        )}
        {isAdmin ? (
          <Button type="submit" disabled={!isDirty} isLoading={change.isPending}>
            {t('settings.save')}
          </Button>
        ) : null}
      </form>
      <UnsavedChangesGuard isDirty={isDirty && !change.isPending} />
    </Card>
  )
}

function withChosen(
  values: readonly string[],
  chosen: string,
  name: (value: string) => string,
): { value: string; label: string }[] {
  const all = values.includes(chosen) ? values : [chosen, ...values]
  return all.map((value) => ({ value, label: name(value) }))
}

function localeName(tag: string, language: string): string {
  return `${new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag} (${tag})`
}
