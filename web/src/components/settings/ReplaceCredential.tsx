import { useRef, useState } from 'react'
import { ConfirmationDialog } from '@/components/layout/ConfirmationDialog'
import { Button } from '@/components/ui/Button'
import { Input } from '@/components/ui/Input'
import { SecretInput } from '@/components/ui/SecretInput'
import { useConfirmation } from '@/hooks/useConfirmation'
import { useReplaceCredential } from '@/hooks/useSettings'
import { useToast } from '@/hooks/useToast'
import { useI18n } from '@/lib/i18n'
import { secret } from '@/lib/validators/rules'
import type { CredentialDetail } from '@/types/settingsParts'
import { refusalText } from './refusals'

/** The secret of each credential, and the least length it can have; the set-up's rules. */
const SECRETS = {
  'genesys-client': { field: 'clientSecret', minLength: 20 },
  'whatsapp-token': { field: 'systemUserToken', minLength: 100 },
  'whatsapp-app-secret': { field: 'appSecret', minLength: 20 },
} as const

interface Props {
  type: CredentialDetail['type']
}

const NOTHING = { clientId: '', secret: '' }

/** Takes a new credential; it is tested at the partner before it replaces the old one. */
export function ReplaceCredential({ type }: Props) {
  const { t } = useI18n()
  const { field, minLength } = SECRETS[type]
  const confirmation = useConfirmation('replace-credential')
  const { mutateAsync } = useReplaceCredential()
  const toast = useToast()
  const [values, setValues] = useState(NOTHING)
  const [isTouched, setTouched] = useState(false)
  const latest = useRef(values)
  latest.current = values
  const name = t(`settings.credential.${type}`)
  const rule = secret({ minLength, isOptional: false, problem: 'secret' })
  const isWhole = rule.safeParse(values.secret).success

  const replace = async (confirmationToken: string) => {
    const { clientId, secret: value } = latest.current
    const sent = {
      [field]: value.trim(),
      ...(clientId === '' ? {} : { clientId: clientId.trim() }),
    }
    await mutateAsync({ type, values: sent, confirmationToken })
    setValues(NOTHING)
    toast.success(t('settings.credential.replaced', { name }))
  }
  const ask = () => {
    setValues(NOTHING)
    setTouched(false)
    confirmation.ask(replace)
  }
  return (
    <>
      <Button
        variant="secondary"
        aria-label={t('settings.credential.replaceOf', { name })}
        onClick={ask}
      >
        {t('settings.credential.replace')}
      </Button>
      <ConfirmationDialog
        confirmation={confirmation}
        title={t('settings.credential.replaceOf', { name })}
        description={t('settings.credential.replace.body')}
        refusal={(error) => refusalText(t, error)}
        canProceed={isWhole}
      >
        {type === 'genesys-client' ? (
          <Input
            id="newClientId"
            label={t('settings.credential.clientId')}
            mark={t('settings.credential.clientId.same')}
            autoComplete="off"
            spellCheck={false}
            value={values.clientId}
            onChange={(event) => setValues({ ...values, clientId: event.target.value })}
          />
        ) : null}
        <SecretInput
          id="newSecret"
          label={t('settings.credential.new')}
          value={values.secret}
          onChange={(event) => setValues({ ...values, secret: event.target.value })}
          onBlur={() => setTouched(true)}
          error={
            isTouched && values.secret !== '' && !isWhole
              ? t('settings.credential.tooShort', { count: minLength })
              : undefined
          }
        />
      </ConfirmationDialog>
    </>
  )
}
