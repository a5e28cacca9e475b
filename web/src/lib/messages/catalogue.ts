/** Forms of one text by number, keyed as `Intl.PluralRules` names them. */
export type Plural = { readonly [Category in Intl.LDMLPluralRule]?: string } & {
  readonly other: string
}

/** What a translation of `Source` has to contain: every key, texts as texts, plurals as plurals. */
export type Translation<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Plural
}

/** Names of the `{placeholders}` in a text. */
type PlaceholdersIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never

type Placeholders<Entry> = Entry extends string
  ? PlaceholdersIn<Entry>
  : Entry extends { other: infer Other }
    ? PlaceholdersIn<Other> | 'count'
    : never

export type Language = 'en' | 'es' | 'pt' | 'de'

/** The texts of one part of the console, each language loaded on demand. */
export type Area<Source> = {
  readonly [L in Language]: () => Promise<Translation<Source>>
}

/** The values that an entry needs: none, or one for each placeholder. */
export type ValuesFor<Entry> = [Placeholders<Entry>] extends [never]
  ? []
  : [values: { readonly [Name in Placeholders<Entry>]: string | number }]
