interface ImportMetaEnv {
  /** See `.env.example`. */
  readonly VITE_GENESYS_OAUTH_REDIRECT_URI?: string
}
