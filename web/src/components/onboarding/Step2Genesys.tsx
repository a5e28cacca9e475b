import { zodResolver } from '@hookform/resolvers/zod'
import { useController, useForm } from 'react-hook-form'
import { Input } from '@/components/ui/Input'
import { RadioGroup } from '@/components/ui/RadioGroup'
import { SecretInput } from '@/components/ui/SecretInput'
import { Select } from '@/components/ui/Select'
import { useGenesysRegions } from '@/hooks/usePartnerChoices'
import { useI18n } from '@/lib/i18n'
import { stepPath } from '@/lib/onboardingSteps'
import { usePreferences } from '@/lib/preferences'
import {
  ENVIRONMENTS,
  type GenesysInput,
  genesysSchema,
  NEW_INTEGRATION,
} from '@/lib/validators/genesys'
import type { LoginOptions } from '@/types/auth'
import type { GenesysConfig } from '@/types/onboarding'
import { IntegrationChoice } from './IntegrationChoice'
import { problemText } from './problems'
import { StepForm } from './StepForm'
import { StepGuide } from './StepGuide'
import type { StepProps } from './stepProps'
import { storedHint } from './storedHint'
import { useStepForm } from './useStepForm'

const FIELDS = [
  'clientId',
  'clientSecret',
  'region',
  'environment',
  'integrationId',
  'flowId',
] as const
const SECRETS = ['clientSecret'] as const

/** The machine client in the organisation's Genesys Cloud, and the integration to use there. */
export function Step2Genesys({ progress, drafts, onDone }: StepProps) {
  const { t } = useI18n()
  const saved = progress.progress.genesys
  const regions = useGenesysRegions()
  const lastRegion = usePreferences((preferences) => preferences.region)
  const form = useForm({
    resolver: zodResolver(genesysSchema(saved.hasClientSecret)),
    defaultValues: startValues(saved, lastRegion),
    mode: 'onTouched',
  })
  const region = useController({ control: form.control, name: 'region' })
  const { errors, isSubmitting, submitCount } = form.formState
  const { complete, failure, hasTypedSecret } = useStepForm(form, {
    drafts,
    step: 2,
    section: 'genesys',
    secrets: SECRETS,
    fields: FIELDS,
    onDone,
  })
  const submit = form.handleSubmit(complete)
  const problem = (field: keyof typeof errors) => problemText(t, errors[field]?.message)

  return (
    <StepForm
      onSubmit={submit}
      isSubmitting={isSubmitting}
      problemCount={submitCount > 0 ? Object.keys(errors).length : 0}
      failure={failure}
      hasTypedSecret={hasTypedSecret}
      back={stepPath('organization')}
    >
      <StepGuide
        title={t('onboarding.genesys.guide')}
        steps={[
          t('onboarding.genesys.guide.1'),
          t('onboarding.genesys.guide.2'),
          t('onboarding.genesys.guide.3'),
        ]}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          {...region.field}
          id="genesysRegion"
          label={t('onboarding.genesysRegion')}
          required
          options={[
            { value: '', label: t('onboarding.region.choose') },
            ...regionOptions(regions.data, region.field.value),
          ]}
          error={problem('region')}
          className="sm:col-span-2"
        />
        <Input
          {...form.register('clientId')}
          id="clientId"
          label={t('onboarding.clientId')}
          autoComplete="off"
          spellCheck={false}
          required
          error={problem('clientId')}
        />
        <SecretInput
          {...form.register('clientSecret')}
          id="clientSecret"
          label={t('onboarding.clientSecret')}
          hint={storedHint(t, saved.hasClientSecret, saved.maskedValue)}
          required={!saved.hasClientSecret}
          error={problem('clientSecret')}
        />
      </div>
      <RadioGroup
        label={t('onboarding.environment')}
        options={ENVIRONMENTS.map((value) => ({
          value,
          label: t(`onboarding.environment.${value}`),
          hint: t(`onboarding.environment.${value}.hint`),
        }))}
        {...form.register('environment')}
        error={problem('environment')}
      />
      <IntegrationChoice
        isSaved={progress.completedSteps.includes(2)}
        register={form.register('integrationId')}
        error={problem('integrationId')}
        typedClient={async () =>
          (await form.trigger(['region', 'clientId', 'clientSecret'], { shouldFocus: true }))
            ? form.getValues()
            : null
        }
      />
      <Input
        {...form.register('flowId')}
        id="flowId"
        label={t('onboarding.flowId')}
        mark={t('onboarding.optional')}
        hint={t('onboarding.flowId.hint')}
        autoComplete="off"
        spellCheck={false}
        error={problem('flowId')}
      />
    </StepForm>
  )
}

/** The chosen region is among them even before the list is there: a select forgets what it lacks. */
function regionOptions(options: LoginOptions | undefined, chosen: string) {
  const known = (options?.regions ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const isMissing = chosen !== '' && !known.some(({ value }) => value === chosen)
  return isMissing ? [...known, { value: chosen, label: chosen }] : known
}

function startValues(saved: GenesysConfig, lastRegion: string | null): GenesysInput {
  return {
    clientId: saved.clientId,
    clientSecret: '',
    region: saved.region === '' ? (lastRegion ?? '') : saved.region,
    environment: saved.environment === '' ? 'production' : saved.environment,
    integrationId: saved.integrationId ?? NEW_INTEGRATION,
    flowId: saved.flowId ?? '',
  }
}
