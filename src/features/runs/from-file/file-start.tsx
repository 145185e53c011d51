import { IconUpload } from '@tabler/icons-react'
import { useState } from 'react'

import { runText } from '#lib/messages/runs.ts'
import { FileButton } from '#ui/file-button.tsx'

import { FileDialog } from './file-dialog.tsx'

const text = runText.file

/** Begins a run with the accounts that a file names. */
export function FileStart() {
  const [file, setFile] = useState<File>()
  return (
    <>
      <FileButton
        label={text.button}
        what={text.input}
        icon={<IconUpload size={16} stroke={1.75} aria-hidden />}
        onChoose={setFile}
      />
      {file && <FileDialog file={file} onClose={() => setFile(undefined)} />}
    </>
  )
}
