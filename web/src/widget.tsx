import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Widget } from '@/components/conversations/Widget'
import { loadMessages } from './lib/i18n'
import { consoleTexts } from './lib/messages/console'
import { publicTexts } from './lib/messages/public'
import { queryClient } from './lib/queryClient'
import { followTheme } from './lib/theme'
import './index.css'

followTheme()

const root = document.getElementById('root')
if (root === null) throw new Error('widget.html has no element "root"')

await Promise.all([loadMessages(publicTexts), loadMessages(consoleTexts)])
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Widget />
    </QueryClientProvider>
  </StrictMode>,
)
