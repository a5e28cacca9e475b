import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { useI18n } from '@/lib/i18n'
import { Input } from './Input'

type Props = Omit<ComponentProps<typeof Input>, 'type' | 'trailing' | 'leading'>

/** A secret to be typed or pasted: hidden until asked for, and kept away from spell checkers and password managers. */
export function SecretInput(props: Props) {
  const { t } = useI18n()
  const [isShown, setShown] = useState(false)
  const Icon = isShown ? EyeOff : Eye
  return (
    <Input
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      data-1p-ignore
      data-lpignore="true"
      {...props}
      type={isShown ? 'text' : 'password'}
      trailing={
        <button
          type="button"
          aria-pressed={isShown}
          aria-label={t('field.reveal', { what: props.label })}
          onClick={() => setShown(!isShown)}
          className="grid size-6 place-items-center rounded-sm text-ink-subtle hover:bg-hover hover:text-ink"
        >
          <Icon aria-hidden className="size-3.5" />
        </button>
      }
    />
  )
}
