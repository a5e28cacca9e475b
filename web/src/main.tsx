import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { loadMessages } from './lib/i18n'
import { publicTexts } from './lib/messages/public'
import { followTheme } from './lib/theme'
import './index.css'

followTheme()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element "root"')

await loadMessages(publicTexts)
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
