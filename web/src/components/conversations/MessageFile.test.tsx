import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderPage } from '@/test/renderPage'
import type { MessageMedia } from '@/types/conversation'
import { MessageFile } from './MessageFile'

function show(changes: Partial<MessageMedia>) {
  const media: MessageMedia = {
    kind: 'image',
    mimeType: 'image/png',
    fileName: 'roof.png',
    bytes: 2048,
    url: '/media/abc',
    state: 'kept',
    problem: null,
    ...changes,
  }
  return renderPage(<MessageFile media={media} />)
}

describe('the file of a message', () => {
  it('shows a picture by its name and opens it in full', () => {
    show({})

    expect(screen.getByRole('img', { name: 'roof.png' })).toHaveAttribute('src', '/media/abc')
    expect(screen.getByRole('link')).toHaveAttribute('href', '/media/abc')
  })

  it('offers a document for saving, with its size', () => {
    show({ kind: 'document', fileName: 'bill.pdf', mimeType: 'application/pdf' })

    expect(screen.getByRole('link', { name: 'Save bill.pdf' })).toHaveAttribute(
      'download',
      'bill.pdf',
    )
    expect(screen.getByText('2 KB')).toBeVisible()
  })

  it('says why a file is not there', () => {
    show({ state: 'refused', url: null, problem: 'The file is a program and is not passed on.' })

    expect(screen.getByText('The file was not passed on.')).toBeVisible()
    expect(screen.getByText('The file is a program and is not passed on.')).toBeVisible()
  })

  it('says that a file is still on its way', () => {
    show({ state: 'waiting', url: null, fileName: null })

    expect(screen.getByText('The file is on its way.')).toBeVisible()
    expect(screen.getByText('Picture')).toBeVisible()
  })
})
