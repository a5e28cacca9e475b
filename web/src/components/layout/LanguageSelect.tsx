import { Select } from '@/components/ui/Select'
import { changeLanguage, isLanguage, LANGUAGES, useI18n } from '@/lib/i18n'

const OPTIONS = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))

/** Each language is offered by its own name, so that it is found without knowing another. */
export function LanguageSelect() {
  const { t, language } = useI18n()
  return (
    <Select
      label={t('language.label')}
      hideLabel
      size="sm"
      className="w-32"
      value={language}
      options={OPTIONS}
      onValueChange={(code) => {
        if (isLanguage(code)) void changeLanguage(code)
      }}
    />
  )
}
