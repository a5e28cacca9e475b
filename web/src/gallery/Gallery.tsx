import { type ReactNode, useState } from 'react'
import { SegmentedControl } from '@/components/ui/SegmentedControl'
import { Toaster } from '@/components/ui/Toast'
import { usePreferences } from '@/lib/preferences'
import { CONTRASTS, changeContrast, changeTheme, THEMES } from '@/lib/theme'
import { Courses, Marks, Tables } from './Figures'
import { Fields, Switches } from './Forms'
import { Menus, Overlays, States, Steps } from './Parts'
import { Shelf } from './Shelf'
import { Buttons, Colours, Type } from './Tokens'

/** Every shared part in every look, for those who work on them. Not in the production build. */
export default function Gallery() {
  const [isRightToLeft, setRightToLeft] = useState(false)
  return (
    <main
      dir={isRightToLeft ? 'rtl' : 'ltr'}
      className="mx-auto max-w-6xl space-y-6 px-4 py-8 sm:px-8"
    >
      <title>Gallery · Agent Portal</title>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-xl font-semibold tracking-tight">Gallery</h1>
        <Looks isRightToLeft={isRightToLeft} onDirection={setRightToLeft} />
      </div>
      <Colours />
      <Type />
      <Buttons />
      <Marks />
      <Fields />
      <Switches />
      <Steps />
      <Courses />
      <Tables />
      <Shelf title="Menus and filters">
        <Menus />
      </Shelf>
      <Overlays />
      <States />
      <Toaster />
    </main>
  )
}

interface LooksProps {
  isRightToLeft: boolean
  onDirection: (isRightToLeft: boolean) => void
}

function Looks({ isRightToLeft, onDirection }: LooksProps): ReactNode {
  const theme = usePreferences((preferences) => preferences.theme)
  const contrast = usePreferences((preferences) => preferences.contrast)
  return (
    <div className="flex flex-wrap gap-2">
      <SegmentedControl
        label="Theme"
        value={theme}
        onValueChange={changeTheme}
        options={THEMES.map((value) => ({ value, label: value }))}
      />
      <SegmentedControl
        label="Contrast"
        value={contrast}
        onValueChange={changeContrast}
        options={CONTRASTS.map((value) => ({ value, label: value }))}
      />
      <SegmentedControl
        label="Direction"
        value={isRightToLeft ? 'rtl' : 'ltr'}
        onValueChange={(direction) => onDirection(direction === 'rtl')}
        options={[
          { value: 'ltr', label: 'left to right' },
          { value: 'rtl', label: 'right to left' },
        ]}
      />
    </div>
  )
}
