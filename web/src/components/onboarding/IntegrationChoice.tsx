import type { UseFormRegisterReturn } from 'react-hook-form'
import { Button } from '@/components/ui/Button'
import { RadioGroup } from '@/components/ui/RadioGroup'
import { useGenesysIntegrations } from '@/hooks/usePartnerChoices'
import { useI18n } from '@/lib/i18n'
import { NEW_INTEGRATION } from '@/lib/validators/genesys'
import type { GenesysClient } from '@/types/onboarding'
import { LookupFailed } from './LookupFailed'

interface Props {
  /** A client is stored, so Genesys can be asked. */
  isSaved: boolean
  register: UseFormRegisterReturn
  error: string | undefined
  /** The client as it is typed; `null`: it cannot be right yet. */
  typedClient: () => Promise<GenesysClient | null>
}

/** A new Open Messaging integration, or one that the organisation has. */
export function IntegrationChoice({ isSaved, register, error, typedClient }: Props) {
  const { t } = useI18n()
  const { integrations, error: failure, isLooking, lookUp } = useGenesysIntegrations(isSaved)
  const look = async () => {
    const client = await typedClient()
    if (client !== null) lookUp(client)
  }
  const create = {
    value: NEW_INTEGRATION,
    label: t('onboarding.integration.new'),
    hint: t('onboarding.integration.new.hint'),
  }
  const known = (integrations ?? []).map(({ id, name, status }) => ({
    value: id,
    label: name,
    hint: [status && status !== 'active' ? status : '', id].filter(Boolean).join(' · '),
  }))
  return (
    <div className="space-y-3">
      <RadioGroup
        label={t('onboarding.integration')}
        hint={t('onboarding.integration.hint')}
        options={[create, ...known]}
        {...register}
        error={error}
      />
      {failure === null ? null : <LookupFailed error={failure} />}
      <Button variant="secondary" isLoading={isLooking} onClick={() => void look()}>
        {t(integrations ? 'onboarding.integration.again' : 'onboarding.integration.lookUp')}
      </Button>
    </div>
  )
}
