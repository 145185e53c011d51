import { IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'

import { runText } from '#lib/messages/runs.ts'
import { Button } from '#ui/button.tsx'

import { FileDialog } from './file-dialog.tsx'

const text = runText.file

/** Begins a run with the accounts that a file names. */
export function FileButton() {
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File>()
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconUpload size={16} stroke={1.75} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {text.button}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        aria-label={text.input}
        hidden
        onChange={(event) => {
          setFile(event.currentTarget.files?.[0])
          // The same file can be chosen again once it has been put right.
          event.currentTarget.value = ''
        }}
      />
      {file && <FileDialog file={file} onClose={() => setFile(undefined)} />}
    </>
  )
}
