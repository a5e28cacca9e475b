import type { UseFormRegisterReturn } from 'react-hook-form'
import { Button } from '@/components/ui/Button'
import { Input } from '@/components/ui/Input'
import { RadioGroup } from '@/components/ui/RadioGroup'
import { useWhatsAppNumbers } from '@/hooks/usePartnerChoices'
import { useI18n } from '@/lib/i18n'
import type { WhatsAppAccount } from '@/types/onboarding'
import { LookupFailed } from './LookupFailed'

interface Props {
  /** Account and token are stored, so Meta can be asked. */
  isSaved: boolean
  register: UseFormRegisterReturn
  error: string | undefined
  /** Account and token as they are typed; `null`: they cannot be right yet. */
  typedAccount: () => Promise<WhatsAppAccount | null>
}

/** One of the account's numbers, or its id typed where the account does not say. */
export function NumberChoice({ isSaved, register, error, typedAccount }: Props) {
  const { t } = useI18n()
  const { numbers, error: failure, isLooking, lookUp } = useWhatsAppNumbers(isSaved)
  const look = async () => {
    const account = await typedAccount()
    if (account !== null) lookUp(account)
  }
  return (
    <div className="space-y-3">
      {numbers === undefined || numbers.length === 0 ? (
        <Input
          {...register}
          id="phoneNumberId"
          label={t('onboarding.phoneNumberId')}
          hint={t(numbers ? 'onboarding.numbers.none' : 'onboarding.phoneNumberId.hint')}
          inputMode="numeric"
          autoComplete="off"
          required
          error={error}
        />
      ) : (
        <RadioGroup
          label={t('onboarding.numbers')}
          options={numbers.map(({ id, displayNumber, verifiedName, quality }) => ({
            value: id,
            label: displayNumber,
            hint: [verifiedName, quality, id].filter(Boolean).join(' · '),
          }))}
          {...register}
          error={error}
        />
      )}
      {failure === null ? null : <LookupFailed error={failure} />}
      <Button variant="secondary" isLoading={isLooking} onClick={() => void look()}>
        {t(numbers ? 'onboarding.numbers.again' : 'onboarding.numbers.lookUp')}
      </Button>
    </div>
  )
}
