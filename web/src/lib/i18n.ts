import { create } from 'zustand'
import type { Area, Language, Plural, ValuesFor } from './messages/catalogue'
import type { Texts } from './messages/texts'
import { savePreferences, usePreferences } from './preferences'

export type MessageKey = keyof Texts
export type Translate = <Key extends MessageKey>(
  key: Key,
  ...values: ValuesFor<Texts[Key]>
) => string

export const LANGUAGES: { readonly [Code in Language]: string } = {
  en: 'English',
  es: 'Español',
  pt: 'Português',
  de: 'Deutsch',
}

/** Any area, whatever texts it has. */
type AnyArea = Area<unknown>

interface I18nState {
  language: Language
  messages: { readonly [key: string]: string | Plural }
  /** Areas that are loaded, in every language that gets chosen. */
  areas: readonly AnyArea[]
  regional: Regional | null
}

export interface Regional {
  /** BCP 47; one that the browser knows. */
  locale: string
  /** IANA name. */
  timeZone: string
}

const useI18nStore = create<I18nState>(() => ({
  language: startLanguage(),
  messages: {},
  areas: [],
  regional: null,
}))

export interface I18n {
  t: Translate
  language: Language
}

/** Texts in the person's language; numbers in them in the tenant's locale. */
export function useI18n(): I18n {
  const { language, messages, regional } = useI18nStore()
  const locale = regional?.locale ?? language
  return {
    t: (key, ...[values]) => render(messages[key] ?? key, values, language, locale),
    language,
  }
}

/** The tenant's; until the session is known, the language and the browser's zone. */
export function useRegional(): { language: Language; regional: Regional | null } {
  const { language, regional } = useI18nStore()
  return { language, regional }
}

/** Loads the texts of an area; to be awaited before anything of that area is shown. */
export async function loadMessages(area: AnyArea): Promise<void> {
  const { language, areas } = useI18nStore.getState()
  if (areas.includes(area)) return
  const loaded = await area[language]()
  useI18nStore.setState((state) => ({
    messages: { ...state.messages, ...loaded },
    areas: [...state.areas, area],
  }))
}

/** Switches all texts at once and remembers the choice in this browser. */
export async function changeLanguage(language: Language): Promise<void> {
  const { areas } = useI18nStore.getState()
  const loaded = await Promise.all(areas.map((area) => area[language]()))
  useI18nStore.setState({ language, messages: Object.assign({}, ...loaded) })
  document.documentElement.lang = language
  savePreferences({ language })
}

/** Formats numbers and dates in the tenant's way from now on, if the browser knows that way. */
export function formatForTenant(regional: Regional): void {
  try {
    new Intl.DateTimeFormat(regional.locale, { timeZone: regional.timeZone })
    useI18nStore.setState({ regional })
  } catch {
    // An unknown zone or locale: better the person's own than none.
  }
}

export function isLanguage(code: string | null | undefined): code is Language {
  return code !== null && code !== undefined && code in LANGUAGES
}

function startLanguage(): Language {
  const saved = usePreferences.getState().language
  if (isLanguage(saved)) return saved
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en'
}

type Values = { readonly [name: string]: string | number } | undefined

function render(entry: string | Plural, values: Values, language: Language, locale: string) {
  const text = typeof entry === 'string' ? entry : pluralForm(entry, values, language)
  if (values === undefined) return text
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name] ?? placeholder
    return typeof value === 'number' ? value.toLocaleString(locale) : value
  })
}

function pluralForm(entry: Plural, values: Values, language: Language): string {
  const category = new Intl.PluralRules(language).select(Number(values?.count))
  return entry[category] ?? entry.other
}
