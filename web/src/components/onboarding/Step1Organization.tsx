import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { Input } from '@/components/ui/Input'
import { Select } from '@/components/ui/Select'
import { useI18n } from '@/lib/i18n'
import {
  ORGANIZATION_REGIONS,
  type OrganizationInput,
  organizationSchema,
} from '@/lib/validators/organization'
import { problemText } from './problems'
import { StepForm } from './StepForm'
import type { StepProps } from './stepProps'
import { useStepForm } from './useStepForm'

const FIELDS = ['companyName', 'contactEmail', 'supportPhone', 'region'] as const

/** Who the organisation is and how it is reached. */
export function Step1Organization({ progress, drafts, onDone }: StepProps) {
  const { t } = useI18n()
  const saved = progress.progress.organization
  const form = useForm({
    resolver: zodResolver(organizationSchema),
    defaultValues: { ...saved } satisfies OrganizationInput,
    mode: 'onTouched',
  })
  const { errors, isSubmitting, submitCount } = form.formState
  const { complete, failure } = useStepForm(form, {
    drafts,
    step: 1,
    section: 'organization',
    secrets: [],
    fields: FIELDS,
    onDone,
  })
  const submit = form.handleSubmit(complete)

  return (
    <StepForm
      onSubmit={submit}
      isSubmitting={isSubmitting}
      problemCount={submitCount > 0 ? Object.keys(errors).length : 0}
      failure={failure}
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <Input
          {...form.register('companyName')}
          id="companyName"
          label={t('onboarding.companyName')}
          autoComplete="organization"
          required
          maxLength={200}
          error={problemText(t, errors.companyName?.message)}
          className="sm:col-span-2"
        />
        <Input
          {...form.register('contactEmail')}
          id="contactEmail"
          type="email"
          label={t('onboarding.contactEmail')}
          hint={t('onboarding.contactEmail.hint')}
          autoComplete="email"
          required
          error={problemText(t, errors.contactEmail?.message)}
        />
        <Input
          {...form.register('supportPhone')}
          id="supportPhone"
          type="tel"
          label={t('onboarding.supportPhone')}
          hint={t('onboarding.supportPhone.hint')}
          autoComplete="tel"
          required
          error={problemText(t, errors.supportPhone?.message)}
        />
        <Select
          {...form.register('region')}
          id="region"
          label={t('onboarding.region')}
          hint={t('onboarding.region.hint')}
          required
          options={[
            { value: '', label: t('onboarding.region.choose') },
            ...ORGANIZATION_REGIONS.map((value) => ({
              value,
              label: t(`onboarding.region.${value}`),
            })),
          ]}
          error={problemText(t, errors.region?.message)}
          className="sm:col-span-2"
        />
      </div>
    </StepForm>
  )
}
