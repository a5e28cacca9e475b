import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { Input } from '@/components/ui/Input'
import { SecretInput } from '@/components/ui/SecretInput'
import { useFormat } from '@/lib/format'
import { useI18n } from '@/lib/i18n'
import { stepPath } from '@/lib/onboardingSteps'
import { type WhatsAppInput, whatsAppSchema } from '@/lib/validators/whatsApp'
import type { WhatsAppConfig } from '@/types/onboarding'
import { NumberChoice } from './NumberChoice'
import { problemText } from './problems'
import { StepForm } from './StepForm'
import { StepGuide } from './StepGuide'
import type { StepProps } from './stepProps'
import { storedHint } from './storedHint'
import { useStepForm } from './useStepForm'

const FIELDS = ['wabaId', 'systemUserToken', 'phoneNumberId', 'appSecret', 'appId'] as const
const SECRETS = ['systemUserToken', 'appSecret'] as const

/** The organisation's number at WhatsApp, and what is needed to use it. */
export function Step3WhatsApp({ progress, drafts, onDone }: StepProps) {
  const { t } = useI18n()
  const format = useFormat()
  const saved = progress.progress.whatsapp
  const form = useForm({
    resolver: zodResolver(whatsAppSchema(saved.hasSystemUserToken)),
    defaultValues: startValues(saved),
    mode: 'onTouched',
  })
  const { errors, isSubmitting, submitCount } = form.formState
  const { complete, failure, hasTypedSecret } = useStepForm(form, {
    drafts,
    step: 3,
    section: 'whatsapp',
    secrets: SECRETS,
    fields: FIELDS,
    onDone,
  })
  const submit = form.handleSubmit(complete)
  const problem = (field: keyof typeof errors) => problemText(t, errors[field]?.message)
  const tokenHint = [
    storedHint(t, saved.hasSystemUserToken, saved.maskedValue),
    saved.tokenExpiresAt
      ? t('onboarding.systemUserToken.ends', { date: format.date(saved.tokenExpiresAt) })
      : '',
  ]

  return (
    <StepForm
      onSubmit={submit}
      isSubmitting={isSubmitting}
      problemCount={submitCount > 0 ? Object.keys(errors).length : 0}
      failure={failure}
      hasTypedSecret={hasTypedSecret}
      back={stepPath('genesys')}
    >
      <StepGuide
        title={t('onboarding.whatsapp.guide')}
        steps={[
          t('onboarding.whatsapp.guide.1'),
          t('onboarding.whatsapp.guide.2'),
          t('onboarding.whatsapp.guide.3'),
        ]}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Input
          {...form.register('wabaId')}
          id="wabaId"
          label={t('onboarding.wabaId')}
          inputMode="numeric"
          autoComplete="off"
          required
          error={problem('wabaId')}
        />
        <SecretInput
          {...form.register('systemUserToken')}
          id="systemUserToken"
          label={t('onboarding.systemUserToken')}
          hint={tokenHint.filter((part) => part !== '').join(' ')}
          required={!saved.hasSystemUserToken}
          error={problem('systemUserToken')}
        />
      </div>
      <NumberChoice
        isSaved={progress.completedSteps.includes(3)}
        register={form.register('phoneNumberId')}
        error={problem('phoneNumberId')}
        typedAccount={async () =>
          (await form.trigger(['wabaId', 'systemUserToken'], { shouldFocus: true }))
            ? form.getValues()
            : null
        }
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <SecretInput
          {...form.register('appSecret')}
          id="appSecret"
          label={t('onboarding.appSecret')}
          hint={`${t('onboarding.appSecret.hint')} ${storedHint(t, saved.hasAppSecret, saved.appSecretMaskedValue)}`}
          mark={t('onboarding.optional')}
          error={problem('appSecret')}
        />
        <Input
          {...form.register('appId')}
          id="appId"
          label={t('onboarding.appId')}
          hint={t('onboarding.appId.hint')}
          mark={t('onboarding.optional')}
          inputMode="numeric"
          autoComplete="off"
          error={problem('appId')}
        />
      </div>
    </StepForm>
  )
}

function startValues(saved: WhatsAppConfig): WhatsAppInput {
  return {
    wabaId: saved.wabaId,
    phoneNumberId: saved.phoneNumberId,
    systemUserToken: '',
    appSecret: '',
    appId: saved.appId,
  }
}
